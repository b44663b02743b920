import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { bindAccount, readMe, readSpoken, signInByPhone } from '@guanhu/shared/access/access.routes';
import { readAgreement, signAgreement } from '@guanhu/shared/agreements/agreements.routes';
import { makeApplication } from '@guanhu/shared/agreements/application.routes';
import { startReading } from '@guanhu/shared/agreements/signing.routes';
import { listTodaysTasks } from '@guanhu/shared/agenda/agenda.routes';
import { giveOpinion, readAppraisal } from '@guanhu/shared/appraisal/appraisal.routes';
import { syncPatients } from '@guanhu/shared/care-team/kept-patients.routes';
import { answerLetter, listLetters } from '@guanhu/shared/duties/duties.routes';
import { calendarDate, dayOf, mondayOf, addDays } from '@guanhu/shared/kernel/calendar-date';
import { confirmMedication, readMedicationWeek } from '@guanhu/shared/medication/medication.routes';
import { myPassbook } from '@guanhu/shared/payouts/payouts.routes';
import { SHIPPED_RELIEF } from '@guanhu/shared/policy/relief-policy.shipped';
import { listWards } from '@guanhu/shared/registry/registry.routes';
import { applyForRelief, readOutlook } from '@guanhu/shared/relief/relief.routes';
import { handIn } from '@guanhu/shared/rights/handed-in.routes';
import { makeRequest } from '@guanhu/shared/rights/requests.routes';
import { listMyMessages, markMessageRead, reportSubscriptions } from '@guanhu/shared/reminders/reminders.routes';
import { markRollCall, readMyRollCall } from '@guanhu/shared/visits/special-period.routes';
import { readBlankForm, readNextVisits } from '@guanhu/shared/visits/visits.routes';
import { findChromium } from '../../../tools/chromium.mjs';
import { MiniProgram, phoneScreen } from './mini-program.ts';
import type { PhoneSetting } from './phone.ts';
import { ScriptedServer } from './scripted-server.ts';
import { compileWithVendorTools } from './vendor-tools.ts';

const dist = path.resolve(import.meta.dirname, '../../../miniapp/dist/weapp');
const patientId = '01900000-0000-7000-8000-000000000001';
const personId = '01900000-0000-7000-8000-000000000002';
const agreementId = '01900000-0000-7000-8000-000000000003';
const templates = { medication: ['template-medication'], visit: ['template-visit'], payout: ['template-payout'] };
const me = { countyId: 7, countyName: '示例县', personId, name: '监护人甲', posts: [], isGuardian: true, isHelper: false, templates };
const today = dayOf(new Date());

jest.setTimeout(60_000);

let browser: Browser;
let context: BrowserContext;
let server: ScriptedServer;
let open: MiniProgram[] = [];

const week = (state: 'none' | 'taken') => {
  const monday = mondayOf(today);
  const days = Array.from({ length: 7 }, (_, index) => {
    const on = addDays(monday, index);
    return {
      on,
      state: on > today ? ('future' as const) : on === today ? state : ('taken' as const),
      why: null,
      backfilled: false,
      answerable: on === today,
    };
  });
  return { today, monday, days, runsOutOn: null, pause: null };
};

/** A guardian's phone whose account is bound already. */
async function guardian(setting: Partial<PhoneSetting> = {}, at?: { path: string; query: Record<string, string> }): Promise<MiniProgram> {
  server.when(signInByPhone).answer(() => ({ outcome: 'signed-in', token: '7.secret', me }));
  return launch(setting, at);
}
async function launch(setting: Partial<PhoneSetting> = {}, at?: { path: string; query: Record<string, string> }): Promise<MiniProgram> {
  const program = await MiniProgram.launch(
    dist,
    context,
    { server: server.origin, wechat: { origin: server.origin, phoneId: 'one' }, ...setting },
    at,
  );
  open.push(program);
  return program;
}

