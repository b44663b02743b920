import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { SHIPPED_VISIT_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { patient, places } from './cast.ts';
import { recordVisit } from './phone-pages.ts';
import type { Story } from './story.ts';
import { eventually } from './world.ts';

/** A day: planned, reminded of, answered; an episode that the team hears of; a visit and the next date. */
export function care(story: Story): void {
  story.step('the day is planned: who can be written to gets a message, for the others somebody telephones', async world => {
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

  story.step('the guardian confirms today’s medicine with one tap', async world => {
    const guardian = world.phone('guardian');
    await guardian.tap('吃过了');
    await guardian.sees('已记下');
    await guardian.all('.gh-week__dot--taken').waitFor();
    expect(await guardian.all('.gh-week__dot--taken').count()).toBe(1);
    await world.keep(guardian, 'medicine-confirmed');
  });

  story.step('the guardian reports an episode; the team is told; who has read it is seen', async world => {
    const [guardian, worker] = [world.phone('guardian'), world.phone('gridWorker')];
    await guardian.tap('有情况，要帮忙');
    await guardian.sees('点一张图，就去通知大家');
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

  story.step('the grid worker checks in on a visit and records it; the next date follows the policy', async world => {
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
}
