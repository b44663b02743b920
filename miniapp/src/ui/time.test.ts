import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { clock, dayInWords, momentInWords, span } from './time.ts';

const day = calendarDate;
const today = day('2026-11-21');

describe('time as people say it', () => {
  it('is China’s, whatever the phone is set to', () => {
    expect(clock('2026-11-21T16:30:00.000Z')).toBe('00:30');
    expect(momentInWords('2026-11-20T16:30:00.000Z', today)).toBe('今天 00:30');
  });
  it.each([
    ['2026-11-21', '今天'],
    ['2026-11-22', '明天'],
    ['2026-11-20', '昨天'],
    ['2026-11-26', '周四'],
    ['2026-11-27', '周五'],
    ['2026-11-28', '11 月 28 日'],
    ['2026-11-19', '11 月 19 日'],
  ])('calls %s %s', (on, words) => {
    expect(dayInWords(day(on), today)).toBe(words);
  });
  it('names both ends of a span, or the one day', () => {
    expect(span(day('2026-10-01'), day('2026-12-31'))).toBe('10 月 1 日—12 月 31 日');
    expect(span(today, today)).toBe('11 月 21 日');
    expect(span(day('2025-12-01'), day('2026-02-28'))).toBe('2025 年 12 月 1 日—2026 年 2 月 28 日');
  });
});
