import type { CountyId } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { takeEffect } from './appraisal.store.ts';

/** Lets deductions take effect whose days for an objection are over. Safe to repeat. */
@Injectable()
export class TakeEffect {
  readonly #database: Database;
  readonly #audit: Audit;
  readonly #outbox: Outbox;
  readonly #clock: Clock;

  constructor(database: Database, audit: Audit, outbox: Outbox, clock: Clock) {
    this.#database = database;
    this.#audit = audit;
    this.#outbox = outbox;
    this.#clock = clock;
  }

  async run(countyId: CountyId): Promise<void> {
    await this.#database.county(countyId).inTransaction(async tx => {
      const final = await takeEffect(tx, this.#clock.today(), this.#clock.now());
      for (const { id, patient_id } of final) {
        await this.#audit.deed(tx, {
          actor: 'system',
          act: 'appraisal:final',
          objectKind: 'appraisal',
          objectId: id,
          patientId: patient_id,
        });
      }
      await this.#outbox.putMany(
        tx,
        final.map(({ id, version }) => ({ kind: 'appraisal-final', key: `${id}:${String(version)}`, payload: { appraisalId: id } })),
      );
    });
  }
}
