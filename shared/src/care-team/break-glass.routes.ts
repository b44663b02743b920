import { route } from '../kernel/route.ts';
import type * as C from './break-glass.contract.ts';

/** Open a file in an emergency. */
export const openInEmergency = route<{ body: C.OpenBody; answer: C.OpenedAnswer }>()('POST', '/break-glass');
/** Emergency openings, to be seen and reviewed. */
export const listOpenings = route<{ query: C.OpeningsQuery; answer: C.OpeningsPage }>()('GET', '/break-glass');
export const markOpeningSeen = route<{ params: C.OfOpening; answer: C.OpeningDone }>()('POST', '/break-glass/:openingId/seen');
export const reviewOpening = route<{ params: C.OfOpening; body: C.ReviewBody; answer: C.OpeningDone }>()(
  'POST',
  '/break-glass/:openingId/review',
);
