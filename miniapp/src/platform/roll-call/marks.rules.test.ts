import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { MyRollCall } from '@guanhu/shared/visits/special-period.contract';
import { isOnItsWay, ofToday, rollCallOf, waitingMarks, type Marked } from './marks.rules.ts';

const yesterday = calendarDate('2026-06-14');
const today = calendarDate('2026-06-15');
const seen = (patientId: string): MyRollCall['persons'][number] => ({
  patientId,
  patientName: null,
  villageName: '竹坪村',
  state: 'seen',
  mark: { result: 'seen', at: '2026-06-14T09:00:00+08:00', by: '网格员甲' },
});
const kept: MyRollCall = { on: yesterday, until: '18:00', persons: [seen('p')], wards: [seen('w')] };
const queued: Marked = { result: 'seen', at: '2026-06-15T09:00:00+08:00', state: 'queued' };

it('looks for everybody again on the morning after, also where there is no signal', () => {
  const { on, until, persons, wards } = rollCallOf(today, kept);
  expect([on, until]).toEqual([today, '18:00']);
  expect([...persons, ...wards].map(({ patientId, state, mark }) => [patientId, state, mark])).toEqual([
    ['p', 'missing', null],
    ['w', 'missing', null],
  ]);
});

it('shows what was marked today, and what a server whose day has begun already says', () => {
  expect(rollCallOf(yesterday, kept)).toBe(kept);
  expect(rollCallOf(calendarDate('2026-06-13'), kept)).toBe(kept);
});

it('has the marks that wait on the phone after a crash: the last of each, of this person and this day', () => {
  const mark = (patientId: string, result: Marked['result'], at: string, personId = 'me') => ({
    personId,
    url: `/patients/${patientId}/roll-call`,
    body: { markId: 'm', result, at },
  });
  const waiting = [
    mark('a', 'phoned', '2026-06-15T08:00:00+08:00'),
    mark('a', 'seen', '2026-06-15T09:00:00+08:00'),
    mark('b', 'seen', '2026-06-14T23:59:59+08:00'),
    mark('c', 'seen', '2026-06-15T08:00:00+08:00', 'somebody else'),
    { personId: 'me', url: '/patients/d/visits', body: { at: '2026-06-15T08:00:00+08:00' } },
  ];
  expect(waitingMarks(today, 'me', waiting)).toEqual({ a: queued });
});

it('says nothing of today with a mark of a page that stayed open over night', () => {
  const late = { ...queued, at: '2026-06-14T23:59:59+08:00', state: 'saved' as const };
  const early = { ...queued, at: '2026-06-15T00:00:00+08:00' };
  expect(ofToday(today, { late, early })).toEqual({ early });
});

it.each([
  [undefined, false],
  [queued, true],
  [{ ...queued, state: 'sending' as const }, true],
  [{ ...queued, state: 'saved' as const }, false],
  [{ ...queued, state: 'refused' as const }, false],
  [{ ...queued, result: 'phoned' as const }, false],
])('makes no second mark of a second tap while the first is on its way: %j', (mark, isIt) => {
  expect(isOnItsWay(mark, 'seen')).toBe(isIt);
});
