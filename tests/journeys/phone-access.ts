import type { Phone } from './phone.ts';

/** The first page of a phone: the code given in person, the notice, the phone number. */
export async function bind(phone: Phone, invitationCode: string): Promise<void> {
  await phone.sees('第一次用，先认一下您');
  await phone.type(invitationCode);
  await phone.tap('我看过了，我同意');
  await phone.tap('用微信手机号确认');
}

/** Approves what a desk shows the code of, after looking whether it is what the person wants. */
export async function approve(phone: Phone, code: string, deed: string): Promise<void> {
  await phone.tab('我的');
  await phone.tap('扫码确认电脑登录');
  await phone.sees('或者输入二维码下面的码');
  await phone.type(code);
  await phone.tap('看看要确认什么');
  await phone.sees(deed);
  await phone.tap(/^同意$/);
  await phone.sees('已同意，请看电脑');
  await phone.tap(/^好$/);
}
