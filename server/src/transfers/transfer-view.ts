import type { Actor } from '@guanhu/shared/access/access.terms';
import { may } from '@guanhu/shared/access/permissions.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { TransferIn } from '@guanhu/shared/transfers/transfers.contract';
import type { Contact } from '../access/access.public.ts';
import type { InRow } from './transfer-in.store.ts';

/** A handover from another county as this reader sees it. */
export const inView = (actor: Actor, row: InRow, contacts: ReadonlyMap<Id, Contact>): TransferIn => ({
  transferId: row.id,
  patientName: row.carried === null ? null : String(row.carried.values.name),
  fromPlace: row.fromPlace ?? '',
  townshipId: row.townshipId,
  toTownship: row.township,
  state: row.state,
  version: row.version,
  reason: row.reason ?? '',
  answer: row.answer,
  arrivedAt: row.arrivedAt.toISOString(),
  answeredBy: row.answeredBy === null ? null : (contacts.get(row.answeredBy)?.name ?? ''),
  answeredAt: row.answeredAt?.toISOString() ?? null,
  patientId: row.patientId,
  mayAnswer: row.state === 'waiting' && may(actor, 'move:decide', { countyId: actor.countyId, areaPath: row.path }),
});
