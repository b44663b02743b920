import type { Actor } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { AttachBody, Attachment, RemoveAttachmentBody } from '@guanhu/shared/registry/attachments.contract';
import { Refusal } from '@guanhu/shared/kernel/decision';
import { Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import type { Tx } from '../platform/database/database.ts';
import { Attachments } from '../registry/registry.public.ts';
import { attachmentShown } from './attachment-shown.ts';
import { Teams } from './teams.ts';

/** Puts photographs and scans into a file and takes them out again. */
@Injectable()
export class AttachFile {
  readonly #teams: Teams;
  readonly #attachments: Attachments;
  readonly #people: People;

  constructor(teams: Teams, attachments: Attachments, people: People) {
    this.#teams = teams;
    this.#attachments = attachments;
    this.#people = people;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, FILE_TYPE_NOT_KEPT, FILE_BROKEN, FILE_ACTIVE, FILE_TOO_LARGE */
  async attach(tx: Tx, actor: Actor, patientId: Id, body: AttachBody): Promise<Attachment> {
    await this.#teams.requireFor(tx, actor, 'attachment:write', patientId);
    const row = await this.#attachments.keep(tx, actor, { ...body, patientId });
    return attachmentShown(row, await this.#people.contacts(tx, [row.madeBy]));
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS, FILE_REMOVED, FILE_IS_EVIDENCE, STALE */
  async remove(tx: Tx, actor: Actor, attachmentId: Id, body: RemoveAttachmentBody): Promise<Attachment> {
    const row = await this.#attachments.find(tx, attachmentId);
    if (!row) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    await this.#teams.requireFor(tx, actor, 'attachment:remove', row.patientId);
    const removed = await this.#attachments.remove(tx, actor, row, body);
    return attachmentShown(removed, await this.#people.contacts(tx, [row.madeBy, actor.personId]));
  }
}
