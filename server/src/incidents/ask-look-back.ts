import type { LookBackCause } from '@guanhu/shared/incidents/look-back.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Tx } from '../platform/database/database.ts';
import type { Outbox } from '../platform/outbox/outbox.ts';

/** What is to be looked back at; the id is that of what says so, so that it is looked back once. */
export type LookBackAsked = {
  readonly lookBackId: Id;
  readonly patientId: Id;
  readonly incidentId: Id;
  readonly cause: LookBackCause;
  readonly happenedOn: CalendarDate;
};

/** Something serious was found: a backward review is made as soon as this is committed. */
export const askLookBack = (outbox: Outbox, tx: Tx, asked: LookBackAsked): Promise<void> =>
  outbox.put(tx, { kind: 'look-back-due', key: `${asked.incidentId}:${asked.cause}`, payload: asked });
