import { inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import type { RewardPolicy } from '../policy/policy.terms.ts';
import { GUARDIAN_RELATIONS, type GuardianRelation } from '../registry/guardian-relation.rules.ts';
import { explainOrder } from '../registry/guardianship.rules.ts';
import { PATIENT_STATES, type PatientState } from '../registry/registry.terms.ts';
import type { RiskRating } from '../registry/risk-rating.rules.ts';
import type { EligibilityRule, Verdict } from './application.terms.ts';

type Eligibility = RewardPolicy['eligibility'];

/**
 * Whether the policy covers the patient: a high enough risk rating and a past incident, either of them or both as the county has it.
 * It only says where a reason is needed; nobody is refused by the software.
 */
export function isCovered(
  { riskAtLeast, pastIncident, match }: Pick<Eligibility, 'riskAtLeast' | 'pastIncident' | 'match'>,
  risk: RiskRating | null,
  hadIncident: boolean,
): boolean {
  const high = risk !== null && risk >= riskAtLeast;
  if (!pastIncident) return high;
  return match === 'both' ? high && hadIncident : high || hadIncident;
}

/** What is on file today, and what the family states. */
export type EligibilityFacts = {
  readonly risk: RiskRating | null;
  readonly riskOn: CalendarDate | null;
  readonly lastIncidentOn: CalendarDate | null;
  readonly state: PatientState;
  /** Null: the guardian is none of the patient's today. */
  readonly guardian: { readonly relation: GuardianRelation | null } | null;
  /** Relations of the patient's other guardians. */
  readonly others: readonly (GuardianRelation | null)[];
  readonly stated: { readonly livesTogether: boolean; readonly reallyCares: boolean };
  /** Number of another agreement whose term meets this one's, or that lives. */
  readonly otherAgreement: string | null;
  /** The rest of a year of this guardian was stopped so recently that the policy asks reviewers to look; null: it was not. */
  readonly stoppedOn: CalendarDate | null;
};

export type Finding = {
  readonly rule: EligibilityRule;
  readonly verdict: Verdict;
  /** What was found, in words. */
  readonly found: string;
  /** Where it was found. */
  readonly source: string;
};

const verdict = (holds: boolean): Verdict => (holds ? 'holds' : 'fails');

/** What is about the patient alone: what a family that has not applied can be told. */
export const findAboutPatient = (
  eligibility: Eligibility,
  facts: Pick<EligibilityFacts, 'risk' | 'riskOn' | 'lastIncidentOn' | 'state'>,
): readonly Finding[] => [condition(eligibility, facts), state(eligibility, facts)];

/** Each rule of the policy with what was found. Nothing follows from it by itself: a person decides. */
export function findEligibility(eligibility: Eligibility, facts: EligibilityFacts): readonly Finding[] {
  return [
    ...findAboutPatient(eligibility, facts),
    guardian(facts),
    order(facts),
    ...statements(eligibility, facts),
    one(facts),
    notStopped(facts),
  ];
}

function condition(
  eligibility: Eligibility,
  { risk, riskOn, lastIncidentOn }: Pick<EligibilityFacts, 'risk' | 'riskOn' | 'lastIncidentOn'>,
): Finding {
  const rated = risk === null ? '危险性没有评估' : `危险性 ${String(risk)} 级${riskOn ? `（${inWords(riskOn)}）` : ''}`;
  const incident = lastIncidentOn ? `上次情况 ${inWords(lastIncidentOn)}` : '没有发生过情况的记录';
  const covered = isCovered(eligibility, risk, lastIncidentOn !== null);
  return {
    rule: 'condition',
    verdict: !covered && risk === null ? 'unknown' : verdict(covered),
    found: eligibility.pastIncident ? `${rated}；${incident}` : rated,
    source: '危险性评估和情况处置记录',
  };
}

const state = ({ excludedStates }: Eligibility, facts: Pick<EligibilityFacts, 'state'>): Finding => ({
  rule: 'state',
  verdict: verdict(!excludedStates.includes(facts.state)),
  found: PATIENT_STATES[facts.state],
  source: '患者档案',
});

const guardian = (facts: EligibilityFacts): Finding => ({
  rule: 'guardian',
  verdict: verdict(facts.guardian !== null),
  found: facts.guardian === null ? '今天不是这名患者登记的监护人' : `登记为${relationInWords(facts.guardian.relation)}`,
  source: '监护登记',
});

const relationInWords = (relation: GuardianRelation | null): string =>
  relation === null ? '监护人，关系没有登记' : GUARDIAN_RELATIONS[relation];

function order({ guardian: mine, others }: EligibilityFacts): Finding {
  const source = '监护登记，《民法典》第二十八条';
  if (!mine?.relation) return { rule: 'order', verdict: 'unknown', found: '与患者的关系没有登记', source };
  const { words, before } = explainOrder(mine.relation, others);
  const earlier = before.map(each => GUARDIAN_RELATIONS[each]).join('、');
  return { rule: 'order', verdict: verdict(before.length === 0), found: earlier ? `${words}；顺序在前的还有${earlier}` : words, source };
}

/** A guardian who was entrusted or placed need not live with the patient. */
function statements({ livingTogether }: Eligibility, { stated, guardian: mine }: EligibilityFacts): readonly Finding[] {
  const source = '申请时填写，由村（居）核实';
  const exempt = mine?.relation === 'entrusted' || mine?.relation === 'organisation';
  const together: Finding = {
    rule: 'together',
    verdict: verdict(stated.livesTogether || exempt),
    found: `${stated.livesTogether ? '共同生活' : '不共同生活'}${!stated.livesTogether && exempt ? '（受委托或者单位担任监护人，不要求）' : ''}`,
    source,
  };
  const caring: Finding = {
    rule: 'caring',
    verdict: verdict(stated.reallyCares),
    found: stated.reallyCares ? '在照看' : '没有在照看',
    source,
  };
  return livingTogether ? [together, caring] : [caring];
}

const one = ({ otherAgreement }: EligibilityFacts): Finding => ({
  rule: 'one',
  verdict: verdict(otherAgreement === null),
  found: otherAgreement === null ? '没有另一份协议' : `已有协议 ${otherAgreement}`,
  source: '监护协议',
});

const notStopped = ({ stoppedOn }: EligibilityFacts): Finding => ({
  rule: 'notStopped',
  verdict: verdict(stoppedOn === null),
  found: stoppedOn === null ? '近期没有' : `${inWords(stoppedOn)}被停发全年`,
  source: '监护协议',
});

/** Whether going on needs its reason. */
export const isDoubtful = (findings: readonly Finding[]): boolean => findings.some(finding => finding.verdict !== 'holds');
