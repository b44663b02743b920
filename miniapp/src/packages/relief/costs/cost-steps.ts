import type { Permission } from '@guanhu/shared/access/permissions.rules';
import { fenTyped } from '@guanhu/shared/kernel/yuan-typed';
import type { CostRow } from '@guanhu/shared/relief/cost.contract';
import type { CostState } from '@guanhu/shared/relief/cost.terms';

export type CostStep = keyof CostRow['may'];

/** The step that the reader may take now; there is never more than one, for a cost waits for one of them at a time. */
export const stepOf = ({ may }: Pick<CostRow, 'may'>): CostStep | undefined =>
  may.review ? 'review' : may.pay ? 'pay' : may.supervise ? 'supervise' : undefined;

/** The costs that a reader sees first: those that wait for the step of their post, or all. */
export function firstShown(holds: (permission: Permission) => boolean): CostState | 'all' {
  if (holds('relief-cost:review')) return 'proposed';
  if (holds('relief-cost:pay')) return 'reviewed';
  return holds('relief-cost:supervise') ? 'paid' : 'all';
}

/** The most that the step can name; null where it names no amount. */
export const mostOf = (step: CostStep, { billFen, allowedFen }: Pick<CostRow, 'billFen' | 'allowedFen'>): number | null =>
  step === 'review' ? billFen : step === 'pay' ? (allowedFen ?? 0) : null;

/** Fen of what is typed, where it is more than nothing and no more than `most`. */
export function amountOf(typed: string, most: number): number | undefined {
  const fen = fenTyped(typed);
  return fen !== undefined && fen > 0 && fen <= most ? fen : undefined;
}

/** Those that wait for the reader, then the others; each part in the order in which it came. */
export function yoursFirst<C extends Pick<CostRow, 'may'>>(
  rows: readonly C[],
): { readonly yours: readonly C[]; readonly others: readonly C[] } {
  return { yours: rows.filter(row => stepOf(row) !== undefined), others: rows.filter(row => stepOf(row) === undefined) };
}
