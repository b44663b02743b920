import { fen, NOTHING, share, yuan, type Fen } from '../kernel/fen.ts';
import type { ReliefPolicy, Tariff } from '../policy/relief-policy.terms.ts';

/** What somebody has that a bill is counted with. */
export type Coverage = {
  readonly insured: boolean;
  /** The special outpatient tariff. */
  readonly special: boolean;
  readonly medicalRelief: boolean;
  /** The federation's help with what is left. */
  readonly rest: boolean;
};

/** One step of the estimate: who pays how much, and how it is counted. */
export type EstimateStep = { readonly who: string; readonly how: string; readonly fen: Fen };
export type Estimate = { readonly steps: readonly EstimateStep[]; /** What the family pays itself. */ readonly own: Fen };

/**
 * What of a bill others pay, step by step, each in whole fen: the insurance by its tariff, of the rest medical relief, of the rest of that the
 * federation. An estimate, not a promise: what of a bill counts at all is for the office that settles it.
 */
export function estimateOf(cost: Fen, terms: ReliefPolicy['reimbursement'], coverage: Coverage): Estimate {
  const steps: EstimateStep[] = [];
  let left = cost;
  const pays = (who: string, how: string, part: Fen) => {
    steps.push({ who, how, fen: part });
    left = fen(left - part);
  };
  if (coverage.insured) {
    const tariff = coverage.special ? terms.special : terms.ordinary;
    pays(coverage.special ? '医保（门诊慢特病）' : '医保（普通门诊）', tariffWords(tariff), byTariff(left, tariff));
  }
  if (coverage.medicalRelief)
    pays('医疗救助', `剩下的 ${String(terms.medicalReliefPercent)}%`, share(left, terms.medicalReliefPercent, 100));
  if (coverage.rest) pays('残联补助', `再剩下的 ${String(terms.restPercent)}%`, share(left, terms.restPercent, 100));
  return { steps, own: left };
}

function byTariff(cost: Fen, { deductibleFen, percent, capFen }: Tariff): Fen {
  const above = cost > deductibleFen ? fen(cost - deductibleFen) : NOTHING;
  const part = share(above, percent, 100);
  return capFen !== undefined && part > capFen ? fen(capFen) : part;
}

const tariffWords = ({ deductibleFen, percent, capFen }: Tariff): string =>
  [
    deductibleFen === 0 ? '没有起付线' : `超过 ${yuan(deductibleFen)} 元的部分`,
    `报 ${String(percent)}%`,
    ...(capFen === undefined ? [] : [`最多 ${yuan(capFen)} 元`]),
  ].join('，');
