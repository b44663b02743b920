import { z } from 'zod';
import { contract, IdText, Instant, keysOf } from '../kernel/contract.ts';
import { FILE_TYPES, MOST_FILE_BYTES, type FileType } from '../registry/attachments.terms.ts';
import * as routes from './visit-photos.routes.ts';

const AttachVisitPhoto = z.strictObject({
  /** Made on the phone, so that a photograph without signal has its name. */
  attachmentId: IdText,
  /** The picture in base64. Some more than may be kept is let in, to be refused in words. */
  content: z.base64().max(Math.ceil((MOST_FILE_BYTES * 4) / 3) + 1_000_000),
});
export const VisitPhoto = z
  .object({
    attachmentId: IdText,
    type: keysOf<FileType>(FILE_TYPES),
    /** Bytes as kept. */
    size: z.int(),
    at: Instant,
    /** The office took it out: its bytes are gone. */
    removed: z.boolean(),
  })
  .meta({ id: 'VisitPhoto', description: 'A photograph of a visit; its bytes are read like those of every attachment of the file' });

export const attachVisitPhotoContract = contract({
  route: routes.attachVisitPhoto,
  summary: 'Put a photograph to one’s own visit, also later when there was no signal: what tells where it was taken is removed',
  door: 'visit:write',
  params: z.strictObject({ visitId: IdText }),
  body: AttachVisitPhoto,
  answer: VisitPhoto,
  refusals: [
    'VISIT_OF_ANOTHER',
    'VISIT_PHOTOS_FULL',
    'VISIT_PHOTO_NOT_PICTURE',
    'FILE_TYPE_NOT_KEPT',
    'FILE_BROKEN',
    'FILE_ACTIVE',
    'FILE_TOO_LARGE',
  ],
  once: true,
});

export type AttachVisitPhotoBody = z.input<typeof AttachVisitPhoto>;
export type VisitPhoto = z.infer<typeof VisitPhoto>;
