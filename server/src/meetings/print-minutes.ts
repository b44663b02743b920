import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { MinutesText } from '@guanhu/shared/meetings/minutes-text.rules';
import { Injectable } from '@nestjs/common';
import { Vaults } from '../platform/crypto/vault.ts';
import { Database } from '../platform/database/database.ts';
import type { FileToSave } from '../platform/http/send-file.ts';
import type { OfficialDocument, PrintBlock } from '../platform/print/print-document.ts';
import { Printer } from '../platform/print/printer.ts';
import { writeWordDocument } from '../platform/print/word-document.ts';
import { Meetings } from './meetings.ts';
import { readIssue, type IssueRow } from './minutes.store.ts';

const TYPES = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;

/** Issued minutes as an official document; what is not issued is nobody’s to pass on. */
@Injectable()
export class PrintMinutes {
  readonly #database: Database;
  readonly #meetings: Meetings;
  readonly #vaults: Vaults;
  readonly #printer: Printer;

  constructor(database: Database, meetings: Meetings, vaults: Vaults, printer: Printer) {
    this.#database = database;
    this.#meetings = meetings;
    this.#vaults = vaults;
    this.#printer = printer;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, MEETING_MOVE_NOT_ALLOWED before the issue, SERVER_BUSY when too many wait for the printer */
  async run(actor: Actor, meetingId: Id, format: keyof typeof TYPES): Promise<FileToSave> {
    const county = this.#database.county(actor.countyId);
    await this.#meetings.readable(county, actor, meetingId);
    const issue = await readIssue(county, await this.#vaults.of(county.countyId), meetingId);
    if (!issue) throw new Refusal('MEETING_MOVE_NOT_ALLOWED');
    const document = minutesDocument(issue);
    const bytes = format === 'pdf' ? (await this.#printer.print(document)).pdf : await writeWordDocument(document);
    return { bytes, type: TYPES[format], fileName: `minutes-${String(issue.year)}-${String(issue.serial)}.${format}` };
  }
}

/** The parts of the minutes as blocks of an official document. */
function minutesDocument({ text, contentSha256, contentSm3, issuedAt }: IssueRow): OfficialDocument {
  return {
    mark: text.mark,
    title: text.title,
    number: text.number,
    blocks: [
      ...text.sections.flatMap(({ heading, paragraphs }: MinutesText['sections'][number]): PrintBlock[] => [
        ...(heading === null ? [] : [{ kind: 'heading' as const, text: heading }]),
        ...paragraphs.map(paragraph => ({ kind: 'paragraph' as const, text: paragraph })),
      ]),
      { kind: 'closing', lines: [text.signedBy, text.signedOn] },
    ],
    footer: [`正文校验值 SHA-256：${contentSha256}`, `正文校验值 SM3：${contentSm3}`],
    at: issuedAt,
  };
}
