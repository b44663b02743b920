import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { CostAct, CostState } from './cost.terms.ts';

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
