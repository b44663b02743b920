import type { Desk } from './desk.ts';

/** Writes an application down for the patient's primary guardian. */
export async function apply(desk: Desk, patient: string, from: string, to: string): Promise<void> {
  await desk.go('奖补申请');
  await desk.press('代为申请');
  await desk.choose('服务对象', patient, { typed: patient });
  await desk.fill('开始日期', from);
  await desk.fill('结束日期', to);
  await desk.page.getByRole('checkbox', { name: '与患者共同生活' }).check();
  await desk.page.getByRole('checkbox', { name: '有能力并确实在照看' }).check();
  await desk.press('提交申请');
  await desk.page.getByRole('list', { name: '办理进度' }).waitFor();
}

/** A department's opinion, or a level's decision, on the application that is open: agreed to. */
export async function agreeAs(desk: Desk, form: string): Promise<void> {
  const card = desk.card(form);
  await card.getByRole('radio', { name: '同意', exact: true }).check();
  await card.getByRole('textbox').fill('家里困难，一直照看得好');
  await card.getByRole('button', { name: /^提交/ }).click();
  await card.waitFor({ state: 'hidden' });
}

/** Draws the agreement up from the approved application that is open. @returns its number */
export async function draft(desk: Desk): Promise<string> {
  await desk.press('起草协议');
  await desk.page.getByRole('list', { name: '签订进度' }).waitFor();
  const over = await desk.page.locator('.detail .sub').first().innerText();
  return over.split(' ')[0] ?? '';
}

const LOOKS = 10;
const LOOK_MS = 2_000;

/** Opens what waits for this official, looking again until it does: the worker makes it in its own time. */
export async function openWaiting(desk: Desk, card: string, row: string): Promise<void> {
  for (let look = 1; ; look += 1) {
    await desk.page.reload();
    await desk.go('待我办理');
    try {
      return await desk.card(card).getByRole('link', { name: row }).click({ timeout: LOOK_MS });
    } catch (error) {
      if (look === LOOKS) throw error;
    }
  }
}

export async function giveOpinion(desk: Desk, outcome: string): Promise<void> {
  await desk.page.getByRole('radio', { name: outcome, exact: true }).check();
  await desk.press('提交意见');
}

/** Records money that finance handed over. `yuan`: '1000.00' */
export async function recordAppropriation(desk: Desk, yuan: string, documentNumber: string): Promise<void> {
  await desk.go('资金');
  await desk.press('登记拨款');
  await desk.fill('金额（元）', yuan, desk.front);
  await desk.fill('拨款文号', documentNumber, desk.front);
  await desk.press('登记', desk.front);
  await desk.card('拨款记录').getByText(documentNumber).waitFor();
}

/** The accounts of the paying office as the desk shows them: 可用余额 → '400.00'. */
export async function accounts(desk: Desk): Promise<Readonly<Record<string, string>>> {
  await desk.go('资金');
  const rows = desk.card('以奖代补账户').locator('tbody tr.ant-table-row');
  await rows.first().waitFor();
  const cells = await rows.evaluateAll(all => all.map(row => [...row.querySelectorAll('td')].map(cell => cell.innerText.trim())));
  return Object.fromEntries(cells.map(([name = '', amount = '']) => [name, amount]));
}

/** Puts everything that is approved into a batch. */
export async function prepare(desk: Desk, title: string): Promise<void> {
  await openWaiting(desk, '制单', '款项可以制单');
  await desk.fill('批次名称', title);
  await desk.press('生成批次');
  await desk.page.getByRole('list', { name: '三人办理进度' }).waitFor();
}
