import type { Actor } from '@guanhu/shared/access/access.terms';
import type { MissingPage } from '@guanhu/shared/incidents/missing.contract';
import { missingLetter } from '@guanhu/shared/incidents/missing.rules';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { People, Places } from '../access/access.public.ts';
import { Patients } from '../registry/registry.public.ts';
import { letterPage } from './missing-page.ts';
import { MissingPhoto } from './missing-photo.ts';
import { readMissingRow } from './missing.store.ts';
import { ScopedReads } from './scoped-reads.ts';

/** The written report, for police and committee only: it says who is looked for. */
@Injectable()
export class PrintMissingReport {
  readonly #reads: ScopedReads;
  readonly #people: People;
  readonly #places: Places;
  readonly #patients: Patients;
  readonly #photo: MissingPhoto;

  constructor(reads: ScopedReads, people: People, places: Places, patients: Patients, photo: MissingPhoto) {
    this.#reads = reads;
    this.#people = people;
    this.#places = places;
    this.#patients = patients;
    this.#photo = photo;
  }

  async run(actor: Actor, missingId: Id): Promise<MissingPage> {
    const asked = { permission: 'missing:read', what: 'missing-report' } as const;
    const { county, row } = await this.#reads.one(actor, asked, (reader, vault) => readMissingRow(reader, vault, missingId));
    const patient = await this.#patients.find(county, row.patientId);
    const guardians = await this.#patients.guardians(county, [row.patientId]);
    const contacts = await this.#people.contacts(
      county,
      guardians.map(one => one.personId),
    );
    const { rows: areas } = await this.#places.areas(county);
    const letter = missingLetter({
      townshipName: areas.find(area => area.areaId === patient?.townshipId)?.name ?? '',
      villageName: row.villageName,
      patientName: patient?.name ?? '',
      idNumber: patient?.idNumber ?? null,
      guardians: guardians.flatMap(one => contacts.get(one.personId) ?? []),
      lastSeenAt: row.lastSeenAt,
      facts: row.facts,
      on: dayOf(row.reportedAt),
    });
    return { html: letterPage(letter, await this.#photo.of(county, row)) };
  }
}
