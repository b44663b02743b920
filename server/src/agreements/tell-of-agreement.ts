import type { RemindPayload } from '@guanhu/shared/reminders/reminders.terms';
import { Injectable } from '@nestjs/common';
import type { Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import type { AgreementRow } from './agreements.store.ts';

/** A guardian hears that there is something about the agreement; what, its page says. */
@Injectable()
export class TellOfAgreement {
  readonly #outbox: Outbox;

  constructor(outbox: Outbox) {
    this.#outbox = outbox;
  }

  /** @param what names the one event: the same again tells nobody twice */
  async guardian(tx: Tx, row: Pick<AgreementRow, 'id' | 'patient_id' | 'guardian_id'>, what: string): Promise<void> {
    const payload = {
      purpose: 'notice',
      opens: 'agreement',
      personId: row.guardian_id,
      patientId: row.patient_id,
      objectId: row.id,
    } as const;
    await this.#outbox.put(tx, { kind: 'remind', key: `agreement:${row.id}:${what}`, payload: payload satisfies RemindPayload });
  }
}
