import type { Verdict } from '../agreements/application.terms.ts';
import type { BenefitTerms, ReliefCondition } from '../policy/relief-policy.terms.ts';
import type { KnownFacts } from './facts.rules.ts';
import { RELIEF_FACTS, type FactAnswer, type ReliefFact, type Standing } from './relief.terms.ts';

/** One condition with what was found and where. */
export type ReliefFinding = {
  readonly fact: ReliefFact;
  readonly label: string;
  readonly verdict: Verdict;
  /** In words; "to be asked" where nothing is known. */
  readonly found: string;
  readonly source: string;
  /** Every one of its group must hold, or one of them is enough. */
  readonly oneIsEnough: boolean;
};

/** What must be, as people say it: 没有残疾证 for a certificate that must not be there yet. */
const labelOf = ({ fact, is }: ReliefCondition): string =>
  is === 'yes' ? RELIEF_FACTS[fact].label : `还没有：${RELIEF_FACTS[fact].label}`;

const verdictOf = (answer: FactAnswer | undefined, is: FactAnswer): Verdict =>
  answer === undefined ? 'unknown' : answer === is ? 'holds' : 'fails';

const finding = (condition: ReliefCondition, facts: KnownFacts, oneIsEnough: boolean): ReliefFinding => {
  const known = facts[condition.fact];
  return {
    fact: condition.fact,
    label: labelOf(condition),
    verdict: verdictOf(known?.answer, condition.is),
    found: known?.found ?? '还不知道，要问一下',
    source: known?.source ?? '没有记录',
    oneIsEnough,
  };
};

/** Each condition of a benefit with what is known of it. Nothing follows from it by itself: a person decides. */
export const findBenefit = ({ all, any }: Pick<BenefitTerms, 'all' | 'any'>, facts: KnownFacts): readonly ReliefFinding[] => [
  ...all.map(one => finding(one, facts, false)),
  ...any.map(one => finding(one, facts, true)),
];

/**
 * What it comes to: a condition known not to hold is said, whatever is not known is asked, and only what is known to hold lets the family
 * hope. A benefit without conditions is everybody's.
 */
export function seemsTo(
  findings: readonly Pick<ReliefFinding, 'verdict' | 'oneIsEnough'>[],
): Extract<Standing, 'seems' | 'ask' | 'notNow'> {
  const needed = findings.filter(one => !one.oneIsEnough).map(one => one.verdict);
  const either = findings.filter(one => one.oneIsEnough).map(one => one.verdict);
  if (needed.includes('fails') || (either.length > 0 && either.every(one => one === 'fails'))) return 'notNow';
  const met = needed.every(one => one === 'holds') && (either.length === 0 || either.includes('holds'));
  return met ? 'seems' : 'ask';
}

/** What is to be asked next, each question once: of the benefits that still hang on an answer, never what only a doctor says. */
export function questionsOf(
  outlook: readonly { readonly standing: Standing; readonly findings: readonly ReliefFinding[] }[],
): ReliefFact[] {
  const open = outlook.filter(one => one.standing === 'ask').flatMap(one => one.findings);
  return [...new Set(open.filter(one => one.verdict === 'unknown' && RELIEF_FACTS[one.fact].ask !== null).map(one => one.fact))];
}
