import { fen, NOTHING, share, yuan, type Fen } from '../kernel/fen.ts';
import type { ReliefPolicy, Tariff } from '../policy/relief-policy.terms.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/relief.ts';

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

const SAID = inLanguage(
  {
    special: '医保（门诊慢特病）',
    ordinary: '医保（普通门诊）',
    medicalRelief: '医疗救助',
    federation: '残联补助',
    ofTheRest: (percent: number) => `剩下的 ${percent}%`,
    ofWhatIsLeft: (percent: number) => `再剩下的 ${percent}%`,
    noDeductible: '没有起付线',
    above: (yuan: string) => `超过 ${yuan} 元的部分`,
    pays: (percent: number) => `报 ${percent}%`,
    most: (yuan: string) => `最多 ${yuan} 元`,
    commaMark: '，',
  },
  { en: en.ESTIMATE_SAID },
);

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
    pays(coverage.special ? SAID.special : SAID.ordinary, tariffWords(tariff), byTariff(left, tariff));
  }
  if (coverage.medicalRelief)
    pays(SAID.medicalRelief, SAID.ofTheRest(terms.medicalReliefPercent), share(left, terms.medicalReliefPercent, 100));
  if (coverage.rest) pays(SAID.federation, SAID.ofWhatIsLeft(terms.restPercent), share(left, terms.restPercent, 100));
  return { steps, own: left };
}

function byTariff(cost: Fen, { deductibleFen, percent, capFen }: Tariff): Fen {
  const above = cost > deductibleFen ? fen(cost - deductibleFen) : NOTHING;
  const part = share(above, percent, 100);
  return capFen !== undefined && part > capFen ? fen(capFen) : part;
}

const tariffWords = ({ deductibleFen, percent, capFen }: Tariff): string =>
  [
    deductibleFen === 0 ? SAID.noDeductible : SAID.above(yuan(deductibleFen)),
    SAID.pays(percent),
    ...(capFen === undefined ? [] : [SAID.most(yuan(capFen))]),
  ].join(SAID.commaMark);
