import { answerObjection } from '@guanhu/shared/appraisal/objections.routes';
import { approveDeskTicket, changePhone, givePost, recordLeaving, requestStepUp } from '@guanhu/shared/access/access.routes';
import { suspendAgreement } from '@guanhu/shared/agreements/agreements.routes';
import { resubmitApplication } from '@guanhu/shared/agreements/application.routes';
import { confirmImport } from '@guanhu/shared/intake/intake.routes';
import { DEPARTMENT_KEYS } from '@guanhu/shared/exchange/exchange.terms';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { listNumber } from '@guanhu/shared/payouts/bank-file.rules';
import { makePayList, readBankResult, recordCash, setPayChannel } from '@guanhu/shared/payouts/channels.routes';
import { claimEntitlement, decideFailure, readEntitlement } from '@guanhu/shared/payouts/payouts.routes';
import { reportSubscriptions } from '@guanhu/shared/reminders/reminders.routes';
import { answerVillage, correctGap } from '@guanhu/shared/screening/campaign.routes';
import { checkClue, describeClue, reviewClue } from '@guanhu/shared/screening/clue.routes';
import { matchNotice } from '@guanhu/shared/screening/notice.routes';
import { answerTransfer, proposeTransfer } from '@guanhu/shared/transfers/transfers.routes';
import { recordVisit } from '@guanhu/shared/visits/visits.routes';
import { PassUnanswered } from '../appraisal/pass-unanswered.ts';
import { answerDifference, listDifferences, listRows, matchRow, readRound, signRound } from '@guanhu/shared/exchange/exchange.routes';
import { SealDeeds } from '../audit/audit.public.ts';
import { Cron } from '../platform/cron.ts';
import { Loops } from '../platform/loops.ts';
import { newId } from '../platform/ids.ts';
import { CountEvents } from '../reminders/count-events.ts';
import type { TestPerson } from './county.ts';
import { departments, handIn, openRound, typed } from './exchange.ts';
import { EVERY_ENDPOINT } from './every-endpoint.ts';
import { answered, listedTownship, preview, ready } from './intake.ts';
import { comesDue } from './promises.ts';
import { callers, expected } from './matrix.ts';
import type { Everything } from './one-of-everything.ts';
import { ok } from './reward.ts';
import { numbered } from './rights.ts';
import type { SimulatedPay } from './simulated-pay.ts';
import { until } from './until.ts';

/** Everything that the house does in a day, once: the ways that lead to an end, every endpoint, and the work of the clock. */
export async function mainJob(world: Everything, pay: SimulatedPay): Promise<void> {
  await importList(world);
  await visitAndRemind(world);
  await screen(world);
  await applyForReward(world);
  await payOut(world, pay);
  await objectAndAnswer(world);
  await payOtherwise(world);
  await exchangeLists(world);
  await knockAtEveryDoor(world);
  await passToAnotherCounty(world);
  await changePeople(world);
  await workOfTheClock(world);
}

async function importList({ county }: Everything): Promise<void> {
  const townshipId = await listedTownship(county);
  const official = await county.person({ role: 'socialAffairsOfficer', area: townshipId, channel: 'desk' });
  const shown = await answered(county, official, ok(await preview(county, townshipId, official)));
  const body = { rows: ready(shown), version: shown.version };
  ok(await county.call(confirmImport, { as: official, params: { importId: shown.importId }, body }));
  await county.work();
}

/** A clue comes to its end, a village answers, and somebody who comes home becomes a clue. */
async function screen({ county, things }: Everything): Promise<void> {
  const officer = await county.person({ role: 'socialAffairsOfficer' });
  const doctor = await county.person({ role: 'mentalHealthDoctor' });
  const { village: areaId, clue: clueId, campaign: campaignId, gap: gapId, notice: noticeId } = things;
  const params = { clueId };
  const person = { name: '试线索甲', idType: 'passport', idNumber: 'E20260615' } as const;
  ok(await county.call(describeClue, { as: officer, params, body: { version: 1, areaId, whereabouts: 'atHome', person } }));
  ok(await county.call(checkClue, { as: officer, params, body: { version: 2, as: 'new', reason: '没有同名的人' } }));
  const found = { finding: 'suspected', psychiatrist: '试医', hospital: '试验医院', patientId: newId() } as const;
  ok(await county.call(reviewClue, { as: doctor, params, body: { version: 3, reviewedOn: county.clock.today(), ...found } }));
  ok(await county.call(answerVillage, { as: officer, params: { campaignId, areaId }, body: { answer: 'clues' } }));
  ok(await county.call(correctGap, { as: officer, params: { gapId }, body: { remark: '补上了' } }));
  const match = { as: 'clue', clueId: newId(), villageId: areaId, version: 1 } as const;
  ok(await county.call(matchNotice, { as: officer, params: { noticeId }, body: match }));
}

