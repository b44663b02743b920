import { setTimeout as sleep } from 'node:timers/promises';
import { jest } from '@jest/globals';
import { addDays, addMonths, dayOf, startOf } from '@guanhu/shared/kernel/calendar-date';
import { SHIPPED_VISIT_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { areasFile, county, list, organisationsFile, patient, people, personalData, places, STRANGERS_MOBILE } from './cast.ts';
import { answerAll, confirm, preview, verdicts } from './desk-import.ts';
import { givePost, invite, openPerson, register } from './desk-people.ts';
import { setReminders, setVisits } from './desk-policies.ts';
import { accounts, draft, giveOpinion, openWaiting, prepare, recordAppropriation } from './desk-reward.ts';
import { confirmOnTheWall } from './wall.ts';
import { bind } from './phone-access.ts';
import { readToTheEnd, recordVisit, sign } from './phone-pages.ts';
import { Story } from './story.ts';
import { eventually, World, type Who } from './world.ts';

jest.setTimeout(120_000);

const LONGEST_MS = 6 * 60_000;
const FILE = '责任清单.xlsx';
/** Each refused patient has a row in the list and one in the details. */
const REFUSED_ROWS = 2 * list.refused.length;
const BATCH = '第一期';
/** A period of three months at 200 yuan a month, as the policy in force says. */
const AMOUNT = '600.00';
const APPROPRIATED = '1,000.00';

let world: World;
const codes = new Map<Who, string>();
const story = new Story(() => world.keepWhatBroke());
const step = story.step.bind(story);

/** The hour so many hours from now, in China: '14:00'. */
const hourFromNow = (hours: number): string => `${new Date(Date.now() + (8 + hours) * 3_600_000).toISOString().slice(11, 13)}:00`;

beforeAll(async () => {
  // The day must not change on the way: who was asked about today would be asked about yesterday.
  const left = startOf(addDays(dayOf(new Date()), 1)).getTime() - Date.now();
  if (left < LONGEST_MS) await sleep(left + 1_000);
  world = await World.begin();
}, LONGEST_MS + 120_000);

afterAll(async () => {
  await world.end();
  world.house.forget();
});

const joins = async (who: Who, label: string): Promise<void> => {
  const phone = await world.takePhone(who, people[who].mobile, label);
  await bind(phone, codes.get(who) ?? '');
  await phone.tab('我的');
  await phone.sees(people[who].name);
};

describe('the main job, over phones and desk', () => {
  step('whoever runs the machine sets up a county with its first administrator', async () => {
    const { name, mobile } = people.administrator;
    const id = ['--id', String(county.id)];
    const said = await world.house.command(
      'county',
      ...['create', ...id, '--name', county.name, '--code', county.areaCode, '--administrator', name, '--phone', mobile],
    );
    const [, code] = /邀请码：(\S{9})（只显示这一次/.exec(said) ?? [];
    expect(code).toBeDefined();
    codes.set('administrator', code ?? '');
    expect(await world.readIn('areas', county.id, areasFile)).toContain('新增 12 个区域');
    expect(await world.readIn('organisations', county.id, organisationsFile)).toMatch(/新增 40 个单位/);
  });

  step('the administrator binds a phone with the code, and signs in to the desk by approving it there', async () => {
    await joins('administrator', '县级管理员');
    await world.keep(world.phone('administrator'), 'administrator-bound');
    const desk = await world.signIn('administrator');
    await desk.sees('现在没有等您办理的事');
    await world.keep(desk, 'administrator-desk');
  });

  step('the administrator sets the county’s bands and the times of its reminders', async () => {
    const desk = world.desk('administrator');
    await setVisits(desk, SHIPPED_VISIT_POLICIES.fourColours.label, world.today);
    await world.keep(desk, 'visit-policy');
    const times = { 不打扰从: hourFromNow(3), 不打扰到: hourFromNow(12), 提醒服药: '00:00', 提醒随访: '00:00' };
    await setReminders(desk, times, world.today);
    await world.keep(desk, 'reminder-policy');
  });

  step('the administrator enters the officials, each confirmed on the phone, and hands out invitations', async () => {
    const desk = world.desk('administrator');
    const enter = async (who: Who, role: string, area: string, organisation: string) => {
      const { name, mobile } = people[who];
      await register(desk, { name, mobile, role, area, organisation });
      if (who === 'maker') await givePost(desk, '乡镇分管领导', places.township);
      if (who === 'maker') await world.keep(desk, 'official-entered');
      codes.set(who, await invite(desk, () => (who === 'maker' ? world.keep(desk, 'invitation-slip') : Promise.resolve())));
    };
    await enter('maker', '社会事务办干事', places.township, `${places.township}社会事务办`);
    await enter('checker', '乡镇分管领导', places.township, `${places.township}党政办`);
    await enter('releaser', '财政所经办人', places.township, `${places.township}财政所`);
    await enter('doctor', '精防医生', places.township, `${places.township}卫生院`);
    await enter('gridWorker', '网格员', places.village, `${places.village}民委员会`);
  });

  step('the officials bind and come to their desks', async () => {
    await joins('maker', '社会事务办');
    await joins('checker', '乡镇分管领导');
    await joins('releaser', '财政所');
    await joins('doctor', '精防医生');
    for (const who of ['maker', 'checker', 'releaser', 'doctor'] as const) await world.signIn(who);
  });

  step('the social affairs office imports a list as townships keep it: looked at, asked about, confirmed', async () => {
    await world.house.system.programs.worker.stop(); // nobody is reminded before people have bound their phones
    const desk = world.desk('maker');
    const before = await preview(desk, FILE, list.bytes);
    await world.keep(desk, 'import-preview');
    expect(before['不能导入']).toBe(REFUSED_ROWS);
    expect(before['待确认']).toBeGreaterThan(0);
    const asked = await answerAll(desk, [
      ['云根村', '柳湾村'],
      ['村(居)名称', places.village],
      ['一个岗位写了两个人', '蔺凭翎'],
      ['诊断', '精神分裂症'],
    ]);
    expect(asked.length).toBeGreaterThanOrEqual(list.asks.length);
    const answered = await verdicts(desk);
    expect(answered['待确认']).toBe(0);
    await world.keep(desk, 'import-answered');
    expect(await confirm(desk)).toMatch(/写入患者 \d+ 名/);
    await world.keep(desk, 'import-confirmed');
  });

  step('the same file once more has nothing to write', async () => {
    const desk = world.desk('maker');
    const again = await preview(desk, FILE, list.bytes);
    expect(again).toMatchObject({ 新增: 0, 更新: 0, 待确认: 0, 不能导入: REFUSED_ROWS });
    expect(await desk.button('确认导入 0 名患者').isDisabled()).toBe(true);
    await world.keep(desk, 'import-again');
    await desk.go('服务对象');
    await desk.page.getByRole('searchbox').fill(patient.name);
    await desk.page.getByRole('link', { name: patient.name }).click();
    await desk.sees(people.guardian.name);
    await world.keep(desk, 'patient-file');
  });

  step('a stranger with the guardian’s code binds to nobody; the guardian and the grid worker bind', async () => {
    const desk = world.desk('administrator');
    await openPerson(desk, people.guardian.name, '没有岗位的人（监护人）');
    codes.set('guardian', await invite(desk));
    const stranger = await world.takePhone('stranger', STRANGERS_MOBILE, '陌生人');
    await bind(stranger, codes.get('guardian') ?? '');
    await stranger.sees('没有找到对应的邀请');
    await world.keep(stranger, 'stranger-refused');
    await joins('guardian', '监护人');
    await joins('gridWorker', '网格员');
    await world.keep(world.phone('guardian'), 'guardian-bound');
  });

  step('the day is planned: who can be written to gets a message, for the others somebody telephones', async () => {
    const guardian = world.phone('guardian');
    await guardian.tap('接收提醒');
    await eventually('a credit', async () => Object.values((await world.wechat('guardian')).credits).find(left => left > 0));
    await world.house.system.programs.worker.start();
    const message = await eventually('the reminder', async () => (await world.wechat('guardian')).messages[0]);
    expect(message.title).toBe('服药提醒');
    expect(JSON.stringify(message)).not.toContain(patient.name);
    await guardian.reopen(message.page);
    await guardian.sees('家人今天的药吃了吗？');
    await world.keep(guardian, 'guardian-asked');

    const worker = world.phone('gridWorker');
    await eventually('a call to make', async () => {
      await worker.reopen();
      await worker.sees('今天');
      return (await worker.words()).includes('提醒没能送达') ? true : undefined;
    });
    await world.keep(worker, 'calls-to-make');
    await worker.tab('我的');
    await worker.tap('接收情况通知');
    await worker.tab('今天');
    await worker.tap('提醒没能送达');
    await worker.tap('接通了');
    await worker.sees('已记下，这件办完了');
    await world.keep(worker, 'call-made');
  });

  step('the guardian confirms today’s medicine with one tap', async () => {
    const guardian = world.phone('guardian');
    await guardian.tap('吃过了');
    await guardian.sees('已记下');
    await guardian.all('.gh-week__dot--taken').waitFor();
    expect(await guardian.all('.gh-week__dot--taken').count()).toBe(1);
    await world.keep(guardian, 'medicine-confirmed');
  });

  step('the guardian reports an episode; the team is told; who has read it is seen', async () => {
    const [guardian, worker] = [world.phone('guardian'), world.phone('gridWorker')];
    await guardian.tap('有情况，要帮忙');
    await guardian.sees('点一张图，马上通知大家');
    await world.keep(guardian, 'report');
    await guardian.tap('病情有波动');
    await guardian.sees('还没有人看到');
    await world.keep(guardian, 'reported');

    await eventually('the message to the grid worker', async () =>
      (await world.wechat('gridWorker')).messages.find(each => each.title === '突发情况通知'),
    );
    await worker.reopen();
    await worker.tap(`${places.village}有情况，请看`);
    await worker.sees('我来处理');
    await guardian.sees('1 人看到了');
    await world.keep(guardian, 'seen-by-one');
    await worker.tap('我来处理');
    await worker.sees('已经有人在处理');
    await guardian.sees('已经有人在处理');
    await world.keep(guardian, 'answered');

    const desk = world.desk('maker');
    await desk.go('情况处置');
    await desk.page.getByRole('link', { name: '病情有波动' }).click();
    await desk.card('通知与回应').getByText('已回应').waitFor();
    await world.keep(desk, 'incident-at-the-desk');
  });

  step('the grid worker checks in on a visit and records it; the next date follows the policy', async () => {
    const worker = world.phone('gridWorker');
    await worker.reopen();
    await worker.tab('服务对象');
    await worker.tap(patient.name);
    await worker.tap('上门签到，记随访');
    await worker.tap(/^签到$/);
    await recordVisit(worker, () => world.keep(worker, 'visit-form'));
    // An incident within twelve months is the first band's.
    const days = SHIPPED_VISIT_POLICIES.fourColours.policy.bands[0]?.intervalDays.gridWorker ?? 0;
    const [, month, day] = addDays(world.today, days).split('-').map(Number);
    await worker.sees(`${String(month)} 月 ${String(day)} 日前`);
    await world.keep(worker, 'visit-recorded');
  });

  step('an agreement is drawn up, read to its end, signed by touch and countersigned', async () => {
    const from = addDays(world.today, -95);
    const maker = world.desk('maker');
    const number = await draft(maker, patient.name, from, addDays(addMonths(from, 12), -1));
    await world.keep(maker, 'agreement-drafted');

    const guardian = world.phone('guardian');
    await guardian.reopen();
    await guardian.tap('有一份协议等您签字');
    await guardian.sees(number);
    await world.keep(guardian, 'agreement-to-read');
    await readToTheEnd(guardian);
    await sign(guardian, () => world.keep(guardian, 'agreement-signature'));
    await guardian.sees('等乡镇盖章后生效');

    const checker = world.desk('checker');
    await openWaiting(checker, '监护协议', people.guardian.name);
    await checker.press('乡镇签章');
    await checker.sees('按期认定和发放');
    await checker.press('打印版');
    await checker.page.frameLocator('iframe').locator('svg, img').first().waitFor();
    await world.keep(checker, 'agreement-countersigned');
  });

  step('the period that has ended is appraised by two persons from the evidence', async () => {
    const doctor = world.desk('doctor');
    await openWaiting(doctor, '履责认定', patient.name);
    await doctor.sees('本期证据');
    await giveOpinion(doctor, '全额');
    await doctor.sees('修改我的意见');
    await world.keep(doctor, 'first-opinion');

    const worker = world.phone('gridWorker');
    await worker.reopen();
    await worker.tap('履责认定');
    await worker.tap(patient.name);
    await worker.sees('做满这一期');
    await world.keep(worker, 'evidence');
    await worker.answer('您的意见', '全额');
    await worker.tap('提交意见');
    await worker.sees('两个人意见一致，已认定');
    await world.keep(worker, 'second-opinion');
  });

  step('finance records what it handed over; one prepares the batch and cannot check it; a second checks; a third releases', async () => {
    const [maker, checker, releaser] = [world.desk('maker'), world.desk('checker'), world.desk('releaser')];
    await recordAppropriation(releaser, APPROPRIATED, '听财社〔2026〕1号');
    expect(await accounts(releaser)).toMatchObject({ 累计拨付: APPROPRIATED, 可用余额: APPROPRIATED });
    await world.keep(releaser, 'appropriation');

    await prepare(maker, BATCH);
    await maker.sees('制单、复核、放款必须是三个不同的人');
    expect(await maker.button('同意并交放款').count()).toBe(0);
    expect(await maker.tryToCheckOpenBatch()).toBe('BATCH_SAME_PERSON');
    await world.keep(maker, 'batch-prepared');

    await openWaiting(checker, '奖补复核', BATCH);
    await checker.press('同意并交放款');
    await checker.sees('待放款');
    await world.keep(checker, 'batch-checked');

    await openWaiting(releaser, '奖补放款', BATCH);
    await releaser.press('确认放款');
    await releaser.stepUp('发放奖励资金');
    await releaser.sees('发放中');
    await world.keep(releaser, 'batch-released');
  });

  step('the guardian is told, claims, confirms in WeChat, and the money arrives', async () => {
    const message = await eventually('the message about the money', async () => {
      const { messages } = await world.wechat('guardian');
      return messages.find(each => each.title === '补助领取通知');
    });
    await confirmOnTheWall(world, '监护人', message.page);
    const bills = await world.simulated.bills();
    expect(bills).toMatchObject([{ state: 'SUCCESS', amount: 60_000 }]);

    const guardian = world.phone('guardian');
    await guardian.reopen();
    await guardian.tab('协议');
    await guardian.sees('已到账');
    await world.keep(guardian, 'passbook');
  });

  step('the batch is reconciled and every account adds up', async () => {
    const releaser = world.desk('releaser');
    await releaser.page.reload();
    await releaser.go('奖补发放');
    await releaser.page.getByRole('link', { name: BATCH }).click();
    await releaser.sees('已对账');
    await world.keep(releaser, 'batch-reconciled');
    expect(await accounts(releaser)).toEqual({
      累计拨付: APPROPRIATED,
      可用余额: '400.00',
      已复核待放款: '0.00',
      待领取: '0.00',
      领取中: '0.00',
      已到账: AMOUNT,
      未成功待处理: '0.00',
    });
    await releaser.sees('账目与每一笔款项相符');
    await world.keep(releaser, 'funds');
  });

  step('the audit chain is unbroken, and nothing went wrong behind the screens', async () => {
    await eventually('the last deeds to be sealed', async () => {
      const said = await world.house.command('audit-verify');
      return /^county 1: [1-9]\d* deeds, unbroken$/m.test(said) ? said : undefined;
    });
    expect(world.screens.errors).toEqual([]);
    expect(world.screens.refused).toEqual(['403 POST /api/sign-in/bind', '403 POST /api/batches/…/check']);
    expect(await world.simulated.bills()).toHaveLength(1);
  });

  step('no log names anybody, and everything ends when it is told to', async () => {
    expect(await world.end()).toEqual([]);
    const logs = world.house.logs();
    expect(Object.keys(logs).sort()).toEqual(['logs/server.log', 'logs/simulator.log', 'logs/worker.log', 'postgres/postgres.log']);
    expect(logs['logs/server.log']).toContain('"route":"POST /api/sign-in/bind","status":200');
    expect(Object.entries(logs).flatMap(([file, text]) => (personalData.some(each => text.includes(each)) ? [file] : []))).toEqual([]);
  });
});
