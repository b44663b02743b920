import { route } from '../kernel/route.ts';
import type * as C from './clue.contract.ts';

export const reportClue = route<{ params: { areaId: string }; body: C.ReportClueBody; answer: C.ClueRef }>()(
  'POST',
  '/areas/:areaId/screening/clues',
);
export const listClues = route<{ query: C.CluesQuery; answer: C.CluesPage }>()('GET', '/screening/clues');
export const listMyClues = route<{ query: C.MyCluesQuery; answer: C.MyCluesPage }>()('GET', '/screening/my-clues');
export const readClue = route<{ params: C.OfClue; answer: C.ClueAnswer }>()('GET', '/screening/clues/:clueId');
export const describeClue = route<{ params: C.OfClue; body: C.DescribeClueBody; answer: C.ClueRef }>()(
  'POST',
  '/screening/clues/:clueId/person',
);
export const findAlike = route<{ params: C.OfClue; answer: C.AlikeAnswer }>()('GET', '/screening/clues/:clueId/alike');
export const checkClue = route<{ params: C.OfClue; body: C.CheckClueBody; answer: C.ClueRef }>()('POST', '/screening/clues/:clueId/check');
export const reviewClue = route<{ params: C.OfClue; body: C.ReviewClueBody; answer: C.ClueRef }>()(
  'POST',
  '/screening/clues/:clueId/review',
);
export const withdrawClue = route<{ params: C.OfClue; body: C.WithdrawClueBody; answer: C.ClueRef }>()(
  'POST',
  '/screening/clues/:clueId/withdraw',
);
/** A read that says why in its body, and is written down. */
export const openInformant = route<{ params: C.OfClue; body: C.OpenInformantBody; answer: C.InformantAnswer }>()(
  'POST',
  '/screening/clues/:clueId/informant',
);