/** The guardian allows messages, a visit finds that medicine is taken, WeChat tells what became of it all. */
async function visitAndRemind({ county, ward, team, things }: Everything): Promise<void> {
  const templates = Object.values(county.config.accounts.wechat.templates).map(({ id }) => id);
  const answers = Object.fromEntries(templates.map(id => [id, 'accept'] as const));
  ok(await county.call(reportSubscriptions, { as: ward.guardian, body: { answers } }));
  const record = { result: 'done', form: 2, respondents: [1], risk: 3, symptoms: [], insight: 1, adherence: 1, stability: 'unstable' };
  const body = { version: 1, record: { ...record, overrideReason: '情绪激动' } };
  ok(await county.call(recordVisit, { as: team.gridWorker, params: { visitId: things.visit }, body }));
  await county.work();
  const about = { openid: 'o-guardian', templateId: templates[0] ?? '', at: county.clock.now() };
  await county.app.get(CountEvents).run([
    { kind: 'popup', status: 'accept', key: 'a', ...about },
    { kind: 'change', status: 'reject', key: 'b', ...about },
    { kind: 'sent', messageId: '1', errorCode: 43101, errorStatus: 'refused', key: 'c', ...about },
  ]);
}

/** A family applies, is asked for more, is heard by everybody and approved. */
async function applyForReward({ county, reward }: Everything): Promise<void> {
  const ward = await county.ward();
  const applicationId = await reward.apply(ward);
  const asked = ok(await reward.decide((await reward.speakers()).village, applicationId, 'villageReview', { outcome: 'return' }));
  const body = { version: asked.version, livesTogether: true, reallyCares: true };
  ok(await county.call(resubmitApplication, { as: ward.guardian, params: { applicationId }, body }));
  await reward.agree(applicationId);
  await county.work();
}

/** One entitlement through three hands to the guardian's phone; the first transfer fails, and two persons try again. */
async function payOut({ county, reward }: Everything, pay: SimulatedPay): Promise<void> {
  const phone = await pay.phone();
  const payee = await county.ward({ openid: phone.openid });
  const entitlementId: Id = await reward.entitled(payee);
  await reward.released([entitlementId]);
  await county.work();
  const params = { entitlementId };
  const claim = async (transferFailReason: string | null, end: string) => {
    await pay.call('PUT', `/phones/${phone.phoneId}/settings`, { transferFailReason });
    const { transfer } = ok(await county.call(claimEntitlement, { as: payee.guardian, params }));
    if (!transfer) throw new Error('no transfer');
    await pay.confirm(phone.phoneId, transfer);
    await until(
      async () => ok(await county.call(readEntitlement, { as: payee.guardian, params })).state,
      now => now === end,
    );
    await county.work();
  };
  await claim('REAL_NAME_CHECK_FAIL', 'failed');
  for (const as of [reward.people.maker, reward.people.payer]) {
    const [row] = await county.rows.sql<{ version: number }>('SELECT version FROM entitlement WHERE county_id = $1 AND id = $2', [
      county.countyId,
      entitlementId,
    ]);
    ok(await county.call(decideFailure, { as, params, body: { version: row?.version ?? 0, decision: 'retry', reason: '已实名' } }));
  }
  await claim(null, 'paid');
}

/** One deduction is objected to and upheld, another refused; a third nobody answers in time. */
async function objectAndAnswer({ county, reward, administrator }: Everything): Promise<void> {
  for (const outcome of ['upheld', 'refused'] as const) {
    const objectionId = await reward.objected(await county.ward());
    const body = { version: 1, outcome, reasons: '经核实' };
    ok(await county.call(answerObjection, { as: administrator, params: { objectionId }, body }));
  }
  await reward.objected(await county.ward());
  county.clock.advance(30 * 86_400_000);
  await county.app.get(PassUnanswered).run(county.countyId);
  county.clock.advance(-30 * 86_400_000);
  await county.work();
}

/** Two payments that do not go through WeChat: one is answered by the bank, the other is handed over in cash. */
async function payOtherwise({ county, reward }: Everything): Promise<void> {
  const { maker, payer } = reward.people;
  for (const channel of ['bank', 'cash'] as const) {
    const ward = await county.ward();
    const entitlementId: Id = await reward.entitled(ward);
    const account =
      channel === 'bank' ? { account: { bank: '试验农商行', number: '6217000000000000001', holder: ward.guardian.name } } : {};
    ok(await county.call(setPayChannel, { as: maker, params: { entitlementId }, body: { channel, ...account } }));
    const batchId = await reward.released([entitlementId]);
    const list = ok(await county.call(makePayList, { as: payer, params: { batchId }, body: { channel } }));
    if (channel === 'bank') {
      const [bill] = await county.rows.sql<{ out_bill_no: string }>('SELECT out_bill_no FROM bill WHERE county_id = $1 AND list_id = $2', [
        county.countyId,
        list.id,
      ]);
      const total = String(list.totalFen);
      const text = `Z${listNumber(list.id)}000001${total.padStart(15, '0')}\r\nR000001${bill?.out_bill_no ?? ''}${total.padStart(12, '0')}00`;
      ok(await county.call(readBankResult, { as: payer, params: { listId: list.id }, body: { text } }));
    } else {
      const body = { receiptNumber: '现一号', witnesses: ['见证甲', '见证乙'], paidOn: county.clock.today() };
      ok(await county.call(recordCash, { as: payer, params: { entitlementId }, body }));
    }
  }
}

