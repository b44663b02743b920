import { addDays, addMonths, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import {
  countersignAgreement,
  draftAgreement,
  readAgreement,
  signAgreement,
  suspendAgreement,
  terminateAgreement,
} from '@guanhu/shared/agreements/agreements.routes';
import { keepSignedPage, signOnPaper, startReading } from '@guanhu/shared/agreements/signing.routes';
import { newId } from '@guanhu/server/platform/ids';
import type { GiveOpinionBody } from '@guanhu/shared/appraisal/appraisal.contract';
import { giveOpinion, listAppraisals } from '@guanhu/shared/appraisal/appraisal.routes';
import { haveApproved } from './applications.ts';
import { chance } from './chance.ts';
import { dealWithObjections } from './objections.ts';
import type { RewardPlan } from './reward-plan.ts';
import { scannedPage } from './scan.ts';
import { townshipOf, type Story } from './story.ts';

/** Agreements by the cast's key of the patient. */
export type Agreements = Map<string, Id>;

/** What happens to the agreements and appraisals on a day. */
export async function dealWithRewards(
  story: Story,
  plans: readonly RewardPlan[],
  agreements: Agreements,
  day: CalendarDate,
): Promise<void> {
  const isToday = (ago: number | undefined) => ago !== undefined && addDays(story.today, -ago) === day;
  story.house.clock.move(day, '10:00');
  for (const plan of plans) {
    const { draftedAgo, signedAfter, countersignedAfter, suspended, terminatedAgo, appraised } = plan;
    if (isToday(draftedAgo)) agreements.set(plan.patient.key, await draft(story, plan));
    const agreementId = agreements.get(plan.patient.key);
    if (agreementId === undefined) continue;
    if (signedAfter !== undefined && isToday(draftedAgo - signedAfter)) await (plan.onPaper ? signPaper : sign)(story, plan, agreementId);
    if (countersignedAfter !== undefined && isToday(draftedAgo - countersignedAfter)) await countersign(story, plan, agreementId);
    if (suspended && isToday(suspended.ago)) await suspend(story, plan, agreementId, day);
    if (isToday(terminatedAgo)) await terminate(story, plan, agreementId, day);
    if (isToday(appraised?.ago)) await appraise(story, plan, agreementId, day);
    await dealWithObjections(story, plan, agreementId, day);
  }
}

const officer = (story: Story, office: 'maker' | 'checker' | 'doctor', { patient }: RewardPlan): string =>
  `${office}@${townshipOf(story, patient)}`;
const guardian = ({ patient }: RewardPlan): string => patient.guardians[0].personKey;

async function draft(story: Story, plan: RewardPlan): Promise<Id> {
  const { house, people, today } = story;
  const from = addDays(today, -plan.fromAgo);
  const to = plan.toAgo === undefined ? addDays(addMonths(from, 12), -1) : addDays(today, -plan.toAgo);
  const applicationId = await haveApproved(story, plan.patient, { from, to }, plan.reason);
  house.clock.pass(4);
  return (await house.call(draftAgreement, { as: await people.desk(officer(story, 'maker', plan)), body: { applicationId } })).id;
}

async function sign(story: Story, plan: RewardPlan, agreementId: Id): Promise<void> {
  const { house, people } = story;
  const as = await people.phone(guardian(plan));
  const params = { agreementId };
  const { version, contentSha256 } = await house.call(readAgreement, { as, params });
  const readingId = newId();
  await house.call(startReading, { as, params, body: { readingId, contentSha256 } });
  house.clock.pass(6);
  const body = { version, contentSha256, readingId, readToEnd: true, strokes: signatureOf(plan.patient.key) };
  await house.call(signAgreement, { as, params, body });
}

/** The officer photographs the page that was signed before their eyes. */
async function signPaper(story: Story, plan: RewardPlan, agreementId: Id): Promise<void> {
  const { house, people } = story;
  const as = await people.desk(officer(story, 'maker', plan));
  const params = { agreementId };
  const { version, contentSha256 } = await house.call(readAgreement, { as, params });
  house.clock.pass(6);
  const page = { attachmentId: newId(), content: scannedPage(plan.patient.key).toString('base64') };
  await house.call(keepSignedPage, { as, params, body: page });
  const body = { version, contentSha256, pages: [page.attachmentId], witnessed: true as const };
  await house.call(signOnPaper, { as, params, body });
}

async function countersign(story: Story, plan: RewardPlan, agreementId: Id): Promise<void> {
  const { house, people } = story;
  house.clock.pass(3);
  const as = await people.desk(officer(story, 'checker', plan));
  const params = { agreementId };
  const { version, contentSha256 } = await house.call(readAgreement, { as, params });
  await house.call(countersignAgreement, { as, params, body: { version, contentSha256 } });
  await house.keepPromises(); // the periods are laid out
}

async function suspend(story: Story, plan: RewardPlan, agreementId: Id, from: CalendarDate): Promise<void> {
  const { house, people } = story;
  const as = await people.desk(officer(story, 'maker', plan));
  const params = { agreementId };
  const { version } = await house.call(readAgreement, { as, params });
  await house.call(suspendAgreement, { as, params, body: { version, from, reason: plan.suspended?.reason ?? 'missing' } });
}

async function terminate(story: Story, plan: RewardPlan, agreementId: Id, lastDay: CalendarDate): Promise<void> {
  const { house, people } = story;
  const as = await people.desk(officer(story, 'maker', plan));
  const params = { agreementId };
  const { version } = await house.call(readAgreement, { as, params });
  await house.call(terminateAgreement, { as, params, body: { version, lastDay, reason: 'deceased' } });
}

/** The doctor and the township's officer give their opinions on the period that has ended. */
async function appraise(story: Story, plan: RewardPlan, agreementId: Id, day: CalendarDate): Promise<void> {
  const { house, people } = story;
  const { outcome = 'full', half } = plan.appraised ?? {};
  const opinion: Omit<GiveOpinionBody, 'version'> =
    outcome === 'full'
      ? { outcome }
      : {
          outcome,
          breaches: [{ clause: 'visits', evidence: '两次约好的随访家中无人，电话也没有接；已向监护人了解，本人认可' }],
          guardianHeardOn: addDays(day, -1),
          note: '其余各项都尽到了责任',
        };
  const doctor = await people.phone(officer(story, 'doctor', plan));
  const maker = await people.desk(officer(story, 'maker', plan));
  for (const as of half ? [doctor] : [doctor, maker]) {
    house.clock.pass(9);
    const { rows } = await house.call(listAppraisals, { as, query: { state: 'proposed', limit: 100 } });
    const row = rows.find(one => one.agreementId === agreementId);
    if (!row) throw new Error(`${plan.patient.key} has no period to appraise`);
    await house.call(giveOpinion, { as, params: { appraisalId: row.id }, body: { version: row.version, ...opinion } });
  }
  await house.keepPromises(); // what is final becomes an entitlement
}

const POINTS = 14;

/** A name as a finger writes it, in two strokes. */
function signatureOf(key: string): [number, number][][] {
  const stroke = (number: number): [number, number][] =>
    Array.from({ length: POINTS }, (_, at) => [
      Math.round(60 + number * 150 + at * 9 + chance('x', key, number, at) * 8),
      Math.round(90 + Math.sin(at / (1.2 + chance('wave', key, number))) * 40 + chance('y', key, number, at) * 10),
    ]);
  return [stroke(0), stroke(1)];
}
