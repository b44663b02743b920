import { dayOf, inWords, isCalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { yuan } from '@guanhu/shared/kernel/fen';

/** What a key may hold, from its name without the number ('thing1' holds a thing). Limits: the platform's table of template parameters. */
export type ValueType =
  | 'thing'
  | 'phrase'
  | 'number'
  | 'letter'
  | 'symbol'
  | 'character_string'
  | 'time'
  | 'date'
  | 'amount'
  | 'phone_number'
  | 'car_number'
  | 'name';

/** A subscribe-message template as the county configured it: which key each of our fields goes to ({ medicine: 'thing1', when: 'time2' }). */
export type MessageTemplate<Field extends string = string> = {
  readonly templateId: string;
  readonly keys: Readonly<Record<Field, string>>;
};

export type Span = { readonly from: Date; readonly to: Date };
/** Text; an instant or a span of two (written in China's time); or money in whole fen. */
export type TemplateValue = string | Date | Span | { readonly fen: number };

/** Goes to the platform as it is: { thing1: { value: '…' } }. */
export type SubscribeData = Readonly<Record<string, { readonly value: string }>>;

export type UnfitWhy = 'unknown-key' | 'missing' | 'empty' | 'kind' | 'characters' | 'length';
export type SubscribeDataOutcome<Field extends string = string> =
  | { readonly outcome: 'ready'; readonly data: SubscribeData }
  /** The message would be refused with 47003. Names the field and the key, never the value. */
  | { readonly outcome: 'unfit'; readonly field: Field; readonly key: string; readonly why: UnfitWhy };

type Fitted = { readonly fits: true; readonly value: string } | { readonly fits: false; readonly why: UnfitWhy };

/**
 * The data of a subscribe message, every value within the limits of its key. A `thing` that is too long is shortened with '…' and a `name` is cut,
 * because people write those; anything else that does not fit is a wrong template or a mistake of ours and is refused before it is sent.
 * Lengths count characters (code points), as the platform does.
 */
export function subscribeData<Field extends string>(
  template: MessageTemplate<Field>,
  values: Readonly<Record<NoInfer<Field>, TemplateValue>>,
): SubscribeDataOutcome<Field> {
  const data: Record<string, { value: string }> = {};
  for (const [field, key] of Object.entries(template.keys) as [Field, string][]) {
    const fitted = fit(key, (values as Partial<Record<Field, TemplateValue>>)[field]);
    if (!fitted.fits) return { outcome: 'unfit', field, key, why: fitted.why };
    data[key] = { value: fitted.value };
  }
  return { outcome: 'ready', data };
}

function fit(key: string, value: TemplateValue | undefined): Fitted {
  const type = /^([a-z_]+)\d{1,3}$/.exec(key)?.[1];
  if (type === undefined || !Object.hasOwn(FITTERS, type)) return { fits: false, why: 'unknown-key' };
  if (value === undefined) return { fits: false, why: 'missing' };
  return FITTERS[type as ValueType](value);
}

const text =
  (then: (clean: string) => Fitted) =>
  (value: TemplateValue): Fitted => {
    if (typeof value !== 'string') return { fits: false, why: 'kind' };
    const clean = oneLine(value);
    return clean === '' ? { fits: false, why: 'empty' } : then(clean);
  };

/** Exactly `pattern`, and at most `most` characters. */
const exactly = (pattern: RegExp, most: number) =>
  text(clean => {
    if (!pattern.test(clean)) return { fits: false, why: 'characters' };
    return lengthOf(clean) > most ? { fits: false, why: 'length' } : { fits: true, value: clean };
  });

const instant =
  (write: (at: Date) => string, pattern: RegExp) =>
  (value: TemplateValue): Fitted => {
    if (value instanceof Date) return written(write, [value]);
    if (typeof value === 'object' && 'from' in value) return written(write, [value.from, value.to]);
    const fitted = exactly(pattern, 48)(value);
    return fitted.fits && !daysExist(fitted.value) ? { fits: false, why: 'characters' } : fitted;
  };

/** No 30 February among the days of a text that has the right form. */
const daysExist = (value: string): boolean =>
  Array.from(value.matchAll(/(\d{4})年(\d+)月(\d+)日/g)).every(([, year = '', month = '', day = '']) =>
    isCalendarDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`),
  );

const CLOCK = '([01]?\\d|2[0-3]):[0-5]\\d';
const DAY = '\\d{4}年(0?[1-9]|1[0-2])月(0?[1-9]|[12]\\d|3[01])日';
const spanOf = (one: string) => new RegExp(`^${one}(~${one})?$`);

const FITTERS: Readonly<Record<ValueType, (value: TemplateValue) => Fitted>> = {
  thing: text(clean => ({ fits: true, value: shorten(clean, 20) })),
  phrase: exactly(/^\p{Script=Han}+$/u, 5),
  number: exactly(/^\d+(\.\d+)?$/, 32),
  letter: exactly(/^[A-Za-z]+$/, 32),
  symbol: exactly(/^[\p{P}\p{S}]+$/u, 5),
  character_string: exactly(/^[\x21-\x7e]+$/, 32),
  time: instant(at => `${dayInWords(at)} ${clockOf(at)}`, spanOf(`(${DAY} )?${CLOCK}`)),
  date: instant(at => dayInWords(at), spanOf(`${DAY}( ${CLOCK})?`)),
  amount: value => {
    if (typeof value !== 'object' || !('fen' in value)) return exactly(/^[\p{Sc}]?\d{1,10}(\.\d{1,2})?元?$/u, 16)(value);
    if (!Number.isSafeInteger(value.fen) || value.fen < 0) return { fits: false, why: 'kind' };
    const digits = yuan(value.fen);
    // The limit of ten is of digits; whether it counts the decimals is not written, so they count.
    return lengthOf(digits.replace('.', '')) > 10 ? { fits: false, why: 'length' } : { fits: true, value: `¥${digits}` };
  },
  phone_number: exactly(/^\+?[\d-]+$/, 17),
  car_number: exactly(/^[\p{Script=Han}A-Z0-9][A-Z0-9]+[\p{Script=Han}A-Z0-9]$/u, 8),
  name: text(clean => {
    // Chinese or Latin, not both; the dot inside the names of some peoples is neither and is left out.
    const joined = /\p{Script=Han}/u.test(clean) ? clean.replace(/[ ·•‧・．.]/g, '') : clean;
    if (/^\p{Script=Han}+$/u.test(joined)) return { fits: true, value: cut(joined, 10) };
    return /^[ -/:-~]+$/.test(joined) ? { fits: true, value: cut(joined, 20) } : { fits: false, why: 'characters' };
  }),
};

function written(write: (at: Date) => string, instants: readonly Date[]): Fitted {
  if (instants.some(at => Number.isNaN(at.getTime()))) return { fits: false, why: 'kind' };
  return { fits: true, value: instants.map(write).join('~') };
}

/** One line without control, formatting or half characters, which the platform refuses; runs of blanks become one. */
const oneLine = (value: string): string =>
  value
    .replace(/\p{Surrogate}/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, ' ')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();

const lengthOf = (value: string): number => Array.from(value).length;

const cut = (value: string, most: number): string => Array.from(value).slice(0, most).join('');

const shorten = (value: string, most: number): string => (lengthOf(value) <= most ? value : `${cut(value, most - 1)}…`);

const dayInWords = (at: Date): string => inWords(dayOf(at));

/** China's clock, UTC+8 without summer time. */
const clockOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
