import type { Id } from '@guanhu/shared/kernel/ids';
import type { RemindPayload } from '@guanhu/shared/reminders/reminders.terms';
import { Injectable } from '@nestjs/common';
import { AskOffices } from '../care-team/care-team.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import type { RequestRow } from './request.store.ts';

/** Whoever has something to do about a request hears of it, and whoever asked of the answer: by messages that say neither of whom nor of what. */
@Injectable()
export class TellOfRequest {
  readonly #offices: AskOffices;
  readonly #outbox: Outbox;

  constructor(offices: AskOffices, outbox: Outbox) {
    this.#offices = offices;
    this.#outbox = outbox;
  }

  made(tx: Tx, { id, patientId }: Pick<RequestRow, 'id' | 'patientId'>, by: Id): Promise<void> {
    return this.#offices.run(tx, { key: `request:${id}`, patientId, permission: 'request:answer', except: [by] });
  }

  /** @param except whoever contested, and whoever may not answer again */
  escalated(tx: Tx, { id, patientId }: RequestRow, except: readonly Id[]): Promise<void> {
    return this.#offices.run(tx, { key: `request:${id}:escalated`, patientId, permission: 'request:decide', except });
  }

  /** Whoever spoke for the patient without an account is told by the office that wrote it down. @param row as it was before the answer */
  async answered(tx: Tx, { id, patientId, askedBy, version }: RequestRow): Promise<void> {
    if (askedBy === null) return;
    const payload: RemindPayload = { purpose: 'notice', opens: 'rights', personId: askedBy, patientId, objectId: id, confidential: true };
    await this.#outbox.put(tx, { kind: 'remind', key: `request:${id}:${String(version)}`, payload });
  }
}
