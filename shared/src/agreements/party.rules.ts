import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { RefusalCode } from '../kernel/refusals.ts';

/**
 * Nobody decides on an agreement to which they, or anyone they act for, are party.
 * @param standsFor the deciding person and everybody they act for today
 */
export const decideNoParty = (standsFor: readonly string[], parties: readonly string[], code: RefusalCode): Decision<true> =>
  standsFor.some(person => parties.includes(person)) ? refuse(code) : grant(true);
