/** Value limits of subscribe messages by key type (the letters of the key: `thing1` is a `thing`). */

const CONTROL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/;
const CHINESE = /^\p{Script=Han}+$/u;

const characters = (value: string): number => [...value].length;
const day = String.raw`(\d{4})年(\d{1,2})月(\d{1,2})日`;
const clock = String.raw`(\d{1,2}):(\d{2})(?::(\d{2}))?`;
const TIME = new RegExp(`^(?:${day} )?${clock}$`);
const DATE = new RegExp(`^${day}(?: ${clock})?$`);

/** One moment, or two with `~` between them. */
const moments = (value: string, form: RegExp): boolean => {
  const parts = value.split('~');
  return parts.length <= 2 && parts.every(part => isMoment(form.exec(part.trim())));
};

const isMoment = (found: RegExpExecArray | null): boolean => {
  if (!found) return false;
  const parts = found.slice(1) as (string | undefined)[];
  const [year, month, date, hour = 0, minute = 0, second = 0] = parts.map(part => (part === undefined ? undefined : Number(part)));
  if (hour > 23 || minute > 59 || second > 59) return false;
  if (year === undefined || month === undefined || date === undefined) return true;
  const exact = new Date(Date.UTC(year, month - 1, date));
  return exact.getUTCMonth() === month - 1 && exact.getUTCDate() === date;
};

const FITS: Readonly<Record<string, (value: string) => boolean>> = {
  thing: value => characters(value) <= 20,
  phrase: value => characters(value) <= 5 && CHINESE.test(value),
  number: value => /^\d+(\.\d+)?$/.test(value) && value.length <= 32,
  letter: value => /^[A-Za-z]{1,32}$/.test(value),
  symbol: value => characters(value) <= 5 && /^[^\p{L}\p{N}\s]+$/u.test(value),
  character_string: value => value.length <= 32 && /^[\u0021-\u007e ]+$/.test(value),
  time: value => moments(value, TIME),
  date: value => moments(value, DATE),
  amount: value => /^[¥￥$€£]?\d{1,10}(\.\d{1,2})?元?$/.test(value),
  phone_number: value => value.length <= 17 && /^[+\d()\- ]+$/.test(value),
  car_number: value => characters(value) <= 8 && /^[\p{Script=Han}A-Z]?[A-Z0-9·]+[\p{Script=Han}]?$/u.test(value),
  name: value => (CHINESE.test(value) ? characters(value) <= 10 : value.length <= 20 && /^[\u0020-\u007e]+$/.test(value)),
};

/** The type of a key, or null for a key no template could have. */
export const keyType = (key: string): string | null => {
  const type = /^([a-z_]+)\d+$/.exec(key)?.[1];
  return type !== undefined && type in FITS ? type : null;
};

/** Whether the platform takes this value under this key. */
export const valueFits = (key: string, value: unknown): boolean => {
  const type = keyType(key);
  if (type === null || typeof value !== 'string' || value.trim() === '' || CONTROL.test(value)) return false;
  return FITS[type]?.(value) ?? false;
};

/** The first key of a message that is missing, unasked for or ill-fitting, or null when all is well. */
export const firstUnfit = (templateKeys: readonly string[], data: Record<string, unknown>): string | null => {
  const valueOf = (key: string): unknown => (data[key] as { value?: unknown } | null | undefined)?.value;
  return templateKeys.find(key => !valueFits(key, valueOf(key))) ?? Object.keys(data).find(key => !templateKeys.includes(key)) ?? null;
};
