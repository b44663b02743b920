import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { answerObjection, listObjections, makeObjection } from '@guanhu/shared/appraisal/objections.routes';
import { giveOpinion, readAppraisal } from '@guanhu/shared/appraisal/appraisal.routes';
import { myPassbook } from '@guanhu/shared/payouts/payouts.routes';
import { newId } from '@guanhu/server/platform/ids';
import type { RewardPlan } from './reward-plan.ts';
import { townshipOf, type Story } from './story.ts';

const WORDS = '那天我带他去县医院复查，家里没人，手机也没电了，不是不配合。';
const REASONS = {
  upheld: '核对了医院的挂号记录，那天确实在县医院，理由成立，请两位同事重新认定。',
  refused: '核对了医院的挂号记录，那两天没有就诊，村里也打过电话，原认定维持。',
} as const;

/** What guardians hold against a deduction, and what becomes of it, on a day. */
export async function dealWithObjections(story: Story, plan: RewardPlan, agreementId: Id, day: CalendarDate): Promise<void> {
  const { objected } = plan;
  if (!objected) return;
  const isToday = (ago: number | undefined) => ago !== undefined && addDays(story.today, -ago) === day;
  if (isToday(objected.ago)) await object(story, plan, agreementId);
  if (objected.answered && isToday(objected.answered.ago)) await answer(story, plan, agreementId, objected.answered.outcome);
  if (isToday(objected.answered?.againAgo)) await decideAnew(story, plan, agreementId);
}

const guardian = ({ patient }: RewardPlan): string => patient.guardians[0].personKey;

async function lineOf(story: Story, plan: RewardPlan, agreementId: Id) {
  const { house, people } = story;
  const { agreements } = await house.call(myPassbook, { as: await people.phone(guardian(plan)) });
  const line = agreements.find(one => one.id === agreementId)?.lines[0];
  if (!line) throw new Error(`${plan.patient.key} has no line to object to`);
  return line;
}

async function object(story: Story, plan: RewardPlan, agreementId: Id): Promise<void> {
  const { house, people } = story;
  house.clock.pass(7);
  const { appraisalId } = await lineOf(story, plan, agreementId);
  const body = { objectionId: newId(), words: WORDS };
  await house.call(makeObjection, { as: await people.phone(guardian(plan)), params: { appraisalId }, body });
  await house.keepPromises(); // the officer is told
}

async function answer(story: Story, plan: RewardPlan, agreementId: Id, outcome: 'upheld' | 'refused'): Promise<void> {
  const { house, people } = story;
  house.clock.pass(11);
  const { appraisalId } = await lineOf(story, plan, agreementId);
  const as = await people.desk(`checker@${townshipOf(story, plan.patient)}`);
  const { rows } = await house.call(listObjections, { as, query: { state: 'open', limit: 100 } });
  const row = rows.find(one => one.appraisalId === appraisalId);
  if (!row) throw new Error(`${plan.patient.key} has no objection to answer`);
  await house.call(answerObjection, { as, params: { objectionId: row.id }, body: { version: 1, outcome, reasons: REASONS[outcome] } });
  await house.keepPromises(); // the guardian is told
}

/** Two people decide once more; what is missing becomes a supplement. */
async function decideAnew(story: Story, plan: RewardPlan, agreementId: Id): Promise<void> {
  const { house, people } = story;
  const { appraisalId } = await lineOf(story, plan, agreementId);
  const township = townshipOf(story, plan.patient);
  for (const as of [await people.phone(`doctor@${township}`), await people.desk(`maker@${township}`)]) {
    house.clock.pass(5);
    const { version } = await house.call(readAppraisal, { as, params: { appraisalId } });
    await house.call(giveOpinion, { as, params: { appraisalId }, body: { version, outcome: 'full', note: '异议核实属实' } });
  }
  await house.keepPromises(); // the supplement is there
}
