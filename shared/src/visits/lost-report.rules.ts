import type { PatientState } from '../registry/registry.terms.ts';

/** Nobody knows where the patient is. */
const GONE: ReadonlySet<PatientState> = new Set<PatientState>(['lostToFollowUp', 'missing']);

/**
 * What a turn of a life means for the written report on somebody lost (YM-01): one is drafted, or one that was not sent need not be any more.
 * Somebody who wandered off has a search with a report of its own, but where a visit found it the letter comes first.
 */
export function reportOnTurn({ to, byVisit }: { readonly to: PatientState; readonly byVisit: boolean }): 'draft' | 'void' | null {
  if (!GONE.has(to)) return 'void';
  return to === 'lostToFollowUp' || byVisit ? 'draft' : null;
}
