import { firstUnfit, valueFits } from './template-values.rules.ts';

const CASES: [key: string, fits: string[], refused: string[]][] = [
  ['thing1', ['二十'.repeat(10), 'a b。1'], ['二十'.repeat(10) + '一', '两\n行', '', '  ']],
  ['phrase2', ['已办结', '五个汉字啊'], ['六个汉字不行', 'ok', '办结1']],
  ['number3', ['7', '1'.repeat(32), '3.5'], ['1'.repeat(33), '七', '-1']],
  ['letter4', ['abcXYZ'], ['abc1', 'a'.repeat(33)]],
  ['symbol5', ['+-*'], ['++++++', 'a']],
  ['character_string6', ['GH-2026/3'], ['编号1', 'x'.repeat(33)]],
  [
    'time7',
    ['2019年10月1日 15:01', '15:01', '2026年3月4日 08:00~2026年3月4日 09:00'],
    ['2019年2月30日 15:01', '24:00', '2019-10-01 15:01', '明天'],
  ],
  ['date8', ['2019年10月1日', '2019年10月1日 15:01', '2026年3月1日~2026年3月31日'], ['2019年13月1日', '10月1日', '2019/10/1']],
  ['amount9', ['¥600', '￥600.00元', '600.00元'], ['¥12345678901', '六百元', '600.001元']],
  ['phone_number10', ['+86-0766-66888866'], ['0'.repeat(18), '电话']],
  ['car_number11', ['粤A8Z888挂'], ['车牌号码很长很长很长']],
  ['name12', ['竹坪', 'Zhu Ping'], ['一二三四五六七八九十一', 'a'.repeat(21), '竹 a']],
];

describe('template values', () => {
  it.each(CASES)('%s', (key, fits, refused) => {
    expect(fits.filter(value => !valueFits(key, value))).toEqual([]);
    expect(refused.filter(value => valueFits(key, value))).toEqual([]);
  });

  it('knows no keys but those of the platform, and no values but text', () => {
    expect(valueFits('thing', 'x')).toBe(false);
    expect(valueFits('stuff1', 'x')).toBe(false);
    expect(valueFits('number3', 7)).toBe(false);
  });

  it('names the first key that is missing, unfit or unasked for', () => {
    expect(firstUnfit(['thing1', 'time2'], { thing1: { value: '好' }, time2: { value: '15:01' } })).toBeNull();
    expect(firstUnfit(['thing1', 'time2'], { thing1: { value: '好' } })).toBe('time2');
    expect(firstUnfit(['thing1'], { thing1: { value: '好' }, thing9: { value: '多' } })).toBe('thing9');
  });
});
