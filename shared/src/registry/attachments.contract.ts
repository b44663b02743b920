import { z } from 'zod';
import { contract, IdPageQuery, IdText, Instant, keysOf, PageOf, Version, Words } from '../kernel/contract.ts';
import * as routes from './attachments.routes.ts';
import { ATTACHMENT_KINDS, FILE_TYPES, MOST_FILE_BYTES, type AttachmentKind, type FileType } from './attachments.terms.ts';

const OfPatient = z.strictObject({ patientId: IdText });
const OfAttachment = z.strictObject({ attachmentId: IdText });

const Attachment = z
  .object({
    attachmentId: IdText,
    patientId: IdText,
    kind: keysOf<AttachmentKind>(ATTACHMENT_KINDS),
    what: z.string(),
    type: keysOf<FileType>(FILE_TYPES),
    /** Bytes as kept, after what tells where and with what it was taken was taken out. */
    size: z.int(),
    /** SHA-256 of the bytes as kept, hexadecimal. */
    sha256: z.string(),
    by: z.string(),
    at: Instant,
    /** Who took it out, when and why; the bytes are gone then. */
    removed: z.object({ by: z.string(), at: Instant, reason: z.string() }).nullable(),
    /** An agreement, an application or an objection rests on it: it cannot be taken out. */
    isEvidence: z.boolean(),
    version: z.int(),
  })
  .meta({ id: 'Attachment' });

/** A file in base64. Some more than may be kept is let in, to be refused in words. */
export const FileContent = z.base64().max(Math.ceil((MOST_FILE_BYTES * 4) / 3) + 1_000_000);
const AttachBody = z.strictObject({
  attachmentId: IdText,
  kind: keysOf<AttachmentKind>(ATTACHMENT_KINDS),
  what: Words(60),
  content: FileContent,
});
const RemoveAttachmentBody = z.strictObject({ reason: Words(200), version: Version });

export const listAttachmentsContract = contract({
  route: routes.listAttachments,
  summary: 'Photographs and scans of a file, newest first, with those that were taken out',
  door: 'attachment:read',
  params: OfPatient,
  query: IdPageQuery,
  answer: PageOf(Attachment),
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});

export const attachFileContract = contract({
  route: routes.attachFile,
  summary: 'Put a photograph or a scan into a file: its type is read from its content, what tells where it was taken is removed',
  door: 'attachment:write',
  params: OfPatient,
  body: AttachBody,
  answer: Attachment,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'FILE_TYPE_NOT_KEPT', 'FILE_BROKEN', 'FILE_ACTIVE', 'FILE_TOO_LARGE'],
  once: true,
});

export const readAttachmentContract = contract({
  route: routes.readAttachment,
  summary: 'The bytes of a photograph or scan, to be saved; the read is noted in the file',
  door: 'attachment:read',
  params: OfAttachment,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'FILE_REMOVED'],
});

export const removeAttachmentContract = contract({
  route: routes.removeAttachment,
  summary: 'Take a photograph or scan out of a file: the bytes are erased, who did it and why stays',
  door: 'attachment:remove',
  params: OfAttachment,
  body: RemoveAttachmentBody,
  answer: Attachment,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'FILE_REMOVED', 'FILE_IS_EVIDENCE', 'STALE'],
  once: true,
});

export type AttachmentsQuery = z.input<typeof IdPageQuery>;
export type OfAttachment = z.input<typeof OfAttachment>;
export type Attachment = z.infer<typeof Attachment>;
export type AttachmentPage = { rows: Attachment[]; next: string | null };
export type AttachBody = z.input<typeof AttachBody>;
export type RemoveAttachmentBody = z.input<typeof RemoveAttachmentBody>;
