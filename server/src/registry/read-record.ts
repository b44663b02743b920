import { may } from '@guanhu/shared/access/permissions.rules';
import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { RecordAnswer } from '@guanhu/shared/registry/file.contract';
import { Injectable } from '@nestjs/common';
import { Places } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Database } from '../platform/database/database.ts';
import { FileAccess } from './file-access.ts';
import { Files } from './files.ts';

/** The whole record of a person, for the office and the doctor. */
@Injectable()
export class ReadRecord {
  readonly #database: Database;
  readonly #access: FileAccess;
  readonly #files: Files;
  readonly #places: Places;
  readonly #audit: Audit;

  constructor(database: Database, access: FileAccess, files: Files, places: Places, audit: Audit) {
    this.#database = database;
    this.#access = access;
    this.#files = files;
    this.#places = places;
    this.#audit = audit;
  }

  async run(actor: Actor, patientId: Id): Promise<RecordAnswer> {
    const county = this.#database.county(actor.countyId);
    const ties = await this.#access.requireFor(county, actor, 'record:read', patientId);
    const file = await this.#files.find(county, patientId);
    // A merged file is read as the one kept in its place.
    if (!file || file.state === 'merged') throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const { rows } = await this.#places.areas(county);
    const nameOf = (areaId: Id) => rows.find(area => area.areaId === areaId)?.name ?? '';
    await this.#audit.read(county, { actor, what: 'patient-record', patientIds: [patientId] });
    return {
      patientId,
      villageName: nameOf(file.villageId),
      townshipName: nameOf(file.townshipId),
      state: file.state,
      values: file.values,
      mayWrite: may(actor, 'patient:write', ties),
      version: file.version,
    };
  }
}
