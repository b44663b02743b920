import { route } from '../kernel/route.ts';
import type * as C from './merge.contract.ts';

/** Proposes that two files are of one person. */
export const proposeMerge = route<{ body: C.ProposeMergeBody; answer: C.MergeAnswer }>()('POST', '/merges');
/** Merges of files that the reader answers for, newest first. */
export const listMerges = route<{ query: C.MergesQuery; answer: C.MergesPage }>()('GET', '/merges');
/** Both files side by side, and what would move. */
export const readMerge = route<{ params: C.MergeParams; answer: C.MergeAnswer }>()('GET', '/merges/:mergeId');
/** Another person agrees, and the files become one, or does not. */
export const decideMerge = route<{ params: C.MergeParams; body: C.DecideMergeBody; answer: C.MergeAnswer }>()(
  'POST',
  '/merges/:mergeId/decision',
);
/** Takes a merge back: what was moved returns, row by row. */
export const undoMerge = route<{ params: C.MergeParams; body: C.UndoMergeBody; answer: C.MergeAnswer }>()('POST', '/merges/:mergeId/undo');
