import { Phone } from './phone.ts';
import type { World } from './world.ts';

/**
 * Claims a payment on the wall of phones, where WeChat's own sheet is shown over the mini-program: the message is opened, 领取 tapped,
 * the sheet confirmed.
 * @param label  of the phone on the wall; the phone is not signed in there and signs in by itself
 */
export async function confirmOnTheWall(world: World, label: string, messagePage: string): Promise<void> {
  const page = await world.screens.open('wall', world.house.system.simulatorUrl, {
    viewport: { width: 1360, height: 1000 },
    hasTouch: true,
  });
  const person = page.locator('.person').filter({ hasText: label });
  if ((await person.getAttribute('aria-pressed')) !== 'true') await person.click();
  const column = page.locator('section.phone').filter({ has: page.getByRole('heading', { name: label, exact: true }) });
  const phone = new Phone(page, column.frameLocator('iframe'));
  await phone.sees('可以领取');
  await column.getByRole('button', { name: '补助领取通知' }).click();
  await phone.sees('想领的时候再点');
  await world.screens.keep(page, 'wall-message-opened');
  await phone.tap(/^领取$/);
  const sheet = page.getByRole('dialog', { name: '收款确认' });
  await sheet.waitFor();
  await world.screens.keep(page, 'wall-transfer-to-confirm');
  await sheet.getByRole('button', { name: '确认收款' }).click();
  await page.getByRole('dialog', { name: '已到账' }).getByRole('button', { name: '完成' }).click();
  await phone.sees('已到账');
  await world.screens.keep(page, 'wall-received');
  if (!messagePage.includes('packages/payouts/entitlement')) throw new Error(`the message opens ${messagePage}`);
}
