import fc from 'fast-check';
import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { decideCheckIn, decideNextDate, seatOfVisit } from './visit.rules.ts';

const now = new Date('2026-06-15T10:00:00+08:00');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);

describe('a check-in', () => {
  it.each([
    [0, true],
    [5, true],
    [5.1, false],
    [-60, true],
  ])('%f minutes from now is granted: %s', (ahead, granted) => {
    expect(decideCheckIn(minutes(ahead), now).granted).toBe(granted);
  });

  it('belongs to its day in China', () => {
    expect(decideCheckIn(new Date('2026-06-14T16:30:00Z'), now)).toEqual({ granted: true, value: '2026-06-15' });
    expect(decideCheckIn(new Date('2026-06-14T15:59:00Z'), now)).toEqual({ granted: true, value: '2026-06-14' });
  });

  it('may be uploaded for thirty days', () => {
    expect(decideCheckIn(new Date('2026-05-16T00:00:00+08:00'), now).granted).toBe(true);
    expect(decideCheckIn(new Date('2026-05-15T23:59:59+08:00'), now)).toEqual({ granted: false, code: 'VISIT_TOO_OLD' });
  });
});

it('visits in the task’s seat, else in the first that is held', () => {
  expect(seatOfVisit(['gridWorker', 'lead'], 'gridWorker')).toBe('gridWorker');
  expect(seatOfVisit(['gridWorker', 'lead'], null)).toBe('lead');
  expect(seatOfVisit(['gridWorker'], 'doctor')).toBe('gridWorker');
  expect(seatOfVisit(['civilAffairs'], null)).toBeNull();
});

describe('the next date', () => {
  const on = calendarDate('2026-06-15');
  const byRule = addDays(on, 14);
  it.each([
    [undefined, byRule],
    [addDays(on, 14), byRule],
    [addDays(on, 13), addDays(on, 13)],
    [addDays(on, 1), addDays(on, 1)],
    [addDays(on, 15), 'NEXT_VISIT_TOO_LATE'],
    [on, 'NEXT_VISIT_NOT_AHEAD'],
  ])('asked for %s: %s', (asked, expected) => {
    const decided = decideNextDate(asked, byRule, on);
    expect(decided.granted ? decided.value : decided.code).toBe(expected);
  });

  it('is never later than the rule’s', () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 120 }), days => {
        const decided = decideNextDate(addDays(on, days), byRule, on);
        if (decided.granted) expect(decided.value <= byRule && decided.value > on).toBe(true);
      }),
    );
  });
});
