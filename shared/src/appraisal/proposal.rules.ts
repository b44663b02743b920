import { CONDUCTS, type Conduct } from '../incidents/conduct.terms.ts';
import { DUTY_CLAUSE_CODES, type DutyClause, type ProposalOutcome } from './appraisal.terms.ts';

/** What the server counted in one period. */
export type DutyEvidence = {
  readonly days: number;
  readonly confirmations: { readonly taken: number; readonly partly: number; readonly notTaken: number; readonly unanswered: number };
  readonly visits: number;
  readonly incidents: readonly ReportedIncident[];
  /** Trainings that the guardian took part in; absent in evidence of before they were counted. */
  readonly trainings?: number | undefined;
};
export type ReportedIncident = {
  readonly byGuardian: boolean;
  readonly withinDay: boolean;
  /** What doctor or police found it to be: told to the two people, no reason for anything by itself. */
  readonly conduct?: Conduct | null;
};

export type ClauseFinding = { readonly clause: DutyClause; readonly finding: 'met' | 'check'; readonly reasons: readonly string[] };

/** What the software puts before the two people: never a deduction, only "in full" or "please look". */
export type DutyProposal = {
  readonly outcome: ProposalOutcome;
  readonly clauses: readonly ClauseFinding[];
  readonly reasons: readonly string[];
};

const met = (clause: DutyClause, ...reasons: string[]): ClauseFinding => ({ clause, finding: 'met', reasons });
const check = (clause: DutyClause, ...reasons: string[]): ClauseFinding => ({ clause, finding: 'check', reasons });

/** A tap is not money: nothing about confirmations alone asks for a check. Source: reward rules, "a tap is not money". */
function medication({ confirmations: { taken, partly, notTaken, unanswered } }: DutyEvidence): ClauseFinding {
  const answered = taken + partly + notTaken;
  const reasons = [answered === 0 ? '本期没有服药确认记录' : `确认服药${taken}天，没吃全${partly}天，没吃${notTaken}天，均为如实记录`];
  if (unanswered > 0) reasons.push(`另有${unanswered}天没有点按确认，不作为扣减理由`);
  return met('medication', ...reasons);
}

function reporting({ incidents }: DutyEvidence): ClauseFinding {
  if (incidents.length === 0) return met('reporting', '本期没有发生事件');
  const late = incidents.filter(each => !each.withinDay && !each.byGuardian).length;
  const ownLate = incidents.filter(each => !each.withinDay && each.byGuardian).length;
  const byOthers = incidents.filter(each => !each.byGuardian).length;
  const found = incidents.flatMap(({ conduct }) => (conduct ? [CONDUCTS[conduct]] : []));
  const facts = found.length === 0 ? [] : [`医生或民警认定：${found.join('、')}`];
  if (ownLate === 0 && byOthers === 0) return met('reporting', `发生${incidents.length}起事件，监护人都及时报告`, ...facts);
  const reasons: string[] = [...facts];
  if (ownLate > 0) reasons.push(`${ownLate}起事件监护人在24小时以后才报告，请了解原因`);
  if (late > 0) reasons.push(`${late}起事件在24小时以后才有报告，请了解原因`);
  if (byOthers > 0) reasons.push(`${byOthers}起事件由他人报告，请了解监护人当时是否知情`);
  return check('reporting', ...reasons);
}

const visits = (evidence: DutyEvidence): ClauseFinding =>
  evidence.visits > 0
    ? met('visits', `本期有${evidence.visits}次随访记录`)
    : check('visits', '本期没有随访记录，请了解是未安排还是未能见面');

/** A training speaks for a guardian; to have had none speaks against nobody: it has to be offered first. */
const rehabilitation = ({ trainings = 0 }: DutyEvidence): ClauseFinding =>
  met('rehabilitation', trainings > 0 ? `本期参加${trainings}次监护人培训` : '没有相反的记录');

const unmeasured = (clause: DutyClause): ClauseFinding => met(clause, '没有相反的记录');

/** Looks at every clause. An incident always brings people to look, also when every duty was done: never an automatic zero, never silence. */
export function proposeAppraisal(evidence: DutyEvidence): DutyProposal {
  const special: Partial<Record<DutyClause, ClauseFinding>> = {
    medication: medication(evidence),
    reporting: reporting(evidence),
    visits: visits(evidence),
    rehabilitation: rehabilitation(evidence),
  };
  const clauses = DUTY_CLAUSE_CODES.map(clause => special[clause] ?? unmeasured(clause));
  const reasons: string[] = [];
  if (evidence.incidents.length > 0) reasons.push('本期发生过事件，须由人核实；及时报告的不扣减');
  if (clauses.some(each => each.finding === 'check')) reasons.push('有条款需要了解情况');
  return {
    outcome: reasons.length > 0 ? 'review' : 'full',
    clauses,
    reasons: reasons.length > 0 ? reasons : ['各项职责都有记录，没有相反情况'],
  };
}
