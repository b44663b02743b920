import { addDays, addMonths } from '@guanhu/shared/kernel/calendar-date';
import { patient, people } from './cast.ts';
import { agreeByKeys } from './desk-keys.ts';
import { accounts, agreeAs, apply, draft, giveOpinion, openWaiting, prepare, recordAppropriation } from './desk-reward.ts';
import { readToTheEnd, sign } from './phone-pages.ts';
import { confirmOnTheWall } from './wall.ts';
import type { Story } from './story.ts';
import { eventually } from './world.ts';

const BATCH = '第一期';
/** A period of three months at 200 yuan a month, as the policy in force says. */
const AMOUNT = '600.00';
const APPROPRIATED = '1,000.00';

/** An agreement, its period and its money: signed, appraised, paid by three hands, received. */
export function reward(story: Story): void {
  story.step('an application goes from the village over five departments and the township to the county', async world => {
    const from = addDays(world.today, -95);
    const maker = world.desk('maker');
    await apply(maker, patient.name, from, addDays(addMonths(from, 12), -1));
    await world.keep(maker, 'application-made');

    const worker = world.phone('gridWorker');
    await worker.reopen();
    await worker.tap('奖补申请');
    await worker.tap(people.guardian.name);
    await worker.answer('村（居）的决定', '同意');
    await worker.type('评议同意');
    await worker.tap(/^提交$/);
    await worker.answer('村（居）委会的意见', '同意');
    await worker.tap(/^提交$/);
    await worker.sees('已提交');
    await world.keep(worker, 'application-village');

    const departments = { maker: '残联意见', checker: '民政办意见', releaser: '派出所意见', doctor: '卫生院意见' } as const;
    for (const [who, form] of Object.entries(departments) as [keyof typeof departments, string][]) {
      const desk = world.desk(who);
      await desk.go('奖补申请');
      await desk.page.getByRole('link', { name: people.guardian.name }).first().click();
      await agreeAs(desk, form);
    }
    const checker = world.desk('checker');
    await checker.page.reload();
    await checker.sees('奖补申请');
    await agreeByKeys(checker.page, { place: '奖补申请', row: people.guardian.name, form: '乡镇的决定' });
    await world.keep(checker, 'application-township');
    const administrator = world.desk('administrator');
    await openWaiting(administrator, '奖补申请', people.guardian.name);
    await agreeAs(administrator, '县的决定');
    await world.keep(administrator, 'application-county');
  });

  story.step('an agreement is drawn up, read to its end, signed by touch and countersigned', async world => {
    const maker = world.desk('maker');
    await openWaiting(maker, '奖补申请', people.guardian.name);
    const number = await draft(maker);
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

  story.step('the period that has ended is appraised by two persons from the evidence', async world => {
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

  story.step(
    'finance records what it handed over; one prepares the batch and cannot check it; a second checks; a third releases',
    async world => {
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
    },
  );

  story.step('the guardian is told, claims, confirms in WeChat, and the money arrives', async world => {
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

  story.step('the batch is reconciled and every account adds up', async world => {
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
      待追回: '0.00',
    });
    await releaser.sees('账目与每一笔款项相符');
    await world.keep(releaser, 'funds');
  });
}
