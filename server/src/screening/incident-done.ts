import type { Id } from '@guanhu/shared/kernel/ids';
import type { Tx } from '../platform/database/database.ts';
import type { Outbox } from '../platform/outbox/outbox.ts';
import type { ClueRow } from './clue.store.ts';

/** What was told in the incident from which a clue came is erased when nothing came of the clue. */
export const incidentDone = (tx: Tx, outbox: Outbox, { incidentId }: ClueRow, by: Id): Promise<void> =>
  incidentId === null ? Promise.resolve() : outbox.put(tx, { kind: 'clue-closed', key: incidentId, payload: { incidentId, by } });
