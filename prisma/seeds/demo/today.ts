import { bindAccount } from '@guanhu/shared/access/access.routes';
import { allowMessages, endMessages } from './families.ts';
import { openCase } from './cases.ts';
import { confirmMedicine, type Silence } from './daily-life.ts';
import { invite } from './founding.ts';
import { Refused } from './house/house.ts';
import { report } from './incidents.ts';
import { beginFiles, findDouble } from './office-life.ts';
import type { OnWall } from './places-on-the-wall.ts';
import { leavePreview } from './registering.ts';
import { callRoll } from './special-period.ts';
import { each, type Story } from './story.ts';
import { standAtDoor } from './visiting.ts';
import { answerWarnings } from './warnings.ts';

/** Messages that every phone on the wall will still take. */
const CREDITS = 3;
/** Share of the families that have answered today when the demonstration is opened. */
const ANSWERED_TODAY = 0.55;

/** Today, on the server that runs: what the visitor finds when the demonstration opens. */
export async function liveToday(story: Story, phones: readonly OnWall[], silent: Silence): Promise<void> {
  const { house, people, cast, today } = story;
  const home = cast.townships[0]?.key ?? '';
  await each(
    phones.filter(phone => phone.isBound),
    phone => allowMessages(story, phone.personKey, CREDITS),
  );
  await endMessages(story);
  await house.runCron();
  const onWall = new Set(phones.map(phone => phone.personKey));
  const others = cast.patients.filter(patient => !onWall.has(patient.guardians[0].personKey));
  await confirmMedicine(story, today, others, silent, ANSWERED_TODAY);
  const patient = others.find(one => one.riskRating === 3 && one.villageKey === 'zhuping' && people.isBound(one.guardians[0].personKey));
  if (patient) {
    const note = '今天一直走来走去，说有人要害他，饭也没有吃';
    await report(story, { patient, kind: 'fluctuation', note, minutes: 4, readBy: [], acknowledgedBy: [] });
  }
  await openCase(story);
  await callRoll(story, home, today, key => key !== 'gridWorker@heting'); // hers are left to the visitor
  await standAtDoor(story);
  await leavePreview(story, home);
  await findDouble(story);
  await beginFiles(story);
  await answerWarnings(story, home);
  await clash(story);
}

/** Somebody has a new phone and a new WeChat, and did not tell: a person of the office must decide. */
async function clash(story: Story): Promise<void> {
  const { house, people, cast } = story;
  const owner = cast.patients.map(patient => patient.guardians[0].personKey).find(key => people.isBound(key) && !people.phoneOf(key));
  if (owner === undefined) return;
  const invitationCode = await invite(story, owner);
  const { wechat } = house;
  const body = {
    loginCode: wechat.code(wechat.openidOf(`new-${owner}`)),
    phoneCode: wechat.code(people.person(owner).mobile),
    invitationCode,
  };
  await house.callHere(bindAccount, { body }).catch((error: unknown) => {
    if (!(error instanceof Refused) || error.code !== 'BINDING_CLASH') throw error;
  });
}

/** Codes for the phones that the visitor may bind. */
export async function openInvitations(story: Story, phones: readonly OnWall[]): Promise<ReadonlyMap<string, string>> {
  const codes = new Map<string, string>();
  for (const { personKey, isBound } of phones) if (!isBound) codes.set(personKey, await invite(story, personKey));
  return codes;
}
