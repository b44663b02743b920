import { overrideLacksReason, proposeClass, type Proposal } from '@guanhu/shared/assessment/classification.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { BodyOf } from '@guanhu/shared/kernel/route';
import type { recordVisit } from '@guanhu/shared/visits/visits.routes';

export type VisitRecord = BodyOf<typeof recordVisit>['record'];
type Done = Extract<VisitRecord, { result: 'done' }>;
type Lost = Extract<VisitRecord, { result: 'lost' }>;
type Deceased = Extract<VisitRecord, { result: 'deceased' }>;

/** What has been filled in so far: any field of any outcome, in any order. A blank is a blank. */
export type Answers = Partial<Omit<Done, 'result'>> &
  Partial<Pick<Lost, 'lostReason'>> &
  Partial<Pick<Deceased, 'deathCause' | 'fatalIllness'>> & { readonly result?: VisitRecord['result']; readonly diedOn?: CalendarDate };

export type Field = keyof Answers;
export type Faults = { readonly [F in Field]?: string };

/** The class that the findings speak for; undefined until the risk level is known. */
export function proposalOf(answers: Answers): Proposal | undefined {
  if (answers.result !== 'done' || answers.risk === undefined) return undefined;
  return proposeClass({ ...answers, risk: answers.risk });
}

/** What is still missing, in words, by field; empty when the record can be sent. */
export function faultsOf(answers: Answers): Faults {
  const { result } = answers;
  if (result === undefined) return { result: '请先选这次的结果' };
  switch (result) {
    case 'missed':
      return answers.form === undefined ? { form: '请选随访形式' } : {};
    case 'lost':
      return answers.lostReason === undefined ? { lostReason: '请选失访原因' } : {};
    case 'deceased':
      return {
        ...(answers.diedOn === undefined ? { diedOn: '请选日期' } : {}),
        ...(answers.deathCause === undefined ? { deathCause: '请选死亡原因' } : {}),
      };
    case 'done': {
      const proposal = proposalOf(answers);
      const { stability, overrideReason } = answers;
      return {
        ...(answers.form === undefined ? { form: '请选随访形式' } : {}),
        ...(answers.respondents === undefined || answers.respondents.length === 0 ? { respondents: '请选见到了谁' } : {}),
        ...(answers.risk === undefined ? { risk: '请选危险性等级' } : {}),
        ...(stability === undefined ? { stability: '请选分类，可以按建议的' } : {}),
        ...(proposal && stability && overrideLacksReason(proposal.stability, stability, overrideReason)
          ? { overrideReason: '与建议的不一样，请写一句为什么' }
          : {}),
      };
    }
  }
}

const text = (value: string | undefined) => (value === undefined || value.trim() === '' ? undefined : value.trim());

/** Leaves out what was never filled in: the server must not take a blank for an answer. */
const filled = <T extends object>(record: T): T =>
  Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined)) as T;

/** The record to send; undefined while something is missing. */
export function recordOf(answers: Answers): VisitRecord | undefined {
  if (Object.keys(faultsOf(answers)).length > 0) return undefined;
  const { result, lostReason, diedOn, deathCause, fatalIllness, ...findings } = answers;
  const note = text(answers.note);
  switch (result) {
    case undefined:
      return undefined;
    case 'missed':
      return filled({ result, form: answers.form, note }) as VisitRecord;
    case 'lost':
      return filled({ result, lostReason, note }) as VisitRecord;
    case 'deceased':
      return filled({ result, diedOn, deathCause, fatalIllness: deathCause === 1 ? fatalIllness : undefined, note }) as VisitRecord;
    case 'done': {
      const agrees = proposalOf(answers)?.stability === answers.stability;
      const referred = answers.referral === 2;
      return filled({
        ...findings,
        result,
        overrideReason: agrees ? undefined : text(answers.overrideReason),
        referralReason: referred ? text(answers.referralReason) : undefined,
        referralTo: referred ? text(answers.referralTo) : undefined,
        note,
      }) as VisitRecord;
    }
  }
}
