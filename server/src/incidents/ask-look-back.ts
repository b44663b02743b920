import type { Tx } from '../platform/database/database.ts';
import type { Outbox } from '../platform/outbox/outbox.ts';
import type { LookBackAsked } from './look-back.store.ts';

/** Something serious was found: a backward review is made as soon as this is committed. */
export const askLookBack = (outbox: Outbox, tx: Tx, asked: LookBackAsked): Promise<void> =>
  outbox.put(tx, { kind: 'look-back-due', key: `${asked.incidentId}:${asked.cause}`, payload: asked });
