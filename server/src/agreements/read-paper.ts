import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import { minuteInChina } from '@guanhu/shared/rights/exports.rules';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database, type Reader } from '../platform/database/database.ts';
import type { FileToSave } from '../platform/http/send-file.ts';
import { Printer } from '../platform/print/printer.ts';
import { Attachments } from '../registry/registry.public.ts';
import { readStatement } from './application.store.ts';
import { Applications } from './applications.ts';

/**
 * Whoever is heard on an application reads its papers, and nothing else of the patient's file. A PDF bears who looks at it and when; of a
 * picture the phone does it, and the paper as it was handed in lies in the file.
 */
@Injectable()
export class ReadPaper {
  readonly #database: Database;
  readonly #applications: Applications;
  readonly #attachments: Attachments;
  readonly #vaults: Vaults;
  readonly #people: People;
  readonly #printer: Printer;
  readonly #clock: Clock;

  constructor(
    database: Database,
    applications: Applications,
    attachments: Attachments,
    vaults: Vaults,
    people: People,
    printer: Printer,
    clock: Clock,
  ) {
    this.#database = database;
    this.#applications = applications;
    this.#attachments = attachments;
    this.#vaults = vaults;
    this.#people = people;
    this.#printer = printer;
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS also for a paper that the application does not name, FILE_REMOVED */
  async run(actor: Actor, applicationId: Id, attachmentId: Id): Promise<FileToSave> {
    const reader = this.#database.county(actor.countyId);
    await this.#applications.readable(reader, actor, applicationId);
    const { files } = await readStatement(reader, await this.#vaults.of(reader.countyId), applicationId);
    const file = files.includes(attachmentId) ? await this.#attachments.find(reader, attachmentId) : undefined;
    if (!file) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    const paper = await this.#attachments.read(reader, actor, file);
    return paper.type === 'application/pdf'
      ? { ...paper, bytes: await this.#printer.stamp(paper.bytes, await this.#mark(reader, actor)) }
      : paper;
  }

  /** Who looks, and when: a paper that is shown around tells by whom. */
  async #mark(reader: Reader, { personId }: Actor): Promise<string> {
    const name = (await this.#people.contacts(reader, [personId])).get(personId)?.name ?? '';
    return `${name} ${minuteInChina(this.#clock.now())}`;
  }
}
