import type { Desk } from './desk.ts';

async function newVersion(desk: Desk, policy: string, from: string, change: () => Promise<void>): Promise<void> {
  await desk.go('政策');
  await desk.page.getByRole('link', { name: policy }).click();
  await desk.press('设定新版本');
  await change();
  await desk.fill('生效日期', from);
  await desk.press('保存新版本');
  await desk.sees('第 1 版');
}

/** The county's bands and intervals are those of a shipped scheme, from a day on. */
export const setVisits = (desk: Desk, scheme: string, from: string): Promise<void> =>
  newVersion(desk, '随访周期与分色', from, () => desk.press(`套用${scheme}`));

/** When people are reminded and when they are left alone, 'HH:MM', from a day on. */
export const setReminders = (desk: Desk, times: Readonly<Record<string, string>>, from: string): Promise<void> =>
  newVersion(desk, '提醒时间', from, async () => {
    for (const [label, time] of Object.entries(times)) await desk.fill(label, time);
  });
