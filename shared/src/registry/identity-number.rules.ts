import { calendarDate, isCalendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { compactText } from '../kernel/plain-text.ts';
import type { Sex } from './registry.terms.ts';

/** Source: GB 11643-1999, ISO 7064 MOD 11-2. */
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_DIGITS = '10X98765432';

export const IDENTITY_FAULTS = {
  IDENTITY_OLD: '这是 15 位的旧身份证号，请改填 18 位的新号码',
  IDENTITY_LENGTH: '身份证号应为 18 位',
  IDENTITY_CHARACTERS: '身份证号只能是 17 位数字加一位数字或 X',
  IDENTITY_BIRTH_DATE: '身份证号里的出生日期不存在',
  IDENTITY_CHECK_DIGIT: '身份证号最后一位对不上，请核对原件',
} as const;
export type IdentityFault = keyof typeof IDENTITY_FAULTS;

export type IdentityNumber = { readonly number: string; readonly bornOn: CalendarDate; readonly sex: Sex };
export type IdentityReading = ({ readonly ok: true } & IdentityNumber) | { readonly ok: false; readonly fault: IdentityFault };

/** The 18th character for the first 17 digits. @throws RangeError unless given exactly 17 digits. */
export function identityCheckDigit(first17: string): string {
  if (!/^\d{17}$/.test(first17)) throw new RangeError('not 17 digits');
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(first17[at]), 0);
  return CHECK_DIGITS.charAt(sum % 11);
}

/**
 * The 18 characters that 15 digits of a card before 1999 stand for: the year gets its century, the check digit is computed (GB 11643-1999).
 * @returns null when it is not 15 digits
 */
export function identityOfFifteen(written: string): string | null {
  const number = compactText(written);
  if (!/^\d{15}$/.test(number)) return null;
  const first17 = `${number.slice(0, 6)}19${number.slice(6)}`;
  return first17 + identityCheckDigit(first17);
}

/**
 * Reads a citizen's identity number as people type it: spaces, hyphens, a full-width or small x, a leading apostrophe.
 * Nobody is born after `today`.
 */
export function readIdentityNumber(written: string, today: CalendarDate): IdentityReading {
  const number = compactText(written)
    .replace(/^['’‘`]/, '')
    .replace(/[-–—]/g, '')
    .toUpperCase();
  if (/^\d{15}$/.test(number)) return { ok: false, fault: 'IDENTITY_OLD' };
  if (number.length !== 18) return { ok: false, fault: 'IDENTITY_LENGTH' };
  if (!/^\d{17}[\dX]$/.test(number)) return { ok: false, fault: 'IDENTITY_CHARACTERS' };
  const birth = `${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`;
  if (!isCalendarDate(birth) || birth > today) return { ok: false, fault: 'IDENTITY_BIRTH_DATE' };
  if (identityCheckDigit(number.slice(0, 17)) !== number.charAt(17)) return { ok: false, fault: 'IDENTITY_CHECK_DIGIT' };
  return { ok: true, number, bornOn: calendarDate(birth), sex: Number(number.charAt(16)) % 2 === 1 ? 'male' : 'female' };
}
