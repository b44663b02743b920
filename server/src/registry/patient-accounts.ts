import { readIdentityNumber } from '@guanhu/shared/registry/identity-number.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { idNumberDigest } from './patient.store.ts';
import * as store from './patient-account.store.ts';

/** Patients' own accounts, and patients found by exactly what somebody knows of them. Permission has been asked by whoever calls. */
@Injectable()
export class PatientAccounts {
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(vaults: Vaults, clock: Clock) {
    this.#vaults = vaults;
    this.#clock = clock;
  }

  /** The person whose account is the patient's own today. */
  of(reader: Reader, patientId: Id): Promise<Id | undefined> {
    return store.readAccountOf(reader, patientId, this.#clock.today());
  }

  /** Whose own account this person's is today. */
  patientOf(reader: Reader, personId: Id): Promise<Id | undefined> {
    return store.readPatientOf(reader, personId, this.#clock.today());
  }

  /** From today. */
  open(tx: Tx, patientId: Id, personId: Id): Promise<void> {
    return store.insertAccount(tx, { patientId, personId, since: this.#clock.today() });
  }

  /** The one patient meant; `undefined` for none and for several of one name. */
  async find(
    reader: Reader,
    who: { by: 'idNumber'; idNumber: string } | { by: 'name'; name: string; villageId: Id },
  ): Promise<Id | undefined> {
    const vault = await this.#vaults.of(reader.countyId);
    if (who.by === 'name') return store.findExactly(reader, { name: vault.digest('patient-name', who.name), villageId: who.villageId });
    const read = readIdentityNumber(who.idNumber, this.#clock.today());
    return read.ok ? store.findExactly(reader, { idNumber: idNumberDigest(vault, read.number) }) : undefined;
  }
}
