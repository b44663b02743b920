import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Database } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { readEntitlement } from './entitlement.store.ts';

/** Whoever has not confirmed the receipt by then is told once more: after a day the platform takes the money back. */
@Injectable()
export class RemindUnconfirmed {
  readonly #database: Database;
  readonly #outbox: Outbox;

  constructor(database: Database, outbox: Outbox) {
    this.#database = database;
    this.#outbox = outbox;
  }

  async run(countyId: CountyId, entitlementId: Id, hours: number): Promise<void> {
    await this.#database.county(countyId).inTransaction(async tx => {
      const row = await readEntitlement(tx, entitlementId);
      if (row?.state !== 'inTransfer') return;
      await this.#outbox.put(tx, {
        kind: 'entitlement-claimable',
        key: `${row.id}:${String(row.attempt)}:after-${String(hours)}`,
        payload: { entitlementId: row.id, guardianId: row.guardian_id, patientId: row.patient_id },
      });
    });
  }
}
