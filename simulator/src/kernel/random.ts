import { randomBytes, randomInt } from 'node:crypto';

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** `length` characters of A-Z, a-z, 0-9. */
export const randomText = (length: number): string => Array.from({ length }, () => LETTERS.charAt(randomInt(LETTERS.length))).join('');

/** `length` decimal digits. */
export const randomDigits = (length: number): string => Array.from({ length }, () => String(randomInt(10))).join('');

/** `length` upper-case hexadecimal digits; `length` is even. */
export const randomHex = (length: number): string =>
  randomBytes(length / 2)
    .toString('hex')
    .toUpperCase();