/** Four departments hand in what they have of one person; a line is recognised, a claim corrected, and the month signed. */
async function exchangeLists({ county, reward }: Everything): Promise<void> {
  const idNumber = await numbered(county, await county.ward());
  // The month of the round that the world has already is another one.
  const roundId = await openRound(county, addDays(county.clock.today(), 40));
  const desks = await departments(county);
  const person = { name: '试甲', idNumber, values: { status: '失访' } };
  for (const department of DEPARTMENT_KEYS) ok(await handIn(county, desks[department], roundId, department, typed(person)));
  ok(await handIn(county, desks.police, roundId, 'police', typed(person, { name: '试甲', born: '1950', values: {} })));
  const params = { roundId };
  for (const { rowId, version } of ok(await county.call(listRows, { as: desks.health, params, query: { verdict: 'candidate' } })).rows)
    ok(await county.call(matchRow, { as: desks.health, params: { roundId, rowId }, body: { patientId: null, version } }));
  for (const { differenceId, department, version } of ok(await county.call(listDifferences, { as: reward.people.maker, params })).rows) {
    const of = { as: desks[department], params: { roundId, differenceId } };
    ok(await county.call(answerDifference, { ...of, body: { outcome: 'corrected', value: '在管', version } }));
  }
  const { version } = ok(await county.call(readRound, { as: reward.people.checker, params }));
  ok(await county.call(signRound, { as: reward.people.checker, params, body: { version } }));
}

/** Every endpoint once, by somebody who may. */
async function knockAtEveryDoor(world: Everything): Promise<void> {
  const everybody = await callers(world);
  for (const entry of EVERY_ENDPOINT) {
    const caller = everybody.find(each => expected(world, entry, each)) ?? { person: entry.owners?.(world)[0] };
    await world.county.call(entry.contract.route, { ...entry.ask(world.things), ...(caller.person ? { as: caller.person } : {}) });
  }
}

/** Somebody passes to another county, through every step between the two. */
async function passToAnotherCounty({ county }: Everything): Promise<void> {
  const there = await county.neighbour(5);
  const { patientId } = await county.ward();
  const [here, receiver] = [await county.person({ role: 'socialAffairsOfficer' }), await there.person({ role: 'socialAffairsOfficer' })];
  const body = { transferId: newId(), toCountyId: there.countyId, toTownshipId: there.areas.township, reason: '搬家' };
  ok(await county.call(proposeTransfer, { as: here, params: { patientId }, body }));
  await county.work();
  const params = { transferId: body.transferId };
  ok(await there.call(answerTransfer, { as: receiver, params, body: { version: 1, answer: 'accept', villageId: there.areas.village } }));
  await county.work();
}

/** The administrator, with an approval on the phone each time; and an agreement pauses. */
async function changePeople({ county, reward, administrator, things }: Everything): Promise<void> {
  const phone = await county.again(administrator, 'phone');
  const approved = async (objectId: Id): Promise<Id> => {
    const body = { purpose: 'roles:change', objectId, device: '县里电脑' } as const;
    const { code, ticketId } = ok(await county.call(requestStepUp, { as: administrator, body }));
    ok(await county.call(approveDeskTicket, { as: phone, params: { code } }));
    return ticketId;
  };
  const [leaver, successor]: [TestPerson, TestPerson] = [await county.person(), await county.person()];
  const of = { as: administrator, params: { personId: leaver.id } };
  const from = county.clock.today();
  const post = { postId: newId(), role: 'gridWorker', areaId: county.areas.village, organisationId: null, from } as const;
  ok(await county.call(givePost, { ...of, body: { ...post, stepUpTicket: await approved(leaver.id) } }));
  ok(await county.call(changePhone, { ...of, body: { phone: '19900008888', stepUpTicket: await approved(leaver.id) } }));
  ok(await county.call(recordLeaving, { ...of, body: { successorId: successor.id, stepUpTicket: await approved(leaver.id) } }));
  await county.work();
  const [row] = await county.rows.sql<{ version: number }>('SELECT version FROM agreement WHERE county_id = $1 AND id = $2', [
    county.countyId,
    things.agreement,
  ]);
  const body = { version: row?.version ?? 0, from, reason: 'missing' } as const;
  ok(await county.call(suspendAgreement, { as: reward.people.maker, params: { agreementId: things.agreement }, body }));
}

/** What cron and the sealer do, this evening and on the next; messages wait for their hour, which comes. */
async function workOfTheClock({ county }: Everything): Promise<void> {
  county.clock.set(new Date(`${county.clock.today()}T18:30:00+08:00`));
  for (const loop of county.app.get(Loops).tasks) await loop.run(county.countyId, () => true);
  for (let days = 0; days < 2; days += 1) {
    for (const task of county.app.get(Cron).tasks) await task.run(county.countyId);
    await comesDue(county.rows.sql, 1, 'remind%');
    await county.work();
    await county.app.get(SealDeeds).run(county.countyId);
    county.clock.advance(86_400_000);
  }
}
