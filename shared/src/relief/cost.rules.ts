import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { CostAct, CostItem, CostState } from './cost.terms.ts';
import type { EscortState } from './escort.terms.ts';

const NEXT: Readonly<Record<Exclude<CostAct, 'proposed'>, { readonly from: CostState; readonly to: CostState }>> = {
  reviewed: { from: 'proposed', to: 'reviewed' },
  returned: { from: 'proposed', to: 'returned' },
  paid: { from: 'reviewed', to: 'paid' },
  supervised: { from: 'paid', to: 'supervised' },
};

/**
 * The state that a step leads to. Nobody takes two of the steps of one cost, nor stands in for somebody who took another one.
 * Source: the finance office's duty to review, pay and supervise.
 */
export function moveCost(
  from: CostState,
  act: Exclude<CostAct, 'proposed'>,
  persons: readonly string[],
  tookPart: readonly string[],
): Decision<CostState> {
  if (NEXT[act].from !== from) return refuse('RELIEF_COST_MOVE_NOT_ALLOWED');
  return persons.some(person => tookPart.includes(person)) ? refuse('RELIEF_COST_SAME_PERSON') : grant(NEXT[act].to);
}

/** What is allowed of the bill, and paid of what is allowed: never more. */
export const decideCostAmount = (amountFen: number, mostFen: number): Decision<number> =>
  amountFen > mostFen ? refuse('RELIEF_COST_TOO_MUCH') : grant(amountFen);

/** Whether a bill can be proposed: travel and its like are of an escort of the same patient, which has set out. */
export function decideCostItem(
  paidFor: CostItem,
  escort: { readonly state: EscortState; readonly ofPatient: boolean } | null,
): Decision<CostItem> {
  if (escort === null) return paidFor === 'treatment' ? grant(paidFor) : refuse('RELIEF_COST_NEEDS_ESCORT');
  return escort.ofPatient && escort.state !== 'planned' ? grant(paidFor) : refuse('RELIEF_COST_NEEDS_ESCORT');
}
