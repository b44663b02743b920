import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { chromium, type Browser, type BrowserContext } from 'playwright-core';
import { countersignAgreement, draftAgreement, readAgreement } from '@guanhu/shared/agreements/agreements.routes';
import { listAreas, listOrganisations, requestStepUp } from '@guanhu/shared/access/access.routes';
import { addDays, addMonths, dayOf } from '@guanhu/shared/kernel/calendar-date';
import { checkBatch, listEntitlements, prepareBatch, recordAppropriation, releaseBatch } from '@guanhu/shared/payouts/payouts.routes';
import { planCampaign } from '@guanhu/shared/screening/campaign.routes';
import { listVisits } from '@guanhu/shared/visits/visits.routes';
import { findChromium } from '../../tools/chromium.mjs';
import { ask, newKey } from '../support/front-door.ts';
import { appraiseAll, grantedApplication, signInAtDesk } from '../support/township.ts';
import { bindOn, foundCounty, openPhone, type County } from './county.ts';
import { MiniProgram, phoneScreen } from './harness/mini-program.ts';

/** The steps of guardian, grid worker and official that happen on a phone: the compiled mini-program against the running house. */
jest.setTimeout(180_000);

const dist = path.resolve(import.meta.dirname, '../../miniapp/dist/weapp');
const artefacts = path.resolve(import.meta.dirname, '../../artifacts/weapp');

let browser: Browser;
let context: BrowserContext;
let county: County;
let guardian: MiniProgram;
let gridWorker: MiniProgram;

const shot = (phone: MiniProgram, name: string) => phone.screenshot(path.join(artefacts, `${name}.png`));

beforeAll(async () => {
  const executablePath = findChromium();
  browser = await chromium.launch({
    ...(executablePath === undefined ? {} : { executablePath }),
    args: ['--no-sandbox', '--disable-gpu', '--disable-quic'],
  });
  context = await browser.newContext(phoneScreen);
  county = await foundCounty();
});
afterAll(async () => {
  await browser.close();
  await county.house.close();
});

