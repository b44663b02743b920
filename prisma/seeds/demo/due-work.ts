import { newId } from '@guanhu/server/platform/ids';
import type { TaskKind } from '@guanhu/shared/agenda/agenda.terms';
import { recordHealthExam, recordRiskReview } from '@guanhu/shared/assessment/assessment.routes';
import { openCaseTeam, readCaseTeam, reviewCaseTeam } from '@guanhu/shared/care-team/case-team.routes';
import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { recordDispensing, recordInjection } from '@guanhu/shared/medication/supply.routes';
import { closeAlert, readAlert } from '@guanhu/shared/visits/after-visit.routes';
import { recordOutcome } from '@guanhu/shared/visits/visits.routes';
import type { CastPatient } from './cast.terms.ts';
import { chance } from './chance.ts';
import { examValues, HEALTH_CENTRE } from './findings.ts';
import { each, patientOf, type Story } from './story.ts';
import { BEHIND, classOf } from './visiting.ts';

type Kind = Extract<TaskKind, 'outcome' | 'caseReview' | 'riskReview' | 'healthExam' | 'injection' | 'refill' | 'unlock'>;
type Due = {
  readonly id: Id;
  readonly kind: Kind;
  readonly patientId: Id;
  readonly assigneeId: Id;
  readonly causeId: Id | null;
  readonly dueOn: CalendarDate;
};
/** One thing to do: whose session does it, for whom, because of what, on which day. */
type Job = {
  readonly as: string;
  readonly patient: CastPatient;
  readonly params: { readonly patientId: Id };
  readonly causeId: Id;
  readonly day: CalendarDate;
};

/** Most days before its day on which each kind of work is done, and most days after. */
const EARLIEST: Readonly<Record<Kind, number>> = {
  outcome: 12,
  caseReview: 9,
  riskReview: 7,
  healthExam: 9,
  injection: 1,
  refill: 2,
  unlock: 0,
};
const LATEST = 1;
/** Of what was due in the last days, the share that nobody has come to yet. */
const LEFT_DAYS = 8;
const LEFT = 0.3;

/** What doctors and grid workers do because it is due: most in time, a little of the last week not yet. */
export async function doWhatIsDue(story: Story, day: CalendarDate): Promise<void> {
  const { house, people } = story;
  const due = await house.county.sql<Due>(
    `SELECT id, kind, patient_id AS "patientId", assignee_id AS "assigneeId", cause_id AS "causeId", due_on AS "dueOn" FROM task
     WHERE county_id = $1 AND kind = ANY($2) AND state = 'open' AND assignee_id IS NOT NULL AND due_on <= $3 ORDER BY due_on, id`,
    [house.county.countyId, Object.keys(EARLIEST), addDays(day, Math.max(...Object.values(EARLIEST)))],
  );
  const todays = due.filter(one => isDone(story, one, day));
  await each([...new Set(todays.map(one => one.patientId))], async patientId => {
    for (const one of todays.filter(each => each.patientId === patientId)) {
      const as = await people.phone(people.keyOf(one.assigneeId) ?? '');
      const job: Job = { as, patient: patientOf(story, patientId), params: { patientId }, causeId: one.causeId ?? '', day };
      await WORK[one.kind](story, job);
    }
  });
}

function isDone(story: Story, { kind, patientId, assigneeId, dueOn }: Due, day: CalendarDate): boolean {
  const { people, today } = story;
  const key = people.keyOf(assigneeId);
  if (key === undefined || !people.isBound(key)) return false;
  if (key === BEHIND.key && day > addDays(today, -BEHIND.days)) return false;
  const about = [patientOf(story, patientId).key, kind, dueOn] as const;
  if (dueOn > addDays(today, -LEFT_DAYS) && chance('left', ...about) < LEFT) return false;
  const shift = Math.round(chance('when', ...about) * (EARLIEST[kind] + LATEST)) - EARLIEST[kind];
  return day >= addDays(dueOn, shift);
}

const PLAN = {
  goals: '三个月内症状平稳，按时服药，不再发生影响他人的行为',
  measures: '医生两周随访一次，调整用药；民警和网格员每周走访；民政、残联看看能否申请补贴和社区康复',
};
const REVIEW_DAYS = 30;

const WORK: { readonly [K in Kind]: (story: Story, job: Job) => Promise<unknown> } = {
  outcome: ({ house }, { as, patient, causeId, day }) => {
    const luck = chance('outcome', patient.key, day);
    const body =
      luck < 0.7
        ? ({ outcome: 'treated', note: '门诊看过，医生调整了药量，家属说睡得好些了' } as const)
        : luck < 0.85
          ? ({ outcome: 'refused', note: '本人不肯去，已请家属和民警一起再劝' } as const)
          : ({ outcome: 'notArranged', note: '医院床位紧，约在下周' } as const);
    return house.call(recordOutcome, { as, params: { visitId: causeId }, body });
  },
  caseReview: async ({ house }, { as, causeId, day }) => {
    const params = { caseTeamId: causeId };
    const { state, suggested, plan, version } = await house.call(readCaseTeam, { as, params });
    const nextOn = addDays(day, REVIEW_DAYS);
    const leader = suggested.find(({ post }) => post === 'doctor');
    if (state === 'proposed' && leader) {
      const members = suggested.map(({ personId, post }) => ({ personId, post }));
      await house.call(openCaseTeam, { as, params, body: { members, leaderId: leader.personId, plan: PLAN, reviewOn: nextOn, version } });
    } else if (state === 'open') {
      const finding = '大家碰了头：服药基本按时，邻里没有新的反映，措施照旧';
      await house.call(reviewCaseTeam, { as, params, body: { reviewId: newId(), finding, plan: plan ?? PLAN, nextOn, version } });
    }
  },
  riskReview: ({ house }, { as, patient, params, day }) => {
    const note = patient.riskRating >= 3 ? '诊断不变，建议到市里复诊一次' : '诊断不变，继续现在的治疗';
    const body = { reviewId: newId(), on: day, risk: patient.riskRating, stability: classOf(patient), note };
    return house.call(recordRiskReview, { as, params, body });
  },
  healthExam: ({ house }, { as, patient, params, day }) =>
    house.call(recordHealthExam, {
      as,
      params,
      body: { examId: newId(), on: day, where: HEALTH_CENTRE, values: examValues(patient, day) },
    }),
  injection: async ({ house }, { as, patient, params, day }) => {
    for (const { name, morningMg } of patient.drugs.filter(drug => drug.everyWeeks !== null)) {
      const body = { injectionId: newId(), drug: name, mg: morningMg, givenOn: day, place: HEALTH_CENTRE, givenBy: '护士' };
      await house.call(recordInjection, { as, params, body });
    }
  },
  refill: async ({ house }, { as, patient, params, day }) => {
    for (const { name } of patient.drugs.filter(drug => drug.everyWeeks === null)) {
      const body = { dispensingId: newId(), drug: name, days: 30, givenOn: day, givenBy: HEALTH_CENTRE, free: true } as const;
      await house.call(recordDispensing, { as, params, body: { ...body, arrival: { how: 'delivered', on: day } } });
    }
  },
  unlock: async ({ house }, { as, causeId }) => {
    const params = { alertId: causeId };
    const { version } = await house.call(readAlert, { as, params });
    const note = '和民警一起上门，锁已经打开，当天送到市里住了一周，家里学会了怎样照看';
    await house.call(closeAlert, { as, params, body: { version, outcome: 'unlocked', note } });
  },
};
