import type { CountyId, Id } from '@guanhu/shared/kernel/ids';
import { inAfter } from '@guanhu/shared/transfers/transfer-life.rules';
import { Injectable } from '@nestjs/common';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import { MakePackage } from './make-package.ts';
import { TellOffices } from './tell-offices.ts';
import { insertIn, insertWithdrawn, lockIn, writeWithdrawn } from './transfer-in.store.ts';
import { readOut, type OutRow } from './transfer-out.store.ts';

/** Carries what the old county promised into the new one, each time in one transaction there; a second time changes nothing. */
@Injectable()
export class DeliverTransfer {
  readonly #database: Database;
  readonly #package: MakePackage;
  readonly #tell: TellOffices;
  readonly #vaults: Vaults;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, make: MakePackage, tell: TellOffices, vaults: Vaults, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#package = make;
    this.#tell = tell;
    this.#vaults = vaults;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** The offer goes out with what is known of the patient at this moment, unless it was taken back meanwhile. */
  async offered(fromCounty: CountyId, transferId: Id): Promise<void> {
    const row = await this.#row(fromCounty, transferId);
    if (row.state !== 'proposed') return;
    const { fromPlace, carried } = await this.#package.of(this.#database.county(fromCounty), row.patientId, null);
    const vault = await this.#vaults.of(row.toCounty);
    await this.#database.county(row.toCounty).inTransaction(async tx => {
      if (!(await insertIn(tx, vault, { ...this.#arrived(fromCounty, row), fromPlace, reason: row.reason, carried }))) return;
      await this.#audit.deed(tx, {
        actor: 'system',
        act: 'transfers:arrived',
        objectKind: 'transfer',
        objectId: transferId,
        facts: { fromCounty },
      });
      await this.#tell.ofTownship(tx, transferId, 'arrived', row.toTownship);
    });
  }

  async withdrawn(fromCounty: CountyId, transferId: Id): Promise<void> {
    const row = await this.#row(fromCounty, transferId);
    const vault = await this.#vaults.of(row.toCounty);
    await this.#database.county(row.toCounty).inTransaction(async tx => {
      // It may be here before the offer: then it keeps the offer out.
      await insertWithdrawn(tx, this.#arrived(fromCounty, row));
      const there = await lockIn(tx, vault, transferId);
      if (!there || !inAfter(there.state, 'withdraw').granted) return;
      await writeWithdrawn(tx, transferId);
      await this.#audit.deed(tx, { actor: 'system', act: 'transfers:withdrawn', objectKind: 'transfer', objectId: transferId });
      await this.#tell.ofTownship(tx, transferId, 'withdrawn', row.toTownship);
    });
  }

  #arrived(fromCounty: CountyId, { id, patientId, toTownship }: OutRow) {
    return { id, fromCounty, fromPatientId: patientId, townshipId: toTownship, arrivedAt: this.#clock.now() };
  }

  async #row(fromCounty: CountyId, transferId: Id): Promise<OutRow> {
    const row = await readOut(this.#database.county(fromCounty), await this.#vaults.of(fromCounty), transferId);
    if (!row) throw new Error('a handover that vanished');
    return row;
  }
}
