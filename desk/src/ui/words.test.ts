import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { instantInWords, nearDayInWords, spanInWords, todayInChina } from './words.ts';

const NOW = new Date('2026-11-22T03:00:00Z');

describe('instants', () => {
  it('are said in the time of China', () => {
    expect(instantInWords('2026-11-20T08:02:00Z', NOW)).toBe('11月20日 16:02');
    expect(instantInWords('2026-11-20T16:30:00Z', NOW)).toBe('11月21日 00:30');
  });
  it('name the year when it is another one', () => {
    expect(instantInWords('2025-12-31T15:59:00Z', NOW)).toBe('2025年12月31日 23:59');
    expect(instantInWords('2025-12-31T16:00:00Z', NOW)).toBe('1月1日 00:00');
  });
});

it('leaves the year of a near day out when it is this one', () => {
  const today = calendarDate('2026-11-22');
  expect(nearDayInWords(calendarDate('2026-11-02'), today)).toBe('11月2日');
  expect(nearDayInWords(calendarDate('2027-01-02'), today)).toBe('2027年1月2日');
});

it('says a span with the year once', () => {
  expect(spanInWords(calendarDate('2026-07-01'), calendarDate('2026-09-30'))).toBe('2026年7月1日 至 9月30日');
  expect(spanInWords(calendarDate('2026-12-01'), calendarDate('2027-02-28'))).toBe('2026年12月1日 至 2027年2月28日');
});

it('knows that the day begins in China eight hours before Greenwich', () => {
  expect(todayInChina(new Date('2026-11-21T16:00:00Z'))).toBe('2026-11-22');
});
