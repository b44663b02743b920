import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { CreatedPatient, CreatePatientBody } from '@guanhu/shared/registry/file.contract';
import { BLANK_FILE, changedFile, faultsOf } from '@guanhu/shared/registry/file-values.rules';
import { Injectable } from '@nestjs/common';
import { Planning } from '../agenda/agenda.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { describedPerson } from './described-person.ts';
import { FindSamePerson } from './duplicates.ts';
import { FileAccess } from './file-access.ts';
import { Files } from './files.ts';
import { Patients } from './patients.ts';

/** Opens a file by hand, once nobody in sight is the same person or somebody has said why not: of a suspicion, of a diagnosis, or in care. */
@Injectable()
export class CreatePatient {
  readonly #access: FileAccess;
  readonly #find: FindSamePerson;
  readonly #patients: Patients;
  readonly #files: Files;
  readonly #planning: Planning;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(access: FileAccess, find: FindSamePerson, patients: Patients, files: Files, planning: Planning, audit: Audit, clock: Clock) {
    this.#access = access;
    this.#find = find;
    this.#patients = patients;
    this.#files = files;
    this.#planning = planning;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal DOCUMENT_TAKEN, PATIENT_MAY_EXIST without a reason, FILE_NOT_RIGHT, PATIENT_EXISTS */
  async run(tx: Tx, actor: Actor, body: CreatePatientBody): Promise<CreatedPatient> {
    const { patientId, villageId, name, state, stateReason, idType, idNumber, born, sex, phone, reason } = body;
    const { townshipId } = await this.#access.requireInVillage(tx, actor, 'patient:write', villageId);
    const today = this.#clock.today();
    const found = await this.#find.run(tx, actor, describedPerson(body, today));
    if (found.elsewhere !== null || found.rows.some(row => row.likeness === 'sameDocument')) throw new Refusal('DOCUMENT_TAKEN');
    if (await this.#files.find(tx, patientId)) throw new Refusal('PATIENT_EXISTS');
    if (found.rows.length > 0 && reason === undefined) throw new Refusal('PATIENT_MAY_EXIST');

    await this.#patients.add(tx, { id: patientId, state, name, villageId, townshipId });
    const file = await this.#files.lock(tx, patientId);
    const values = changedFile(file.values, { idType, idNumber, born, sex, phone }, today);
    const faults = faultsOf(values, today);
    if (faults.length > 0)
      throw new Refusal(
        'FILE_NOT_RIGHT',
        faults.map(({ key }) => `body.${key}`),
      );
    // Everything in it is new, so that the history begins with all of it.
    await this.#files.put(tx, { actor, file: { ...file, values: BLANK_FILE }, values, act: 'registry:created', reason });
    const after = { state, ...(stateReason !== undefined && { stateReason }) };
    await this.#audit.change(tx, { actor, objectKind: 'patient', objectId: patientId, before: {}, after });
    // What there is to do for somebody at this stage of their life, and no more than that, in the same commit.
    await this.#planning.ofPatient(tx, patientId);
    return { patientId };
  }
}
