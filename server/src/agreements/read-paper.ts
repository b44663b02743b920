import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { Injectable } from '@nestjs/common';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import type { FileToSave } from '../platform/http/send-file.ts';
import { Attachments, ViewerMarks } from '../registry/registry.public.ts';
import { readStatement } from './application.store.ts';
import { Applications } from './applications.ts';

/** Whoever is heard on an application reads its papers, and nothing else of the patient's file. */
@Injectable()
export class ReadPaper {
  readonly #database: Database;
  readonly #applications: Applications;
  readonly #attachments: Attachments;
  readonly #vaults: Vaults;
  readonly #marks: ViewerMarks;

  constructor(database: Database, applications: Applications, attachments: Attachments, vaults: Vaults, marks: ViewerMarks) {
    this.#database = database;
    this.#applications = applications;
    this.#attachments = attachments;
    this.#vaults = vaults;
    this.#marks = marks;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS also for a paper that the application does not name, FILE_REMOVED */
  async run(actor: Actor, applicationId: Id, attachmentId: Id): Promise<FileToSave> {
    const reader = this.#database.county(actor.countyId);
    await this.#applications.readable(reader, actor, applicationId);
    const { files } = await readStatement(reader, await this.#vaults.of(reader.countyId), applicationId);
    const file = files.includes(attachmentId) ? await this.#attachments.find(reader, attachmentId) : undefined;
    if (!file) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return this.#marks.over(reader, actor, await this.#attachments.read(reader, actor, file));
  }
}
