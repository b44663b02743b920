import { z } from 'zod';
import { contract, IdText, Version } from '../kernel/contract.ts';
import { FileContent } from '../registry/attachments.contract.ts';
import { AgreementMoved, AgreementParams, Sha256 } from './agreements.contract.ts';
import { PaperKept } from './application.contract.ts';
import { MOST_PAPERS } from './application.terms.ts';
import * as routes from './signing.routes.ts';

const StartReadingBody = z.strictObject({ readingId: IdText, contentSha256: Sha256 });
export type StartReadingBody = z.input<typeof StartReadingBody>;
const ReadingStarted = z
  .object({
    readingId: IdText,
    /** So many seconds pass at least until the signature. */
    leastSeconds: z.int(),
  })
  .meta({ id: 'ReadingStarted' });
export type ReadingStarted = z.infer<typeof ReadingStarted>;
export const startReadingContract = contract({
  route: routes.startReading,
  summary: 'The text is handed to the guardian’s phone to be read; the signature names this reading',
  door: 'agreement:sign',
  params: AgreementParams,
  body: StartReadingBody,
  answer: ReadingStarted,
  refusals: ['AGREEMENT_MOVE_NOT_ALLOWED', 'AGREEMENT_TEXT_CHANGED', 'INPUT_INVALID', 'NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

export const keepSignedPageContract = contract({
  route: routes.keepSignedPage,
  summary: 'A photographed page of an agreement that was signed on paper',
  door: 'agreement:witness',
  params: AgreementParams,
  body: z.strictObject({ attachmentId: IdText, content: FileContent }),
  answer: PaperKept,
  refusals: [
    'NOT_FOUND_OR_NO_ACCESS',
    'AGREEMENT_MOVE_NOT_ALLOWED',
    'AGREEMENT_OWN_PARTY',
    'PAPER_NOT_PICTURE',
    'FILE_TYPE_NOT_KEPT',
    'FILE_BROKEN',
    'FILE_ACTIVE',
    'FILE_TOO_LARGE',
    'INPUT_INVALID',
  ],
  once: true,
});

const SignOnPaperBody = z.strictObject({
  version: Version,
  contentSha256: Sha256,
  /** Every page, in their order, as kept before. */
  pages: z.array(IdText).min(1).max(MOST_PAPERS),
  /** The witness says: read by the guardian or aloud to them, and signed before my eyes. */
  witnessed: z.literal(true),
});
export type SignOnPaperBody = z.input<typeof SignOnPaperBody>;
export const signOnPaperContract = contract({
  route: routes.signOnPaper,
  summary: 'The guardian has signed on paper before the asker, who is the named witness; the pages’ digests stand in the document',
  door: 'agreement:witness',
  params: AgreementParams,
  body: SignOnPaperBody,
  answer: AgreementMoved,
  refusals: [
    'AGREEMENT_MOVE_NOT_ALLOWED',
    'AGREEMENT_TEXT_CHANGED',
    'AGREEMENT_OWN_PARTY',
    'FILE_REMOVED',
    'INPUT_INVALID',
    'STALE',
    'NOT_FOUND_OR_NO_ACCESS',
  ],
  once: true,
});

export const readClipContract = contract({
  route: routes.readClip,
  summary: 'The recording of one section’s words, where somebody has recorded exactly these',
  door: 'agreement:read',
  params: AgreementParams.extend({ section: z.string().regex(/^\d{1,2}$/) }),
  refusals: ['CLIP_NOT_RECORDED', 'NOT_FOUND_OR_NO_ACCESS'],
});
