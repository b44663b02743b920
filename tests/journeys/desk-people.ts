import type { Desk } from './desk.ts';

export type NewOfficial = {
  readonly name: string;
  readonly mobile: string;
  readonly role: string;
  readonly area: string;
  readonly organisation?: string;
};

/** The administrator enters an official with the first post; the phone confirms it. The new person's page is open then. */
export async function register(desk: Desk, { name, mobile, role, area, organisation }: NewOfficial): Promise<void> {
  await desk.go('人员与岗位');
  await desk.press('登记人员');
  await desk.fill('姓名', name);
  await desk.fill('手机号', mobile);
  await desk.choose('岗位', role);
  await desk.choose('区域', area, { typed: area });
  if (organisation !== undefined) await desk.choose('单位（可不选）', organisation, { typed: organisation });
  await desk.press('登记');
  await desk.stepUp('调整人员或岗位');
  await desk.page.getByRole('heading', { name, level: 1 }).waitFor();
}

/** A further post for the person whose page is open. */
export async function givePost(desk: Desk, role: string, area: string): Promise<void> {
  await desk.press('增加岗位');
  await desk.choose('岗位', role, { within: desk.front });
  await desk.choose('区域', area, { typed: area, within: desk.front });
  await desk.press('增加岗位', desk.front);
  await desk.stepUp('调整人员或岗位');
  await desk.card('岗位').getByText(role).waitFor();
}

/** Opens the page of somebody who is entered already. */
export async function openPerson(desk: Desk, name: string, shown: '在岗人员' | '没有岗位的人（监护人）'): Promise<void> {
  await desk.go('人员与岗位');
  if (shown !== '在岗人员') await desk.choose('显示哪些人', shown);
  await desk.page.getByRole('searchbox', { name: '按姓名或拼音查找人员' }).fill(name);
  await desk.page.getByRole('link', { name }).click();
  await desk.page.getByRole('heading', { name, level: 1 }).waitFor();
  // What was typed to find somebody stays out of the address.
  expect(new URL(desk.page.url()).search).not.toContain('q=');
}

/** Issues an invitation for the person whose page is open. `look`: while the slip is on the screen. @returns the code */
export async function invite(desk: Desk, look?: () => Promise<void>): Promise<string> {
  await desk.press('发邀请');
  const slip = desk.page.getByRole('dialog').filter({ has: desk.page.getByLabel('邀请码') });
  const code = (await slip.getByLabel('邀请码').innerText()).trim();
  await look?.();
  await desk.press('已交给本人', slip);
  return code;
}
