import path from 'node:path';
import { jest } from '@jest/globals';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { readMe, signInByPhone } from '@guanhu/shared/access/access.routes';
import { listTodaysTasks } from '@guanhu/shared/agenda/agenda.routes';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import { attachVisitPhoto } from '@guanhu/shared/visits/visit-photos.routes';
import { checkInVisit, readBlankForm, readVisit, readVisitForm } from '@guanhu/shared/visits/visits.routes';
import { findChromium } from '../../../tools/chromium.mjs';
import { MiniProgram, phoneScreen } from './mini-program.ts';
import { ScriptedServer } from './scripted-server.ts';

const dist = path.resolve(import.meta.dirname, '../../../miniapp/dist/weapp');
const patientId = '01900000-0000-7000-8000-000000000001';
const personId = '01900000-0000-7000-8000-000000000002';
const areaId = '01900000-0000-7000-8000-000000000003';
const today = dayOf(new Date());
const form = { edition: { national: 1, local: 0 }, localFields: [], lateAfterDays: 3 };
const visitPage = { path: 'packages/visits/visit/index', query: { patientId } };
const TOO_EARLY = { status: 422, refusal: { code: 'VISIT_IN_FUTURE', say: '签到时间晚于现在，请检查手机时间', retry: false } };
const notTaken = '签到没有收下，填的都还在';

jest.setTimeout(60_000);

let browser: Browser;
let context: BrowserContext;
let server: ScriptedServer;
let phone: MiniProgram;

