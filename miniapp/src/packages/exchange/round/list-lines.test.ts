import type { RoundAnswer } from '@guanhu/shared/exchange/exchange.contract';
import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { listLines } from './list-lines.ts';

const today = calendarDate('2026-11-21');
const handedIn = {
  fileName: null,
  by: '试甲',
  at: '2026-11-20T08:02:00.000Z',
  late: false,
  counts: { matched: 1, candidate: 0, unknown: 0, refused: 0 },
  skipped: [],
  ignored: [],
};
const round = (rest: Partial<RoundAnswer> = {}) => ({
  state: 'open' as const,
  deadline: today,
  lists: [
    { department: 'police' as const, handedIn: null },
    { department: 'health' as const, handedIn },
  ],
  mine: ['health' as const],
  ...rest,
});

it('begins with the reader’s own list, and says who handed in what when', () => {
  expect(listLines(round(), today)).toEqual([
    { name: '卫健（您交）', sub: '试甲 · 昨天 16:02', says: '已交', tone: 'calm' },
    { name: '公安', sub: undefined, says: '还没有交', tone: 'warn' },
  ]);
});

it('is late the day after the deadline, and not on it', () => {
  const tone = (day: string) => listLines(round(), calendarDate(day))[1]?.tone;
  expect([tone('2026-11-21'), tone('2026-11-22')]).toEqual(['warn', 'late']);
});

it('presses nobody once the round is over, and says what came too late', () => {
  const lines = listLines(round({ state: 'signed', lists: [{ department: 'health', handedIn: { ...handedIn, late: true } }] }), today);
  expect(lines).toMatchObject([{ sub: '试甲 · 昨天 16:02，过了截止' }]);
  expect(listLines(round({ state: 'lapsed' }), calendarDate('2026-12-21'))[1]?.tone).toBe('calm');
});
