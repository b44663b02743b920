import { route } from '../kernel/route.ts';
import type * as C from './handed-in.contract.ts';

/** Nobody is signed in any more: what proves whose it is stands in the body, and proves nothing else. */
export const handIn = route<{ body: C.HandInBody; answer: C.HandInAnswer }>()('POST', '/handed-in');
export const listHandedIn = route<{ query: C.HandedInQuery; answer: C.HandedInPage }>()('GET', '/handed-in');
export const readHandedIn = route<{ params: C.OfHandedIn; answer: C.HandedIn }>()('GET', '/handed-in/:handedInId');
export const decideHandedIn = route<{ params: C.OfHandedIn; body: C.DecideHandedInBody; answer: C.HandedInRow }>()(
  'POST',
  '/handed-in/:handedInId/decision',
);
