import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { AttachmentPage } from '@guanhu/shared/registry/attachments.contract';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Audit } from '../audit/audit.public.ts';
import { Database } from '../platform/database/database.ts';
import { pageOf } from '../platform/http/page.ts';
import type { FileToSave } from '../platform/http/send-file.ts';
import { Attachments, ViewerMarks } from '../registry/registry.public.ts';
import { attachmentShown } from './attachment-shown.ts';
import { Teams } from './teams.ts';

/** The photographs and scans of a file, and the bytes of one of them. */
@Injectable()
export class ReadAttachments {
  readonly #database: Database;
  readonly #teams: Teams;
  readonly #attachments: Attachments;
  readonly #people: People;
  readonly #audit: Audit;
  readonly #marks: ViewerMarks;

  constructor(database: Database, teams: Teams, attachments: Attachments, people: People, audit: Audit, marks: ViewerMarks) {
    this.#database = database;
    this.#teams = teams;
    this.#attachments = attachments;
    this.#people = people;
    this.#audit = audit;
    this.#marks = marks;
  }

  async list(actor: Actor, patientId: Id, query: { after?: Id | undefined; limit: number }): Promise<AttachmentPage> {
    const county = this.#database.county(actor.countyId);
    await this.#teams.requireFor(county, actor, 'attachment:read', patientId);
    const rows = await this.#attachments.ofPatient(county, { patientId, before: query.after ?? null, limit: query.limit + 1 });
    const { shown, last } = pageOf(rows, query.limit);
    const people = await this.#people.contacts(
      county,
      shown.flatMap(row => [row.madeBy, row.removed?.by ?? []].flat()),
    );
    await this.#audit.read(county, { actor, what: 'attachment-list', patientIds: shown.length > 0 ? [patientId] : [] });
    return { rows: shown.map(row => attachmentShown(row, people)), next: last?.id ?? null };
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, FILE_REMOVED */
  async bytes(actor: Actor, attachmentId: Id): Promise<FileToSave> {
    const county = this.#database.county(actor.countyId);
    const row = await this.#attachments.find(county, attachmentId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(county, actor, 'attachment:read', row.patientId);
    return this.#marks.over(county, actor, await this.#attachments.read(county, actor, row));
  }
}
