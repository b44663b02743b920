import { route } from '../kernel/route.ts';
import type * as C from './intake.contract.ts';

/** Reads a workbook and shows what would happen; nothing is written but the preview itself. */
export const previewImport = route<{ body: C.PreviewBody; answer: C.ImportPreview }>()('POST', '/imports');
export const listImports = route<{ query: C.ImportsQuery; answer: C.ImportsPage }>()('GET', '/imports');
/** The preview as it stands now: facts may have changed since, answers may have come. */
export const readImport = route<{ params: C.ImportParams; answer: C.ImportPreview }>()('GET', '/imports/:importId');
/** Answers to mismatches: which village an alias means, which of two holders, whether two are one person. */
export const answerImport = route<{ params: C.ImportParams; body: C.AnswersBody; answer: C.ImportPreview }>()(
  'POST',
  '/imports/:importId/answers',
);
/** Puts a preview aside for good: nothing of it was written, and it is no longer among what waits. */
export const discardImport = route<{ params: C.ImportParams; body: C.DiscardBody; answer: C.DiscardAnswer }>()(
  'POST',
  '/imports/:importId/discard',
);
/** Writes exactly the rows named, together or not at all. */
export const confirmImport = route<{ params: C.ImportParams; body: C.ConfirmBody; answer: C.ImportResult }>()(
  'POST',
  '/imports/:importId/confirm',
);
