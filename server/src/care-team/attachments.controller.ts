import {
  attachFileContract,
  listAttachmentsContract,
  readAttachmentContract,
  removeAttachmentContract,
} from '@guanhu/shared/registry/attachments.contract';
import { Controller } from '@nestjs/common';
import { Call, Endpoint, type CallOf } from '../platform/http/endpoint.ts';
import { sendFile } from '../platform/http/send-file.ts';
import { Writes } from '../platform/http/writes.ts';
import { AttachFile } from './attach-file.ts';
import { ReadAttachments } from './read-attachments.ts';

/** Photographs and scans of a patient's file. */
@Controller()
export class AttachmentsController {
  readonly #writes: Writes;
  readonly #attach: AttachFile;
  readonly #read: ReadAttachments;

  constructor(writes: Writes, attach: AttachFile, read: ReadAttachments) {
    this.#writes = writes;
    this.#attach = attach;
    this.#read = read;
  }

  @Endpoint(listAttachmentsContract)
  list(@Call() call: CallOf<typeof listAttachmentsContract>) {
    return this.#read.list(call.actor, call.params.patientId, call.query);
  }

  @Endpoint(attachFileContract)
  attach(@Call() call: CallOf<typeof attachFileContract>) {
    return this.#writes.once(call, tx => this.#attach.attach(tx, call.actor, call.params.patientId, call.body));
  }

  @Endpoint(readAttachmentContract)
  async bytes(@Call() call: CallOf<typeof readAttachmentContract>) {
    return sendFile(call.reply, await this.#read.bytes(call.actor, call.params.attachmentId));
  }

  @Endpoint(removeAttachmentContract)
  remove(@Call() call: CallOf<typeof removeAttachmentContract>) {
    return this.#writes.once(call, tx => this.#attach.remove(tx, call.actor, call.params.attachmentId, call.body));
  }
}
