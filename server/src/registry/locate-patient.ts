import type { Actor } from '@guanhu/shared/access/access.terms';
import type { LocateBody, Located } from '@guanhu/shared/registry/file.contract';
import { Injectable } from '@nestjs/common';
import { Access, Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database } from '../platform/database/database.ts';
import { readDocument } from './described-person.ts';
import { Files } from './files.ts';

/** Tells the county where the file with exactly this document is kept, so that it can bring two townships together. */
@Injectable()
export class LocatePatient {
  readonly #database: Database;
  readonly #access: Access;
  readonly #files: Files;
  readonly #places: Places;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, access: Access, files: Files, places: Places, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#files = files;
    this.#places = places;
    this.#audit = audit;
    this.#clock = clock;
  }

  async run(actor: Actor, { idType, idNumber }: LocateBody): Promise<Located> {
    const county = this.#database.county(actor.countyId);
    await this.#access.requireInCounty(county, actor, 'patient:locate');
    const { type, number } = readDocument(idType, idNumber, this.#clock.today());
    const holder = number === null ? undefined : await this.#files.holder(county, type, number);
    const file = holder && (await this.#files.find(county, holder.id));
    if (!file) return { rows: [] };
    const areas = new Map((await this.#places.areas(county)).rows.map(area => [area.areaId, area.name]));
    await this.#audit.read(county, { actor, what: 'patient-located', patientIds: [file.id] });
    return {
      rows: [
        {
          patientId: file.id,
          name: String(file.values.name ?? ''),
          villageName: areas.get(file.villageId) ?? '',
          townshipName: areas.get(file.townshipId) ?? '',
          state: file.state,
        },
      ],
    };
  }
}
