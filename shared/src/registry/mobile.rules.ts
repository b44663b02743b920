import { compactText } from '../kernel/plain-text.ts';

const MOBILE = /^1[3-9]\d{9}$/;

export const MOBILE_FAULTS = {
  MOBILE_SEVERAL: '一个格子里有两个电话号码，请只留一个手机号',
  MOBILE_LANDLINE: '这里要填手机号，座机收不到提醒',
  MOBILE_INVALID: '手机号应为 1 开头的 11 位数字',
} as const;
export type MobileFault = keyof typeof MOBILE_FAULTS;
export type MobileReading = { readonly ok: true; readonly mobile: string } | { readonly ok: false; readonly fault: MobileFault };

export const isMobile = (text: string): boolean => MOBILE.test(text);

/** Reads a mainland mobile number as people type it: 199 0000 0001, 199-0000-0001, +86…, 0086…, full-width digits. */
export function readMobile(written: string): MobileReading {
  const compact = compactText(written).replace(/^['’‘`]/, '');
  const digits = compact
    .replace(/[-–—().]/g, '')
    .replace(/^(?:\+|00)86(?=1)/, '')
    .replace(/^86(?=1\d{10}$)/, '');
  if (MOBILE.test(digits)) return { ok: true, mobile: digits };
  const found = compact.match(/(?<!\d)1[3-9]\d{9}(?!\d)/g) ?? [];
  if (found.length > 1 || /^(?:1[3-9]\d{9}){2,}$/.test(digits)) return { ok: false, fault: 'MOBILE_SEVERAL' };
  if (/^0\d{9,11}$/.test(digits) || /^[2-8]\d{6,7}$/.test(digits)) return { ok: false, fault: 'MOBILE_LANDLINE' };
  return { ok: false, fault: 'MOBILE_INVALID' };
}