beforeAll(async () => {
  browser = await chromium.launch({
    ...(findChromium() === undefined ? {} : { executablePath: findChromium()! }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--disable-background-networking'],
  });
});
afterAll(() => browser.close());

/** A grid worker's phone, at the door of a patient. */
beforeEach(async () => {
  server = await ScriptedServer.start();
  context = await browser.newContext(phoneScreen);
  const post = { postId: areaId, role: 'gridWorker' as const, areaId, areaName: '竹坪村', deputyFor: null };
  const me = {
    ...{ countyId: 7, countyName: '示例县', personId, name: '网格员甲', isGuardian: false, isHelper: false },
    posts: [{ ...post, organisationId: null, organisationName: null, from: today, until: null }],
    templates: { medication: ['template-medication'], visit: ['template-visit'], payout: ['template-payout'] },
  };
  server.when(readMe).answer(() => me);
  server.when(signInByPhone).answer(() => ({ outcome: 'signed-in', token: '7.secret', me }));
  server.when(listTodaysTasks).answer(() => ({ today, rows: [], next: null, doneToday: 0 }));
  server.when(readBlankForm).answer(() => form);
  server.when(readVisitForm).answer(() => ({ ...form, team: [], quick: null }));
  const at = { server: server.origin, wechat: { origin: server.origin, phoneId: 'one' } };
  phone = await MiniProgram.launch(dist, context, at);
  await phone.sees(/^今天 · 周/);
  await phone.restart(visitPage);
});
afterEach(async () => {
  const faults = await phone.faults();
  await context.close();
  await server.stop();
  expect(faults).toEqual([]);
});

const taken = () =>
  server.when(checkInVisit).answer(({ body }) => ({ visitId: body.visitId, version: 1, seat: 'gridWorker', checkedInAt: body.at }));
/** A visit that this person checked in on another phone. */
const elsewhere = (visitId: string): AnswerOf<typeof readVisit> => ({
  ...{ visitId, patientId, version: 1, seat: 'gridWorker', at: new Date().toISOString(), state: 'checkedIn', form: 'quick', mine: true },
  ...{ visitorName: '网格员甲', result: null, risk: null, stability: null, flags: [], place: null, recordedAt: null, edition: null },
  ...{ localFields: [], record: null, proposed: null, lateReason: null, presences: [], absorbed: null, score: null, outcome: null },
  ...{ outcomeDueOn: null, referralId: null, lookedFor: null, photos: [] },
});
/** What was answered lies in the draft, which is enciphered on a real phone. */
const drafts = () => [...phone.phone.storage].filter(([key]) => key.includes('drafts')).join();

it('offers to check in again though the refusal was put away, and when it is refused once more; nothing has to be filled in twice', async () => {
  phone.phone.setOnline(false);
  await phone.tap(/^签到$/);
  await phone.tap('没有访到');
  server.when(checkInVisit).answer(() => TOO_EARLY);
  await phone.restart();
  phone.phone.setOnline(true);
  await phone.tap('1 条没有收下，点开看为什么、怎么办');
  await phone.tap('不要了');
  await phone.sees('这一条不要了？');
  await phone.view.locator('.gh-sheet .gh-button:visible').first().tap();
  await phone.sees('没有被退回的内容');
  await phone.restart(visitPage);
  await phone.sees(notTaken);
  await phone.tap(/^重新签到$/);
  await phone.sees('签到时间晚于现在，请检查手机时间');
  await phone.sees(/^重新签到$/);
  expect(await phone.text()).not.toContain('完成');
  // Without signal it is still known.
  phone.phone.setOnline(false);
  await phone.restart(visitPage);
  await phone.sees(/^重新签到$/);
  phone.phone.setOnline(true);
  taken();
  await phone.tap(/^重新签到$/);
  await phone.sees(/^完成$/);
  expect(await phone.text()).not.toContain('重新签到');
  expect(drafts()).toContain('"result":"missed"');
  const sent = server.sentTo(checkInVisit).map(({ body }) => (body as { visitId: string }).visitId);
  expect(new Set(sent).size).toBe(3);
});

it('keeps what was answered while the check-in was on its way when it is refused', async () => {
  let refuse!: (refused: typeof TOO_EARLY) => void;
  const answered = new Promise<typeof TOO_EARLY>(resolve => {
    refuse = resolve;
  });
  server.when(checkInVisit).answer(() => answered);
  await phone.tap(/^签到$/);
  await phone.tap('没有访到');
  refuse(TOO_EARLY);
  await phone.sees(notTaken);
  expect(drafts()).toContain('"result":"missed"');
});

it('is back at the door when the check-in is refused before anything was answered', async () => {
  server.when(checkInVisit).answer(() => TOO_EARLY);
  await phone.tap(/^签到$/);
  await phone.sees('签到时间晚于现在，请检查手机时间');
  await phone.sees('到了吗？');
});

it('opens a visit that was checked in on another phone beside the one that stands here, and loses neither', async () => {
  const otherId = '01900000-0000-7000-8000-000000000009';
  const other = { ...visitPage, query: { patientId, visitId: otherId } };
  server.when(readVisit).answer(({ params }) => elsewhere(params['visitId'] ?? ''));
  taken();
  await phone.tap(/^签到$/);
  await phone.tap('没有访到');
  const [own] = server.sentTo(checkInVisit).map(({ body }) => (body as { visitId: string }).visitId);
  phone.phone.setOnline(false);
  await phone.restart(other);
  // Without signal nobody knows of it; it is not checked in a second time for that.
  await phone.sees('现在没有网络，请稍后再试');
  expect(await phone.text()).not.toContain('到了吗？');
  phone.phone.setOnline(true);
  await phone.restart(other);
  await phone.tap('已随访');
  await phone.restart(visitPage);
  await phone.sees(/^完成$/);
  const kept = drafts();
  for (const [visitId, result] of [
    [own, 'missed'],
    [otherId, 'done'],
  ])
    expect(kept).toMatch(new RegExp(`"visitId":"${String(visitId)}"[^}]*"result":"${String(result)}"`));
});

it('sends the photograph of a check-in though the app was closed while the check-in was on its way', async () => {
  server.when(checkInVisit).answer(() => new Promise(() => undefined));
  server.when(attachVisitPhoto).answer(({ body: { attachmentId } }) => ({
    ...{ attachmentId, type: 'image/jpeg', size: 7, at: new Date().toISOString(), removed: false },
  }));
  await phone.tap('拍一张照片（可以不拍）');
  await phone.sees('已拍一张，不要了');
  await phone.tap(/^签到$/);
  await phone.sees('2 条待上传');
  taken();
  await phone.restart();
  await phone.view.locator('.gh-offline').first().waitFor({ state: 'detached' });
  const visits = server.sentTo(checkInVisit).map(({ body }) => (body as { visitId: string }).visitId);
  expect(new Set(visits).size).toBe(1);
  const photos = server.sentTo(attachVisitPhoto);
  expect(photos.map(({ params }) => params['visitId'])).toEqual([visits[0]]);
  expect((photos[0]?.body as { content: string }).content).not.toBe('');
  expect([...phone.phone.files]).toEqual([]);
});

it('says why there is no photograph, unless the person went back themselves', async () => {
  phone.phone.noCamera = 'cancel';
  await phone.tap('拍一张照片（可以不拍）');
  expect(await phone.text()).not.toContain('照片没有拍成');
  phone.phone.noCamera = 'auth deny';
  await phone.tap('拍一张照片（可以不拍）');
  await phone.sees(/^照片没有拍成/);
  phone.phone.noCamera = undefined;
  phone.phone.filesFull = true;
  await phone.tap('拍一张照片（可以不拍）');
  await phone.sees(/^手机空间不够/);
  phone.phone.filesFull = false;
  await phone.tap('拍一张照片（可以不拍）');
  await phone.sees('已拍一张，不要了');
  expect(await phone.text()).not.toContain('手机空间不够');
});

it('says that the photograph has to be taken again when the check-in that it went with was refused', async () => {
  server.when(checkInVisit).answer(() => TOO_EARLY);
  await phone.tap('拍一张照片（可以不拍）');
  await phone.sees('已拍一张，不要了');
  await phone.tap(/^签到$/);
  await phone.sees('签到时间晚于现在，请检查手机时间');
  await phone.sees('照片没有收下，要的话请再拍一张');
});
