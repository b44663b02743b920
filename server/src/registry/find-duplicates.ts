import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Duplicates, DuplicatesBody } from '@guanhu/shared/registry/file.contract';
import type { PartialDate } from '@guanhu/shared/kernel/partial-date';
import { Injectable } from '@nestjs/common';
import { Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { describedPerson } from './described-person.ts';
import { FindSamePerson, type Person } from './duplicates.ts';
import { FileAccess } from './file-access.ts';

/** Shows who may have a file already, before a new one exists. */
@Injectable()
export class FindDuplicates {
  readonly #database: Database;
  readonly #access: FileAccess;
  readonly #find: FindSamePerson;
  readonly #places: Places;
  readonly #audit: Audit;
  readonly #clock: Clock;

  constructor(database: Database, access: FileAccess, find: FindSamePerson, places: Places, audit: Audit, clock: Clock) {
    this.#database = database;
    this.#access = access;
    this.#find = find;
    this.#places = places;
    this.#audit = audit;
    this.#clock = clock;
  }

  /** @throws Refusal FILE_NOT_RIGHT when the document cannot be right */
  run(actor: Actor, body: DuplicatesBody): Promise<Duplicates> {
    return this.#database.county(actor.countyId).inTransaction(async tx => {
      await this.#access.requireInVillage(tx, actor, 'patient:write', body.villageId);
      return this.among(tx, actor, describedPerson(body, this.#clock.today()));
    });
  }

  /** Files that may be of this person, within what the reader may see. Permission to ask has been asked by whoever calls. */
  async among(tx: Tx, actor: Actor, person: Person): Promise<Duplicates> {
    const { rows, elsewhere } = await this.#find.run(tx, actor, person);
    const areas = new Map((await this.#places.areas(tx)).rows.map(area => [area.areaId, area.name]));
    await this.#audit.read(tx, { actor, what: 'patient-duplicates', patientIds: rows.map(({ file }) => file.id) });
    // Somebody out of sight was asked for by document: their own officials find it in the file's history.
    if (elsewhere !== null)
      await this.#audit.deed(tx, {
        actor,
        act: 'registry:met-elsewhere',
        objectKind: 'patient',
        objectId: elsewhere,
        patientId: elsewhere,
      });
    return {
      rows: rows.map(({ file: { id, state, villageId, values }, likeness }) => ({
        patientId: id,
        name: String(values.name ?? ''),
        villageName: areas.get(villageId) ?? '',
        state,
        born: values.born as PartialDate | null,
        idNumberEnd: typeof values.idNumber === 'string' ? values.idNumber.slice(-4) : null,
        likeness,
      })),
      elsewhere: elsewhere !== null,
    };
  }
}
