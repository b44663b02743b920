import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { GuardianRelation } from '@guanhu/shared/registry/guardian-relation.rules';
import { careOf } from '@guanhu/shared/registry/patient-life.rules';
import type { FirstState, PatientState } from '@guanhu/shared/registry/registry.terms';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import * as guardianships from './guardianship.store.ts';
import { updatePlace } from './move.store.ts';
import * as store from './patient.store.ts';

/** Files and guardianships, for the rooms above. Permission has been asked by whoever calls. */
@Injectable()
export class Patients {
  readonly #vaults: Vaults;
  readonly #clock: Clock;

  constructor(vaults: Vaults, clock: Clock) {
    this.#vaults = vaults;
    this.#clock = clock;
  }

  /** Opens a file, in care unless another beginning is given. @returns its id. */
  async add(
    tx: Tx,
    { id = newId(), state = 'inCare', ...where }: { id?: Id; state?: FirstState | undefined; name: string; villageId: Id; townshipId: Id },
  ): Promise<Id> {
    const patient = { id, state, care: careOf(state, null), ...where, now: this.#clock.now() };
    await store.insertPatient(tx, await this.#vaults.of(tx.countyId), patient);
    return id;
  }

  /** The patient lives in this village from now on; the team is the care team's, above this room. */
  settle(tx: Tx, id: Id, villageId: Id): Promise<void> {
    return updatePlace(tx, id, villageId);
  }

  async ofVillages(reader: Reader, villageIds: readonly Id[]): Promise<store.PatientRow[]> {
    return store.readPatientsOfVillages(reader, await this.#vaults.of(reader.countyId), villageIds);
  }

  async find(reader: Reader, id: Id): Promise<store.PatientRow | undefined> {
    return store.readPatientRow(reader, await this.#vaults.of(reader.countyId), id);
  }

  async names(reader: Reader, ids: readonly Id[]): Promise<Map<Id, string>> {
    return store.readPatientNames(reader, await this.#vaults.of(reader.countyId), ids);
  }

  states(reader: Reader, ids: readonly Id[]): Promise<Map<Id, PatientState>> {
    return store.readPatientStates(reader, ids);
  }

  /** The patient's areas from the county down to the village; `undefined` without such a patient. */
  areaPath(reader: Reader, id: Id): Promise<readonly Id[] | undefined> {
    return store.readAreaPath(reader, id);
  }

  /** The key that an ID number is known by. */
  async idNumberKey(reader: Reader, idNumber: string): Promise<Buffer> {
    return store.idNumberDigest(await this.#vaults.of(reader.countyId), idNumber);
  }

  keysElsewhere(reader: Reader, keys: readonly Buffer[], villageIds: readonly Id[]): Promise<Buffer[]> {
    return store.digestsElsewhere(reader, keys, villageIds);
  }

  guardians(reader: Reader, patientIds: readonly Id[], day: CalendarDate = this.#clock.today()): Promise<guardianships.GuardianshipRow[]> {
    return guardianships.readGuardianships(reader, patientIds, day);
  }

  wards(reader: Reader, personId: Id): Promise<guardianships.WardRow[]> {
    return guardianships.readWards(reader, personId, this.#clock.today());
  }

  /** From today; the patient's first guardian is the primary one. */
  startGuardianship(tx: Tx, patientId: Id, personId: Id, relation: GuardianRelation | null): Promise<void> {
    return guardianships.insertGuardianship(tx, { patientId, personId, relation, since: this.#clock.today() });
  }

  /** Whoever is no longer on the list looked after the patient until yesterday: from today it is for the others. */
  endGuardianship(tx: Tx, patientId: Id, personId: Id): Promise<void> {
    return guardianships.endGuardianship(tx, patientId, personId, addDays(this.#clock.today(), -1));
  }

  setRelation(tx: Tx, patientId: Id, personId: Id, relation: GuardianRelation): Promise<void> {
    return guardianships.updateRelation(tx, patientId, personId, relation);
  }
}
