import type { Id } from '@guanhu/shared/kernel/ids';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import type { TransferPackage } from '@guanhu/shared/transfers/transfers.terms';
import { Injectable } from '@nestjs/common';
import { Counties, People, Places } from '../access/access.public.ts';
import { Assessments } from '../assessment/assessment.public.ts';
import { CurrentMedicine } from '../medication/medication.public.ts';
import type { Reader } from '../platform/database/database.ts';
import { Consents, Files, Patients } from '../registry/registry.public.ts';
import { VisitEvidence } from '../visits/visits.public.ts';

/** Enough to see how somebody has been; the rest is asked of the old team. */
const LAST_VISITS = 6;

/** What goes along with a patient to another county. Permission has been asked by whoever proposed it. */
@Injectable()
export class MakePackage {
  readonly #counties: Counties;
  readonly #people: People;
  readonly #places: Places;
  readonly #patients: Patients;
  readonly #files: Files;
  readonly #consents: Consents;
  readonly #assessments: Assessments;
  readonly #medicine: CurrentMedicine;
  readonly #visits: VisitEvidence;

  constructor(
    counties: Counties,
    people: People,
    places: Places,
    patients: Patients,
    files: Files,
    consents: Consents,
    assessments: Assessments,
    medicine: CurrentMedicine,
    visits: VisitEvidence,
  ) {
    this.#counties = counties;
    this.#people = people;
    this.#places = places;
    this.#patients = patients;
    this.#files = files;
    this.#consents = consents;
    this.#assessments = assessments;
    this.#medicine = medicine;
    this.#visits = visits;
  }

  /** @param leftIn the state in which a file was that is closed by now */
  async of(old: Reader, patientId: Id, leftIn: PatientState | null): Promise<{ fromPlace: string; carried: TransferPackage }> {
    const file = await this.#files.find(old, patientId);
    if (!file) throw new Error('a handover of nobody');
    const guardians = await this.#patients.guardians(old, [patientId]);
    const contacts = await this.#people.contacts(
      old,
      guardians.map(one => one.personId),
    );
    const [consent] = await this.#consents.list(old, patientId, null, 1);
    const visits = await this.#visits.last(old, patientId, LAST_VISITS);
    const carried: TransferPackage = {
      values: file.values,
      state: leftIn ?? file.state,
      ...(await this.#assessments.found(old, patientId)),
      guardians: guardians.map(({ personId, relation }) => {
        const { name = '', phone = null } = contacts.get(personId) ?? {};
        return { name, phone, relation };
      }),
      consent: consent
        ? {
            decision: consent.decision,
            on: consent.on,
            signer: consent.signer,
            signerName: consent.signerName,
            textVersion: consent.textVersion,
            basis: consent.basis,
            note: consent.note,
          }
        : null,
      medicine: await this.#medicine.of(old, patientId),
      visits: visits.map(({ on, seat, result, risk, stability }) => ({ on, seat, result, risk, stability })),
    };
    return { fromPlace: await this.#placeOf(old, file), carried };
  }

  async #placeOf(old: Reader, { townshipId, villageId }: { townshipId: Id; villageId: Id }): Promise<string> {
    const county = await this.#counties.find(old.countyId);
    const { rows } = await this.#places.areas(old);
    const nameOf = (id: Id) => rows.find(area => area.areaId === id)?.name ?? '';
    return `${county?.name ?? ''}${nameOf(townshipId)}${nameOf(villageId)}`;
  }
}