beforeAll(async () => {
  browser = await chromium.launch({
    ...(findChromium() === undefined ? {} : { executablePath: findChromium()! }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
});
afterAll(() => browser.close());

beforeEach(async () => {
  server = await ScriptedServer.start();
  context = await browser.newContext(phoneScreen);
  let answered: 'none' | 'taken' = 'none';
  server.when(readMe).answer(() => me);
  server.when(listWards).answer(() => ({ rows: [{ patientId, label: '子女', isPrimary: true, state: 'inCare', onBehalfOf: null }] }));
  server.when(myPassbook).answer(() => ({ agreements: [] }));
  server.when(readNextVisits).answer(() => ({ visits: [] }));
  server.when(readMedicationWeek).answer(() => week(answered));
  server.when(confirmMedication).answer(({ body }) => {
    answered = 'taken';
    return { on: body.on, answer: body.answer, why: body.why ?? null, backfilled: false, confirmedAt: body.at };
  });
  server.when(reportSubscriptions).answer(() => ({ credits: [] }));
});
afterEach(async () => {
  const faults = (await Promise.all(open.map(program => program.faults()))).flat();
  open = [];
  await context.close();
  await server.stop();
  expect(faults).toEqual([]);
});

describe('the compiled mini-program', () => {
  it('is accepted by WeChat’s own compilers, which refuse a broken page', () => {
    expect(compileWithVendorTools(dist)).toEqual([
      { tool: 'wcc', accepted: true, said: '' },
      { tool: 'wcsc', accepted: true, said: '' },
    ]);
    const broken = mkdtempSync(path.join(os.tmpdir(), 'guanhu-broken-'));
    try {
      cpSync(dist, broken, { recursive: true });
      writeFileSync(path.join(broken, 'base.wxml'), `${readFileSync(path.join(broken, 'base.wxml'), 'utf8')}<view><text></view>`);
      expect(compileWithVendorTools(broken).find(verdict => verdict.tool === 'wcc')?.accepted).toBe(false);
    } finally {
      rmSync(broken, { recursive: true, force: true });
    }
  });

  it('binds an invited person by the code and WeChat’s own button for the phone number', async () => {
    server.when(signInByPhone).answer(() => ({ outcome: 'unbound' }));
    server
      .when(bindAccount)
      .answer(({ body }) =>
        body.invitationCode === 'ACDE-3467'
          ? { outcome: 'signed-in', token: '7.secret', me }
          : { status: 403, refusal: { code: 'BINDING_NOT_POSSIBLE', say: '没有找到对应的邀请', retry: false } },
      );
    const phone = await launch();
    await phone.sees('第一次用，先认一下您');
    expect(phone.route).toBe('packages/access/bind/index');
    await phone.type('例如 ACDE-3467', 'ACDE-9999');
    await phone.tap('我看过了，我同意');
    await phone.tap('用微信手机号确认');
    await phone.sees('没有找到对应的邀请');
    await phone.type('例如 ACDE-3467', 'ACDE-3467');
    await phone.tap('用微信手机号确认');
    await phone.sees('家人今天的药吃了吗？');
    const [first, second] = server.sentTo(bindAccount).map(sent => sent.body as { loginCode: string; phoneCode: string });
    expect(first?.phoneCode).toMatch(/^phone-number-/);
    // Codes of WeChat are single use: the second attempt brings its own.
    expect(second?.loginCode).not.toBe(first?.loginCode);
    expect(second?.phoneCode).not.toBe(first?.phoneCode);
  });

  it('confirms medicine with one tap, once, and banks message credits by the way', async () => {
    const phone = await guardian();
    await phone.tap('吃过了');
    await phone.sees('家人今天：吃过了');
    const [sent] = server.sentTo(confirmMedication);
    expect(sent).toMatchObject({ params: { patientId }, body: { on: today, answer: 'taken' }, bearer: 'Bearer 7.secret' });
    expect(sent?.key).toMatch(/^[0-9a-f-]{36}$/);
    expect(server.sentTo(reportSubscriptions)[0]?.body).toEqual({
      answers: { 'template-medication': 'accept', 'template-visit': 'accept', 'template-payout': 'accept' },
    });
    // Opened again, the whole of today comes with what the family's own phone may ask for it: two requests.
    const before = phone.phone.called('request').length;
    await phone.restart();
    await phone.sees('家人今天：吃过了');
    expect(phone.phone.called('request').length - before).toBeLessThanOrEqual(2);
  });

  it('serves a field worker without signal right after signing in: the day, a patient, a visit and a call that were never opened', async () => {
    const worker = { postId: agreementId, role: 'gridWorker' as const, areaId: patientId, areaName: '竹坪村', deputyFor: null };
    const mine = {
      ...me,
      isGuardian: false,
      posts: [{ ...worker, organisationId: null, organisationName: null, from: today, until: null }],
    };
    const person = { patientId, name: '试甲子东', villageId: agreementId, villageName: '竹坪村', state: 'inCare' as const };
    const holder = { personId: agreementId, name: '监护人甲', phone: '19900000001', since: today };
    const team = { patientId, seats: [{ seat: 'guardian' as const, label: '监护人', holders: [holder] }] };
    const task = {
      ...{
        patientId,
        patientName: person.name,
        villageName: '竹坪村',
        seat: 'gridWorker' as const,
        dueOn: today,
        timing: 'today' as const,
      },
      ...{ overdueDays: 0, attempts: 0, causeId: null },
    };
    const rows = [
      { ...task, taskId: personId, kind: 'visit' as const, reason: null },
      { ...task, taskId: agreementId, kind: 'call' as const, reason: 'medicationSilence' as const },
    ];
    server.when(readMe).answer(() => mine);
    server.when(signInByPhone).answer(() => ({ outcome: 'signed-in', token: '7.secret', me: mine }));
    server.when(listTodaysTasks).answer(() => ({ today, rows, next: null, doneToday: 0 }));
    server.when(readBlankForm).answer(() => ({ edition: { national: 1, local: 0 }, localFields: [], lateAfterDays: 3 }));
    server
      .when(syncPatients)
      .answer(() => ({ changed: [{ mark: '0'.repeat(16), row: person, team }], gone: [], tooMany: false, keepHours: 72 }));
    const phone = await launch();
    await phone.sees('今天还有 2 件');
    const onPhone = () => [...phone.phone.storage.values()].join();
    const kept = () => ['own-patients', '/visit-form', '/team', '/tasks/today'].every(name => onPhone().includes(name));
    for (let tries = 0; tries < 400 && !kept(); tries += 1) await setTimeout(20);
    expect(kept()).toBe(true);
    phone.phone.setOnline(false);
    await phone.restart();
    await phone.sees('今天还有 2 件');
    // The calls come before the walk.
    await phone.tap('竹坪村 · 试甲子东');
    await phone.sees('打给监护人甲');
    await phone.restart({ path: 'packages/registry/patient/index', query: { patientId } });
    await phone.sees('试甲子东');
    await phone.tap('上门签到，记随访');
    await phone.tap(/^签到$/);
    await phone.sees('已随访');
  });

  it('says to a screen reader what the drawings say', async () => {
    const phone = await guardian();
    await phone.sees('吃过了');
    const said = await phone.view.locator('[aria-role="tab"]').evaluateAll(tabs => tabs.map(tab => tab.getAttribute('aria-label')));
    expect(said).toEqual(['今天，当前', '协议', '我的']);
  });

  it('keeps a tap without signal through a crash, and sends it with the same key when the signal is back', async () => {
    const phone = await guardian();
    await phone.sees('家人今天的药吃了吗？');
    phone.phone.setOnline(false);
    await phone.tap('吃过了');
    await phone.sees('已记在手机里，有网会自动上传');
    await phone.restart();
    await phone.sees('1 条待上传');
    expect(server.sentTo(confirmMedication)).toEqual([]);
    phone.phone.setOnline(true);
    await phone.sees('家人今天：吃过了');
    await phone.leaveAndReturn();
    expect(server.sentTo(confirmMedication)).toHaveLength(1);
    expect(await phone.text()).not.toContain('待上传');
  });

  it('says whose a message of another county is, and changes over to it', async () => {
    const both = { ...me, otherCounties: [{ countyId: 9, name: '邻县' }] };
    server.when(readMe).answer(() => both);
    server.when(signInByPhone).answer(() => ({ outcome: 'signed-in', token: '7.secret', me: both }));
    server.when(listMyMessages).answer(() => ({ rows: [], next: null }));
    const phone = await launch();
    await phone.sees(/^今天 · 周/);
    await phone.restart({ path: 'packages/reminders/messages/index', query: { m: agreementId, c: '9' } });
    await phone.sees('这条消息是邻县的');
    expect(server.sentTo(markMessageRead)).toEqual([]);
    const there = { ...me, countyId: 9, countyName: '邻县', personId: patientId, otherCounties: [{ countyId: 7, name: '示例县' }] };
    server.when(readMe).answer(() => there);
    server.when(signInByPhone).answer(() => ({ outcome: 'signed-in', token: '9.secret', me: there }));
    await phone.tap('换到邻县');
    await phone.sees('还没有消息');
    expect(server.sentTo(signInByPhone).at(-1)?.body).toMatchObject({ countyId: 9 });
    expect(phone.route).toBe('packages/reminders/messages/index');
  });

  it('sends under no other session what was on its way when its person changed over', async () => {
    const both = { ...me, otherCounties: [{ countyId: 9, name: '邻县' }] };
    server.when(readMe).answer(() => both);
    server.when(signInByPhone).answer(() => ({ outcome: 'signed-in', token: '7.secret', me: both }));
    server.when(listMyMessages).answer(() => ({ rows: [], next: null }));
    server.when(confirmMedication).answer(() => ({ status: 503, refusal: { code: 'SERVER_BUSY', say: '系统繁忙', retry: true } }));
    const phone = await launch();
    await phone.sees('家人今天的药吃了吗？');
    phone.phone.setOnline(false);
    await phone.tap('吃过了');
    await phone.sees('已记在手机里，有网会自动上传');
    await phone.open('packages/reminders/messages/index?c=9');
    await phone.sees('这条消息是邻县的');
    const there = { ...me, countyId: 9, countyName: '邻县', personId: patientId };
    server.when(readMe).answer(() => there);
    server.when(signInByPhone).answer(() => ({ outcome: 'signed-in', token: '9.secret', me: there }));
    // The first try is on its way, and two more follow within two seconds.
    phone.phone.setOnline(true);
    await phone.tap('换到邻县');
    await phone.sees('还没有消息');
    await setTimeout(2_500);
    const bearers = server.sentTo(confirmMedication).map(({ bearer }) => bearer);
    expect(bearers.length).toBeGreaterThan(0);
    expect(bearers.filter(bearer => bearer !== 'Bearer 7.secret')).toEqual([]);
    await phone.sees('1 条待上传');
  });

  it('opens a form as it was left also when its person has to sign in again first', async () => {
    const at = { path: 'packages/rights/request/index', query: { patientId } };
    const phone = await guardian({}, at);
    const words = () => phone.view.locator('textarea:visible').first().inputValue();
    await phone.type('也可以打字，用自己的话写就行', '想看看写了什么');
    const isKept = () => phone.phone.storage.get(`enciphered:drafts:${personId}`)?.includes('想看看写了什么') === true;
    for (let tries = 0; tries < 400 && !isKept(); tries += 1) await setTimeout(20);
    phone.phone.storage.delete('enciphered:session');
    // The page is drawn sooner than the phone has opened what was begun.
    phone.phone.opensIn = 400;
    await phone.restart(at);
    await phone.sees('您想办什么？');
    for (let tries = 0; tries < 50 && (await words()) === ''; tries += 1) await setTimeout(20);
    expect(await words()).toBe('想看看写了什么');
  });

  it('opens a request that was not taken later as it was written', async () => {
    server.when(makeRequest).answer(() => ({ status: 409, refusal: { code: 'NOT_NOW', say: '现在不能办', retry: false } }));
    const phone = await guardian({}, { path: 'packages/rights/request/index', query: { patientId } });
    await phone.tap('查阅');
    await phone.type('也可以打字，用自己的话写就行', '想看看写了什么');
    phone.phone.setOnline(false);
    await phone.tap('提交');
    await phone.sees('已记在手机里，有网会自动提交');
    await phone.restart();
    phone.phone.setOnline(true);
    await phone.tap(/1 条没有收下/);
    await phone.sees('没有收下：现在不能办');
    await phone.tap('填的还在，打开再改');
    await phone.sees('想看看都记了些什么');
    expect(await phone.view.locator('textarea:visible').first().inputValue()).toBe('想看看写了什么');
  });

  it('opens the very letter that an official’s task is about, and sends the answer with its version', async () => {
    const post = { postId: agreementId, role: 'communityPolice' as const, areaId: patientId, areaName: '云坪镇' };
    const police = {
      ...me,
      isGuardian: false,
      posts: [{ ...post, organisationId: null, organisationName: null, from: today, until: null, deputyFor: null }],
    };
    server.when(readMe).answer(() => police);
    server.when(signInByPhone).answer(() => ({ outcome: 'signed-in', token: '7.secret', me: police }));
    const task = { reason: null, seat: 'office', patientId: null, patientName: null, villageName: '', attempts: 0 } as const;
    const due = { dueOn: today, timing: 'today', overdueDays: 0 } as const;
    server.when(listTodaysTasks).answer(() => ({
      today,
      rows: [{ taskId: agreementId, kind: 'supervision', causeId: personId, ...task, ...due }],
      next: null,
      doneToday: 0,
    }));
    const township = { townshipId: personId, townshipName: '云坪镇' };
    const letter = { ...township, duty: null, sentBy: '试领导', sentAt: new Date().toISOString(), receiverName: me.name };
    let answer: string | null = null;
    server.when(listLetters).answer(() => ({
      rows: [
        {
          letterId: personId,
          words: '请补上处置记录',
          mine: true,
          dueOn: today,
          late: false,
          state: answer === null ? 'open' : 'answered',
          answer,
          answeredAt: answer === null ? null : new Date().toISOString(),
          version: answer === null ? 3 : 4,
          ...letter,
        },
      ],
      next: null,
    }));
    server.when(answerLetter).answer(({ body }) => {
      answer = body.answer;
      return { letterId: personId, state: 'answered', version: 4 };
    });
    const phone = await launch();
    await phone.tap('答复督办');
    await phone.sees('请补上处置记录');
    await phone.sees('今天前答复');
    await phone.tap(/^答复$/);
    await phone.type('写明做了什么、结果怎样（不写服务对象姓名）', '已经补上');
    await phone.view.locator('.gh-sheet .gh-button:visible').first().tap();
    await phone.sees(/您的答复：已经补上/);
    expect(server.sentTo(answerLetter).map(({ body }) => body)).toEqual([{ version: 3, answer: '已经补上' }]);
  });

  it.each([
    ['guardian', { isGuardian: true, posts: [] }],
    ['grid worker', { isGuardian: false, posts: ['gridWorker' as const] }],
    ['lead of a township', { isGuardian: false, posts: ['townshipLead' as const] }],
  ])('opens every page for a %s, with nothing behind it and without a fault', async (_, { isGuardian, posts }) => {
    const place = {
      areaId: patientId,
      areaName: '云坪镇',
      organisationId: null,
      organisationName: null,
      from: today,
      until: null,
      deputyFor: null,
    };
    const mine = { ...me, isGuardian, posts: posts.map(role => ({ postId: agreementId, role, ...place })) };
    server.when(readMe).answer(() => mine);
    server.when(signInByPhone).answer(() => ({ outcome: 'signed-in', token: '7.secret', me: mine }));
    const phone = await launch();
    await phone.sees(/^今天 · 周/);
    const blank: string[] = [];
    for (const page of phone.pages) {
      await phone.open(page);
      if ((await phone.view.locator('.gh-main:visible').count()) === 0) blank.push(page);
    }
    expect(phone.pages.length).toBeGreaterThan(40);
    expect(blank).toEqual([]);
  });

  it('takes ten marks without signal through a kill: each arrives once, with the time of its tap', async () => {
    const persons = Array.from({ length: 10 }, (_, n) => ({
      patientId: `01900000-0000-7000-8000-0000000001${String(n).padStart(2, '0')}`,
      patientName: `试甲${String(n)}`,
      villageName: '竹坪村',
      state: 'missing' as const,
      mark: null,
    }));
    const arrived = new Map<string, string>();
    server.when(readMyRollCall).answer(() => ({ on: today, until: '18:00', persons, wards: [] }));
    server.when(markRollCall).answer(({ body, params, key }) => {
      // Exactly once is the server's promise by the key; that there is one key for one tap is the phone's.
      arrived.set(key ?? '', params['patientId'] ?? '');
      return { markId: body.markId, on: today };
    });
    const at = { path: 'packages/visits/roll-call/index', query: {} };
    const phone = await guardian({}, at);
    await phone.sees('还有 10 人');
    phone.phone.setOnline(false);
    for (let n = 0; n < 10; n += 1) {
      await phone.view
        .locator('.gh-card')
        .filter({ hasText: `试甲${String(n)}` })
        .getByText('见到了')
        .tap();
      await phone.sees(`${String(n + 1)} 条待上传`);
    }
    const before = Date.now();
    await phone.restart(at);
    // What was asked before is still on the phone, enciphered.
    await phone.sees('试甲9');
    await phone.sees('10 条待上传');
    // What was marked is still said; the same once more is no second mark.
    await phone.sees('都点到了');
    await phone.view.locator('.gh-card').filter({ hasText: '试甲9' }).getByText('见到了').tap();
    const plain = [...phone.phone.storage].filter(([key]) => !key.startsWith('enciphered:')).map(([, text]) => text);
    expect(plain.join()).not.toContain('试甲');
    expect(server.sentTo(markRollCall)).toEqual([]);
    phone.phone.setOnline(true);
    await phone.view.locator('.gh-offline').first().waitFor({ state: 'detached' });
    expect([...arrived.values()].sort()).toEqual(persons.map(({ patientId: id }) => id));
    const sent = server.sentTo(markRollCall);
    expect(sent).toHaveLength(10);
    for (const { body } of sent) expect(new Date((body as { at: string }).at).getTime()).toBeLessThan(before);
  });

  it('wipes what it kept when the account is ended meanwhile, hands in what was written to the office, and keeps it sealed until that works', async () => {
    const phone = await guardian();
    await phone.sees('家人今天的药吃了吗？');
    phone.phone.setOnline(false);
    await phone.tap('吃过了');
    await phone.sees('已记在手机里，有网会自动上传');
    server.revoked = true;
    server.when(signInByPhone).answer(() => ({ outcome: 'unbound' }));
    phone.phone.setOnline(true);
    await phone.leaveAndReturn();
    await phone.sees('第一次用，先认一下您');
    const kept = () => [...phone.phone.storage.keys()].filter(key => key.startsWith('enciphered:')).join();
    const left = /^enciphered:outbox,enciphered:outbox:[0-9a-f-]+,enciphered:proofs$/;
    for (let tries = 0; tries < 400 && !left.test(kept()); tries += 1) await setTimeout(20);
    expect(kept()).toMatch(left);
    expect(server.sentTo(confirmMedication)).toEqual([]);
    // Nobody took it yet: it is still here, and handed in when the app is opened again.
    await phone.sees('1 条待上传');
    server.when(handIn).answer(() => ({ outcome: 'waiting' }));
    await phone.restart();
    await phone.sees(/1 条已交给乡镇办公室/);
    expect(server.sentTo(handIn).at(-1)?.body).toMatchObject({
      proof: '7.secret',
      path: `/patients/${patientId}/medication/confirmations`,
      body: { on: today, answer: 'taken' },
    });
    expect(server.sentTo(confirmMedication)).toEqual([]);
    expect(await phone.text()).not.toContain('待上传');
  });

  it('hands in what was written in one county when only the account in another one is left, and shows nothing of the first there', async () => {
    const phone = await guardian();
    await phone.sees('家人今天的药吃了吗？');
    phone.phone.setOnline(false);
    await phone.tap('吃过了');
    await phone.sees('已记在手机里，有网会自动上传');
    server.revoked = true;
    const elsewhere = { ...me, countyId: 8, countyName: '邻县', personId: patientId.replace(/1$/, '9'), isGuardian: false };
    server.when(signInByPhone).answer(() => {
      server.revoked = false;
      return { outcome: 'signed-in', token: '8.secret', me: elsewhere };
    });
    server.when(handIn).answer(() => ({ outcome: 'waiting' }));
    phone.phone.setOnline(true);
    await phone.leaveAndReturn();
    await phone.sees(/1 条已交给乡镇办公室/);
    expect(server.sentTo(handIn).at(-1)?.body).toMatchObject({ proof: '7.secret', body: { on: today, answer: 'taken' } });
    expect(server.sentTo(confirmMedication)).toEqual([]);
    expect(await phone.text()).not.toMatch(/家人今天的药|待上传/);
  });

  it('drops nothing on a phone that is full, and says that it is not safe yet', async () => {
    const phone = await guardian();
    await phone.sees('家人今天的药吃了吗？');
    phone.phone.setOnline(false);
    phone.phone.room = 0;
    await phone.tap('吃过了');
    await phone.sees(/手机存满了/);
    await phone.sees('1 条待上传');
    phone.phone.room = Infinity;
    phone.phone.setOnline(true);
    await phone.view.locator('.gh-offline').first().waitFor({ state: 'detached' });
    expect(server.sentTo(confirmMedication)).toHaveLength(1);
    expect(await phone.text()).not.toMatch(/存满了|待上传/);
  });

  it('draws a signature by touch and sends its strokes under the text that was read', async () => {
    const day = calendarDate('2026-01-01');
    server.when(readAgreement).answer(() => ({
      ...{
        id: agreementId,
        number: 'GH-990101-2026-0001',
        state: 'draft',
        version: 1,
        patientId,
        patientName: '患者甲',
        guardianId: personId,
      },
      ...{
        guardianName: '监护人甲',
        villageName: '竹坪村',
        from: day,
        to: calendarDate('2026-12-31'),
        cycle: 'quarter',
        standards: [],
        fullFen: 240_000,
      },
      ...{ templateVersion: '1', title: '看护协议', contentSha256: 'a'.repeat(64), contentSm3: '', steps: [] },
      sections: [
        { heading: '一、职责', paragraphs: ['每天看护。'], hasClip: false },
        { heading: '二、奖补', paragraphs: ['按季度认定。'], hasClip: true },
      ],
      signed: null,
      may: { sign: true, witness: false, countersign: false, suspend: false, resume: false, terminate: false },
    }));
    server.when(startReading).answer(() => ({ readingId: agreementId, leastSeconds: 0 }));
    server.when(signAgreement).answer(() => ({ id: agreementId, state: 'signedByGuardian', version: 2 }));
    const phone = await guardian({}, { path: 'packages/agreements/agreement/index', query: { agreementId } });
    expect(await phone.text()).not.toContain('听这一条');
    await phone.tap('看完了，下一条');
    await phone.sees('听这一条');
    await phone.draw([
      [
        [0.1, 0.3],
        [0.2, 0.7],
        [0.3, 0.3],
        [0.4, 0.7],
        [0.5, 0.3],
      ],
      [
        [0.6, 0.5],
        [0.9, 0.5],
      ],
    ]);
    await phone.tap('签好了');
    await phone.tap('确定签字');
    await phone.sees('等乡镇盖章后生效');
    const readings = server.sentTo(startReading).map(sent => sent.body as { readingId: string; contentSha256: string });
    expect(new Set(readings.map(reading => reading.contentSha256))).toEqual(new Set(['a'.repeat(64)]));
    const body = server.sentTo(signAgreement)[0]?.body as {
      readToEnd: boolean;
      contentSha256: string;
      readingId: string;
      strokes: [number, number][][];
    };
    expect(body).toMatchObject({ readToEnd: true, contentSha256: 'a'.repeat(64) });
    expect(readings.map(reading => reading.readingId)).toContain(body.readingId);
    expect(body.strokes.map(stroke => stroke.length)).toEqual([5, 2]);
    expect(body.strokes[0]?.[0]).toEqual([expect.closeTo(100, -1), expect.closeTo(150, -1)]);
  });

  it('is drawn larger in care mode and dark in dark mode', async () => {
    const styleOf = (phone: MiniProgram) =>
      phone.view.evaluate(() => {
        const page = document.querySelector('.gh-page');
        const button = document.querySelector('.gh-button--primary');
        if (!page || !button) throw new Error('nothing is drawn');
        return { ground: getComputedStyle(page).backgroundColor, button: button.getBoundingClientRect().height };
      });
    const plain = await guardian();
    await plain.sees('吃过了');
    const care = await guardian({ fontScale: 1.4, dark: true });
    await care.sees('吃过了');
    expect(await styleOf(plain)).toEqual({ ground: 'rgb(245, 244, 240)', button: 52 });
    const large = await styleOf(care);
    expect(large.ground).toBe('rgb(20, 25, 27)');
    expect(large.button).toBeCloseTo(52 * 1.4, 0);
  });

  it('shows a family’s messages one at a time in large type, and all of them otherwise', async () => {
    const message = (messageId: string, what: string) => ({
      ...{
        messageId,
        what,
        purpose: 'visit' as const,
        count: 1,
        state: 'sent' as const,
        channel: 'wechat' as const,
        page: 'pages/today/index',
      },
      ...{ at: new Date().toISOString(), readAt: null, acknowledgedAt: null },
    });
    const rows = [message(patientId, '有人上门看望'), message(personId, '可以领取补助'), message(agreementId, '协议等您签字')];
    server.when(listMyMessages).answer(() => ({ rows, next: null }));
    const at = { path: 'packages/reminders/messages/index', query: {} };
    const plain = await guardian({}, at);
    for (const { what } of rows) await plain.sees(what);
    const care = await guardian({ fontScale: 1.4 }, at);
    await care.sees('有人上门看望');
    expect(await care.text()).not.toContain('可以领取补助');
    await care.tap('看下一样（第 1 样，共 3 样）');
    await care.sees('可以领取补助');
    expect(await care.text()).not.toMatch(/有人上门看望|协议等您签字/);
    await care.tap('看下一样（第 2 样，共 3 样）');
    await care.tap('看下一样（第 3 样，共 3 样）');
    await care.sees('有人上门看望');
  });

  it('shows benefits one at a time in large type, and applies for one without signal: it arrives once', async () => {
    const { minimumLiving, freeExam } = SHIPPED_RELIEF.benefits;
    const line = { findings: [], reliefId: null };
    server.when(readOutlook).answer(() => ({
      patientId,
      patientName: '试甲',
      benefits: [
        { benefit: 'freeExam', standing: 'notNow', terms: freeExam, ...line },
        { benefit: 'minimumLiving', standing: 'seems', terms: minimumLiving, ...line },
      ],
      questions: [],
      grants: [],
      reimbursement: SHIPPED_RELIEF.reimbursement,
      coverage: { insured: true, special: false, medicalRelief: false, rest: false },
      may: { tell: true, apply: true, handle: false },
    }));
    // The page reads everything anew and looks at nothing of the answer.
    server.when(applyForRelief).answer(() => ({}) as never);
    const at = { path: 'packages/relief/benefits/index', query: { patientId } };
    const phone = await guardian({ fontScale: 1.4 }, at);
    await phone.sees('可以申请');
    expect(await phone.text()).not.toMatch(/条件可能不够|门诊花了多少/);
    phone.phone.setOnline(false);
    await phone.tap(/^申请最低生活保障/);
    await phone.sees('已记在手机里，有网会自动上传');
    // Tapped once more, it is still one wish.
    await phone.tap(/^申请最低生活保障/);
    await phone.tap('看下一样（第 1 样，共 3 样）');
    await phone.sees('条件可能不够');
    phone.phone.setOnline(true);
    await phone.view.locator('.gh-offline').first().waitFor({ state: 'detached' });
    expect(server.sentTo(applyForRelief).map(({ body }) => body)).toMatchObject([{ benefit: 'minimumLiving', fast: false }]);
  });

  it('asks one thing a screen in large type for the reward, and applies without signal: it arrives once', async () => {
    // The page looks at nothing of the answer.
    server.when(makeApplication).answer(() => ({}) as never);
    const at = { path: 'packages/agreements/apply/index', query: { patientId } };
    const phone = await guardian({ fontScale: 1.4 }, at);
    await phone.sees('您和要照看的家人住在一起吗？');
    expect(await phone.text()).not.toMatch(/平时是您在照看吗|证明材料/);
    phone.phone.setOnline(false);
    await phone.tap(/^是$/);
    await phone.tap('下一步');
    await phone.tap(/^不是$/);
    await phone.tap('下一步');
    for (const seen of ['还想说的', '证明材料']) {
      await phone.sees(seen);
      await phone.tap('下一步');
    }
    await phone.sees('看看对不对');
    await phone.tap(/^申请$/);
    await phone.sees('已记在手机里，有网会自动上传');
    await phone.restart(at);
    await phone.sees('已记在手机里，有网会自动上传');
    phone.phone.setOnline(true);
    await phone.view.locator('.gh-offline').first().waitFor({ state: 'detached' });
    expect(server.sentTo(makeApplication).map(({ body }) => body)).toMatchObject([{ livesTogether: true, reallyCares: false }]);
  });

  it('gives an opinion without signal; when somebody else’s came first it is opened again as it was, and given once', async () => {
    const appraisalId = agreementId;
    let version = 2;
    server.when(readAppraisal).answer(() => ({
      ...{ id: appraisalId, state: 'proposed', version, agreementId, agreementNumber: '示协 1 号', patientId, patientName: '试甲' },
      ...{ villageName: '竹坪村', from: today, to: today, fullFen: 60_000, decidedFen: null, proposal: 'full', opinions: 1, mine: false },
      ...{ guardianName: '监护人甲', evidence: null, clauses: [], reasons: [], opinionsGiven: [], finalOn: null, later: [], round: 1 },
      ...{ objections: [], mayRecordObjection: null, mayRecordTraining: false, yearStop: null, mayProposeStop: false },
      ...{ stopNotAgreed: false, mayDecideStop: false, mayOpine: true },
    }));
    server.when(giveOpinion).answer(({ body }) => {
      if (body.version !== version) return { status: 409, refusal: { code: 'STALE', say: '刚有同事更新了，请再看一遍', retry: true } };
      return { id: appraisalId, state: 'proposed', version: version + 1, decidedFen: null, waitingForSecond: true };
    });
    const at = { path: 'packages/appraisal/opinion/index', query: { appraisalId } };
    const phone = await guardian({}, at);
    await phone.sees('提交意见');
    phone.phone.setOnline(false);
    await phone.tap(/^全额$/);
    await phone.restart(at);
    await phone.tap('提交意见');
    await phone.sees('已记在手机里，有网会自动上传');
    version = 3;
    phone.phone.setOnline(true);
    await phone.tap(/1 条没有收下/);
    await phone.sees(/刚有同事更新了/);
    await phone.tap('填的还在，打开再改');
    await phone.tap('提交意见');
    await phone.sees('意见已记下');
    const [first, again] = server.sentTo(giveOpinion).map(({ body }) => body as { tappedAt?: string });
    expect([first, again]).toMatchObject([
      { version: 2, outcome: 'full' },
      { version: 3, outcome: 'full' },
    ]);
    expect(Date.parse(first?.tappedAt ?? '')).toBeLessThan(Date.parse(again?.tappedAt ?? ''));
    expect(server.sentTo(giveOpinion)).toHaveLength(2);
  });

  it('reads a fixed sentence aloud where somebody has recorded it, and shows no button where nobody has', async () => {
    const mine = { ...me, spoken: ['medicineToday' as const] };
    server.when(readMe).answer(() => mine);
    server.when(signInByPhone).answer(() => ({ outcome: 'signed-in', token: '7.secret', me: mine }));
    server.when(readSpoken).answer(() => undefined);
    const phone = await launch();
    await phone.sees('家人今天的药吃了吗？');
    await phone.tap(/^听$/);
    for (let tries = 0; tries < 400 && phone.phone.called('play').length === 0; tries += 1) await setTimeout(20);
    expect(phone.phone.called('play')).toEqual(['wxfile://tmp/api/spoken/medicineToday']);
    await phone.tap('有情况，要帮忙');
    await phone.sees('还没有通知到任何人，请打电话');
    expect(await phone.view.locator('.gh-hear:visible').count()).toBe(0);
  });

  it('tells the server which language was chosen, so that a refusal is read in it', async () => {
    const phone = await guardian();
    await phone.sees('家人今天的药吃了吗？');
    expect(server.sentTo(readMe).at(-1)?.language).toBe('zh-CN');
    phone.phone.storage.set('language', '"en"');
    server.when(confirmMedication).answer(({ language }) => ({
      status: 409,
      refusal: {
        code: 'CONFIRMED_BY_ANOTHER',
        say: language === 'en' ? 'Another guardian has confirmed that day already' : '',
        retry: false,
      },
    }));
    await phone.restart();
    await phone.tap('All taken');
    await phone.sees('Another guardian has confirmed that day already');
  });
});
