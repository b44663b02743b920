import { monthInWords, monthsBefore, partsInWords, shareInWords } from './indicator-words.ts';

const value = (numerator: number | null, denominator: number | null, hidden = false) => ({ numerator, denominator, hidden });

it('says a share with its unit, and says so when it is hidden or not known', () => {
  expect(shareInWords('management', value(37, 39))).toBe('94.87%');
  expect(shareInWords('detection', value(4, 1000))).toBe('4‰');
  expect(shareInWords('management', value(null, null, true))).toBe('人数少，不公开');
  expect(shareInWords('detection', value(4, null))).toBe('—');
  expect(partsInWords(value(4, null))).toBe('4 / 未填');
  expect(partsInWords(value(null, null, true))).toBe('—');
});

it('counts months back over the turn of a year', () => {
  expect(monthsBefore('2026-02', 4)).toEqual(['2026-02', '2026-01', '2025-12', '2025-11']);
  expect(monthInWords('2026-02')).toBe('2026年2月');
});