describe('the main job on the compiled mini-program', () => {
  it('binds nobody to a stranger’s phone, and the guardian to their own', async () => {
    const stranger = await openPhone(county, dist, context, '19900099999');
    await bindOn(stranger, county.guardian.code);
    await stranger.sees('没有找到对应的邀请');
    await stranger.close();

    guardian = await openPhone(county, dist, context, county.guardian.phoneNumber);
    await guardian.sees('第一次用，先认一下您');
    await shot(guardian, 'bind');
    await bindOn(guardian, county.guardian.code);
    await guardian.sees('有情况，要帮忙');
    expect(guardian.route).toBe('pages/today/index');
    await shot(guardian, 'guardian-today');
  });

  it('confirms today’s medicine with one tap', async () => {
    const before = guardian.taps;
    await guardian.tap('吃过了');
    await guardian.sees('家人今天：吃过了');
    expect(guardian.taps - before).toBeLessThanOrEqual(2);
  });

  it('reports an episode; the grid worker reads it and is on it; the guardian sees that', async () => {
    gridWorker = await openPhone(county, dist, context, county.gridWorker.phoneNumber);
    await bindOn(gridWorker, county.gridWorker.code);
    await gridWorker.sees(/今天/);

    const before = guardian.taps;
    await guardian.tap('有情况，要帮忙');
    await guardian.sees('还没有通知到任何人，请打电话');
    await shot(guardian, 'report');
    await guardian.tap('病情有波动');
    expect(guardian.taps - before).toBeLessThanOrEqual(3);
    await guardian.sees(/已通知 \d+ 人/, 15_000); // when a message to somebody has really gone out

    await gridWorker.leaveAndReturn();
    await gridWorker.tap('竹坪村有情况，请看');
    await gridWorker.tap('我来处理');
    await gridWorker.sees('已经有人在处理');
    await guardian.sees('已经有人在处理', 15_000);
    await shot(guardian, 'incident');
  });

  it.each([
    ['before the request left', '砸东西', 'smashing', undefined],
    ['after the server had it', '吵闹、威胁', 'threat', /\/incidents$/],
  ])(
    'reports an episode, the signal lost %s: it arrives once, with the time of the tap, and nobody is said to know before',
    async (...[, kind, stored, lost]) => {
      await guardian.restart();
      await guardian.tap('有情况，要帮忙');
      await guardian.sees('还没有通知到任何人，请打电话');
      const tapped = Date.now();
      if (lost) guardian.phone.loseSignalAfter = lost;
      else guardian.phone.setOnline(false);
      await guardian.tap(kind);
      await guardian.sees('没有网，没有发出去');
      // What cannot be told is not told, however long it takes.
      await sleep(2_000);
      const says = await guardian.text();
      expect(says).toContain('还没有通知到任何人，请打电话');
      expect(says).not.toMatch(/已上报|已通知/);
      expect(says).toContain('情况报告还没有发出去，别人还不知道');
      const reports = () =>
        county.house.query<{ tapped: Date; reported: Date }>(
          'SELECT tapped_at AS tapped, reported_at AS reported FROM incident_report WHERE county_id = 1 AND kind = $1',
          [stored],
        );
      expect(await reports()).toHaveLength(lost ? 1 : 0);
      guardian.phone.setOnline(true);
      await guardian.sees(/已通知 \d+ 人|已经有人在处理/, 15_000);
      const [report, ...more] = await reports();
      expect(more).toEqual([]);
      // The phone's time is that of the tap, the server's is its own.
      expect(Math.abs((report?.tapped.getTime() ?? 0) - tapped)).toBeLessThan(1_900);
      if (!lost) expect((report?.reported.getTime() ?? 0) - tapped).toBeGreaterThan(2_000);
    },
  );

  it('checks in on a visit without signal, records it, and both arrive once', async () => {
    gridWorker.back();
    await gridWorker.tap('服务对象');
    await gridWorker.tap('试甲子东');
    await gridWorker.sees('网格甲子');
    await shot(gridWorker, 'patient');
    await gridWorker.tap('上门签到，记随访');
    gridWorker.phone.setOnline(false);
    await gridWorker.tap(/^签到$/);
    await gridWorker.tap('已随访');
    await gridWorker.tap('家庭访视');
    await gridWorker.tap('家属、监护人');
    await gridWorker.tap('在家，和平常一样');
    await gridWorker.tap(/^平稳$/);
    await gridWorker.tap('按医嘱规律用药');
    await gridWorker.tap('照看得好');
    await gridWorker.tap(/^在控$/);
    await shot(gridWorker, 'visit');
    await gridWorker.tap('完成');
    await gridWorker.sees('已存在手机里');
    await gridWorker.restart();
    await gridWorker.sees('2 条待上传');
    gridWorker.phone.setOnline(true);
    const recorded = async () => {
      const { rows } = await ask(county.house.url, listVisits, {
        as: county.offices.doctor.token,
        params: { patientId: county.patientId },
      });
      return rows.map(row => row.state).join();
    };
    for (let tries = 0; tries < 50 && (await recorded()) !== 'recorded'; tries += 1) await sleep(200);
    expect(await recorded()).toBe('recorded');
  });

  it('hands in a clue and answers the village’s screening from its task, all without signal: each arrives once (BQ-11, TH-09)', async () => {
    const today = dayOf(new Date());
    const days = {
      planOn: today,
      carryOutOn: today,
      fillGapsOn: addDays(today, 5),
      consolidateOn: addDays(today, 10),
      endsOn: addDays(today, 15),
    };
    const { rows: areas } = await ask(county.house.url, listAreas, { as: county.offices.maker.token });
    const areaId = areas.find(area => area.name === '云坪镇')?.areaId ?? '';
    const campaign = { campaignId: newKey(), areaId, title: '入冬走访', groups: [], ...days };
    await ask(county.house.url, planCampaign, { as: county.offices.maker.token, body: campaign });

    await gridWorker.restart();
    await gridWorker.tap('答复村里的排查');
    await gridWorker.sees('还没有答复');
    await shot(gridWorker, 'village-round');
    await gridWorker.tap('填一条线索');
    await gridWorker.type('姓名或平时的称呼', '老槐');
    await gridWorker.tap('经常自言自语');
    await shot(gridWorker, 'clue');
    gridWorker.phone.setOnline(false);
    await gridWorker.tap(/^交上去$/);
    await gridWorker.sees('已记在手机里');
    await gridWorker.tap(/^好$/);
    await gridWorker.sees('已交 1 条线索');
    await gridWorker.tap('都看过了，线索已交');
    await gridWorker.sees('已记在手机里');
    await gridWorker.restart();
    await gridWorker.sees('2 条待上传');
    gridWorker.phone.setOnline(true);

    const stored = () =>
      county.house.query<{ clues: number; answer: string | null }>(
        `SELECT (SELECT count(*)::int FROM screening_clue WHERE county_id = 1) AS clues, answer FROM screening_village
         WHERE county_id = 1 AND campaign_id = $1 AND answer IS NOT NULL`,
        [campaign.campaignId],
      );
    for (let tries = 0; tries < 50 && (await stored()).length === 0; tries += 1) await sleep(200);
    expect(await stored()).toEqual([{ clues: 1, answer: 'clues' }]);
    await gridWorker.restart({ path: 'packages/screening/village/index', query: {} });
    await gridWorker.sees('等镇里核对');
    expect(await gridWorker.text()).toContain('老某');
    expect(await gridWorker.text()).not.toContain('老槐');
    await shot(gridWorker, 'village');
    await gridWorker.restart();
    await gridWorker.sees(/今天/);
    await gridWorker.seesNoMore('答复村里的排查');
  });

  it('signs the agreement by touch, after reading it to the end', async () => {
    const from = addDays(dayOf(new Date()), -95);
    const term = { from, to: addDays(addMonths(from, 12), -1) };
    const applicationId = await grantedApplication(county.house, county.patientId, county.guardian.personId, term);
    const { id: agreementId } = await ask(county.house.url, draftAgreement, { as: county.offices.maker.token, body: { applicationId } });
    await guardian.restart({ path: 'packages/agreements/agreement/index', query: { agreementId } });
    await guardian.sees(/第 1 条，共 \d+ 条/);
    const count = Number(/共 (\d+) 条/.exec(await guardian.text())?.[1]);
    for (let section = 2; section <= count; section += 1) {
      await guardian.tap('看完了，下一条');
      await guardian.sees(`第 ${String(section)} 条，共 ${String(count)} 条`);
    }
    await guardian.draw([
      [
        [0.1, 0.3],
        [0.2, 0.7],
        [0.3, 0.3],
        [0.45, 0.7],
      ],
      [
        [0.6, 0.2],
        [0.6, 0.8],
        [0.9, 0.5],
      ],
    ]);
    await shot(guardian, 'agreement');
    while ((await guardian.text()).includes('秒以后可以签')) await sleep(200);
    await guardian.tap('签好了');
    await guardian.tap('确定签字');
    await guardian.sees('等乡镇盖章后生效');
    const signed = await ask(county.house.url, readAgreement, { as: county.offices.checker.token, params: { agreementId } });
    const { version, contentSha256 } = signed;
    await ask(county.house.url, countersignAgreement, {
      as: county.offices.checker.token,
      params: { agreementId },
      body: { version, contentSha256 },
    });
  });

  it('receives the money: three officials release it, one of them approving on the phone, and the guardian claims it', async () => {
    const { house, offices } = county;
    await appraiseAll(house, offices, 1);
    const { rows } = await ask(house.url, listEntitlements, { as: offices.maker.token, query: { state: 'approved' } });
    const entitlementId = rows[0]?.id ?? '';
    const desk = await signInAtDesk(house, offices.payer.token);
    await house.simulator.call('PUT', '/settings', { firstState: 'wait' });
    const office = (await ask(house.url, listOrganisations, { as: offices.payer.token })).rows.find(each => each.kind === 'financeOffice');
    const appropriation = {
      officeId: office?.organisationId ?? '',
      amountFen: 9_000_000,
      receivedOn: dayOf(new Date()),
      documentNumber: '拨〔2026〕1号',
    };
    await ask(house.url, recordAppropriation, { as: desk, body: appropriation });
    const batch = await ask(house.url, prepareBatch, {
      as: offices.maker.token,
      body: { title: '第一季度', entitlementIds: [entitlementId] },
    });
    const params = { batchId: batch.id };
    const checked = await ask(house.url, checkBatch, { as: offices.checker.token, params, body: { version: batch.version } });

    const asked = await ask(house.url, requestStepUp, {
      as: desk,
      body: { purpose: 'batch:release', objectId: batch.id, device: '测试电脑' },
    });
    const payer = await MiniProgram.launch(dist, context, {
      server: house.url,
      wechat: { origin: house.system.simulatorUrl, phoneId: offices.payer.phoneId },
    });
    await payer.tap('我的');
    payer.phone.scans = [`guanhu:ticket:${asked.code.replace('-', '')}`];
    await payer.tap('扫码确认电脑登录');
    await payer.sees('发放奖励资金');
    await shot(payer, 'approve');
    await payer.tap(/^同意$/);
    await payer.sees('已同意，请看电脑');
    await payer.close();
    await ask(house.url, releaseBatch, { as: desk, params, body: { version: checked.version, stepUpTicket: asked.ticketId } });

    await guardian.restart({ path: 'packages/payouts/entitlement/index', query: { entitlementId } });
    await guardian.tap(/^领取$/);
    await guardian.sees('等您在微信里确认收款', 30_000);
    const [transfer] = guardian.phone.called('requestMerchantTransfer') as { mchId: string; appId: string; package: string }[];
    expect(transfer).toBeDefined();
    await house.simulator.confirm(guardian.phone.setting.wechat?.phoneId ?? '', transfer!);
    await guardian.sees('已到账', 30_000);
    await shot(guardian, 'received');
  });

  it('left no fault in either thread', async () => {
    expect([...(await guardian.faults()), ...(await gridWorker.faults())]).toEqual([]);
  });
});
