import { urlTo, BIND } from '../navigate';
import { leave } from './leave.ts';

/** Where somebody wants to be signed in next; until they are, or turn out not to be known there. */
let wished: number | undefined;
export const wishedCounty = (): number | undefined => wished;
export const forgetWish = (): void => {
  wished = undefined;
};

/** Signs out here and in there, and comes back to the page that asked for it. */
export function changeCounty(countyId: number, then: string): Promise<void> {
  wished = countyId;
  return leave(urlTo(BIND, { then }));
}
