import { describe, expect, it } from '@jest/globals';
import type { TemplateValue } from './template-values.ts';
import { subscribeData } from './template-values.ts';

/** The value as sent, or the reason why it is not. */
function sent(key: string, value: TemplateValue): string {
  const outcome = subscribeData({ templateId: 't', keys: { field: key } }, { field: value });
  if (outcome.outcome === 'unfit') {
    expect(outcome).toMatchObject({ field: 'field', key });
    return `unfit: ${outcome.why}`;
  }
  return outcome.data[key]?.value ?? '';
}
const AT = new Date('2019-10-01T07:01:00Z');
const LATER = new Date('2019-10-01T16:30:00Z');

describe('values of a subscribe message', () => {
  it('puts each field under its key', () => {
    const template = { templateId: 't', keys: { what: 'thing1', when: 'time2', sum: 'amount3' } } as const;
    expect(subscribeData(template, { what: '早饭后的药', when: AT, sum: { fen: 60_000 } })).toEqual({
      outcome: 'ready',
      data: { thing1: { value: '早饭后的药' }, time2: { value: '2019年10月1日 15:01' }, amount3: { value: '¥600.00' } },
    });
  });

  it('names a field without a value', () => {
    const values = { what: '药' } as unknown as { what: string; when: string };
    expect(subscribeData({ templateId: 't', keys: { what: 'thing1', when: 'time2' } }, values)).toEqual({
      outcome: 'unfit',
      field: 'when',
      key: 'time2',
      why: 'missing',
    });
  });

  it.each([
    // thing: up to 20 characters of any kind, shortened
    ['thing1', '一'.repeat(20), '一'.repeat(20)],
    ['thing1', '一'.repeat(21), `${'一'.repeat(19)}…`],
    ['thing1', '𠮷'.repeat(20), '𠮷'.repeat(20)],
    ['thing1', '𠮷'.repeat(21), `${'𠮷'.repeat(19)}…`],
    ['thing1', ' 早饭后\r\n的药\t一片 ', '早饭后 的药 一片'],
    ['thing1', '左\u202e右\ud800\u2028下', '左右 下'],
    ['thing1', '\u0000\n ', 'unfit: empty'],
    ['thing1', AT, 'unfit: kind'],
    ['thing1', { fen: 1 }, 'unfit: kind'],
    // phrase: up to five Chinese characters and nothing else
    ['phrase2', '已经到期了', '已经到期了'],
    ['phrase2', '已经到期了吗', 'unfit: length'],
    ['phrase2', '𠮷𠮷𠮷𠮷𠮷', '𠮷𠮷𠮷𠮷𠮷'],
    ['phrase2', '已到期1', 'unfit: characters'],
    ['phrase2', '到期。', 'unfit: characters'],
    // number
    ['number3', '9'.repeat(32), '9'.repeat(32)],
    ['number3', '9'.repeat(33), 'unfit: length'],
    ['number3', '12.5', '12.5'],
    ['number3', '12片', 'unfit: characters'],
    ['number3', '１２', 'unfit: characters'],
    // letter, symbol, character_string
    ['letter4', 'a'.repeat(32), 'a'.repeat(32)],
    ['letter4', 'a'.repeat(33), 'unfit: length'],
    ['letter4', 'a1', 'unfit: characters'],
    ['symbol5', '+-*/=', '+-*/='],
    ['symbol5', '+-*/=!', 'unfit: length'],
    ['symbol5', 'a', 'unfit: characters'],
    ['character_string6', 'A-1'.padEnd(32, '0'), 'A-1'.padEnd(32, '0')],
    ['character_string6', 'A'.repeat(33), 'unfit: length'],
    ['character_string6', '编号1', 'unfit: characters'],
    // time: 24 hours in China, with or without the day, or a span
    ['time7', AT, '2019年10月1日 15:01'],
    ['time7', { from: AT, to: LATER }, '2019年10月1日 15:01~2019年10月2日 00:30'],
    ['time7', '15:01', '15:01'],
    ['time7', '2019年10月1日 15:01~2019年10月1日 23:59', '2019年10月1日 15:01~2019年10月1日 23:59'],
    ['time7', '24:00', 'unfit: characters'],
    ['time7', '2019-10-01 15:01', 'unfit: characters'],
    ['time7', new Date(Number.NaN), 'unfit: kind'],
    ['time7', { fen: 1 }, 'unfit: kind'],
    // date
    ['date8', LATER, '2019年10月2日'],
    ['date8', { from: AT, to: LATER }, '2019年10月1日~2019年10月2日'],
    ['date8', '2019年10月1日 15:01', '2019年10月1日 15:01'],
    ['date8', '2019年13月1日', 'unfit: characters'],
    ['date8', '2019年2月29日', 'unfit: characters'],
    ['date8', '2020年2月29日', '2020年2月29日'],
    ['date8', '15:01', 'unfit: characters'],
    // amount: ten digits
    ['amount9', { fen: 1 }, '¥0.01'],
    ['amount9', { fen: 9_999_999_999 }, '¥99999999.99'],
    ['amount9', { fen: 10_000_000_000 }, 'unfit: length'],
    ['amount9', { fen: -1 }, 'unfit: kind'],
    ['amount9', { fen: 1.5 }, 'unfit: kind'],
    ['amount9', '￥100元', '￥100元'],
    ['amount9', '一百元', 'unfit: characters'],
    ['amount9', AT, 'unfit: kind'],
    // phone_number, car_number
    ['phone_number1', '+86-0990-66888866', '+86-0990-66888866'],
    ['phone_number1', '+86-0990-668888660', 'unfit: length'],
    ['phone_number1', '199 0000 0001', 'unfit: characters'],
    ['car_number2', '粤A8Z888挂', '粤A8Z888挂'],
    ['car_number2', '粤A8Z8888挂', 'unfit: length'],
    ['car_number2', '粤A8粤888', 'unfit: characters'],
    // name: ten Chinese characters or twenty letters, no digits
    ['name3', '张'.repeat(10), '张'.repeat(10)],
    ['name3', '张'.repeat(11), '张'.repeat(10)],
    ['name3', '阿依·古丽', '阿依古丽'],
    ['name3', '张san', 'unfit: characters'],
    ['name3', 'Zoë', 'unfit: characters'],
    ['name3', 'a'.repeat(20), 'a'.repeat(20)],
    ['name3', 'a'.repeat(21), 'a'.repeat(20)],
    ['name3', '张3', 'unfit: characters'],
    // keys that the platform does not have
    ['thing', '药', 'unfit: unknown-key'],
    ['things1', '药', 'unfit: unknown-key'],
    ['constructor1', '药', 'unfit: unknown-key'],
  ] as [string, TemplateValue, string][])('%s of %p is %p', (key, value, expected) => {
    expect(sent(key, value)).toBe(expected);
  });
});
