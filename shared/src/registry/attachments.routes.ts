import { route } from '../kernel/route.ts';
import type * as C from './attachments.contract.ts';

type OfPatient = { patientId: string };

/** Photographs and scans of a file. */
export const listAttachments = route<{ params: OfPatient; query: C.AttachmentsQuery; answer: C.AttachmentPage }>()(
  'GET',
  '/patients/:patientId/attachments',
);
/** Put one into the file. */
export const attachFile = route<{ params: OfPatient; body: C.AttachBody; answer: C.Attachment }>()(
  'POST',
  '/patients/:patientId/attachments',
);
/** Its bytes. */
export const readAttachment = route<{ params: C.OfAttachment }>()('GET', '/attachments/:attachmentId/content');
/** Take it out. */
export const removeAttachment = route<{ params: C.OfAttachment; body: C.RemoveAttachmentBody; answer: C.Attachment }>()(
  'POST',
  '/attachments/:attachmentId/remove',
);
