import { addDays, calendarDate } from '../kernel/calendar-date.ts';
import { decideDeputy, decideEnd, decidePost, endingAtOnce, inForce, rolesMayChange, type PostFacts } from './post.rules.ts';

const today = calendarDate('2026-03-10');
const post = (over: Partial<PostFacts> = {}): PostFacts => ({
  role: 'gridWorker',
  areaId: 'village',
  organisationId: null,
  from: today,
  until: null,
  ...over,
});
const village = { kind: 'village' as const, path: ['county', 'township', 'village'] };
const township = { kind: 'township' as const, path: ['county', 'township'] };
const code = (decision: { granted: boolean; code?: string }) => (decision.granted ? 'granted' : decision.code);

describe('posts by day', () => {
  it('are in force from their first to their last day', () => {
    const days = { from: today, until: addDays(today, 2) };
    expect([-1, 0, 2, 3].map(n => inForce(days, addDays(today, n)))).toEqual([false, true, true, false]);
    expect(inForce(post(), calendarDate('2099-01-01'))).toBe(true);
  });
  it('are over at once when yesterday was the last day', () => {
    expect(inForce(post({ from: calendarDate('2026-01-01'), until: endingAtOnce(today) }), today)).toBe(false);
    expect(inForce(post({ until: endingAtOnce(today) }), today)).toBe(false);
  });
});

describe('giving a post', () => {
  it('fits the level of its area', () => {
    expect(code(decidePost(post(), [], village, null))).toBe('granted');
    expect(code(decidePost(post({ role: 'financeOfficer' }), [], village, null))).toBe('POST_NOT_FITTING');
    expect(code(decidePost(post({ role: 'administrator' }), [], township, null))).toBe('POST_NOT_FITTING');
  });
  it('names an organisation that stands over the area', () => {
    expect(code(decidePost(post(), [], village, ['county', 'township']))).toBe('granted');
    expect(code(decidePost(post(), [], village, ['county', 'elsewhere']))).toBe('POST_NOT_FITTING');
    expect(code(decidePost(post({ role: 'financeOfficer', areaId: 'township' }), [], township, ['county', 'township', 'village']))).toBe(
      'POST_NOT_FITTING',
    );
  });
  it('is refused while the same is held, granted when it has ended', () => {
    expect(code(decidePost(post(), [post({ from: calendarDate('2025-01-01') })], village, null))).toBe('POST_ALREADY_HELD');
    expect(code(decidePost(post(), [post({ from: calendarDate('2025-01-01'), until: endingAtOnce(today) })], village, null))).toBe(
      'granted',
    );
    expect(code(decidePost(post(), [post({ areaId: 'other' })], village, null))).toBe('granted');
  });
});

describe('ending a post', () => {
  it('reaches back to yesterday and no further', () => {
    expect(code(decideEnd(post(), addDays(today, -1), today, 0))).toBe('granted');
    expect(code(decideEnd(post(), addDays(today, -2), today, 0))).toBe('LAST_DAY_TOO_EARLY');
  });
  it('keeps the last administrator', () => {
    expect(code(decideEnd(post({ role: 'administrator' }), today, today, 0))).toBe('LAST_ADMINISTRATOR');
    expect(code(decideEnd(post({ role: 'administrator' }), today, today, 1))).toBe('granted');
  });
});

describe('whose roles', () => {
  it('are never one’s own', () => {
    expect(code(rolesMayChange(['me'], ['you', null]))).toBe('granted');
    expect(code(rolesMayChange(['me'], ['you', 'me']))).toBe('ROLE_OF_ONESELF');
    expect(code(rolesMayChange(['me', 'absent'], ['absent']))).toBe('ROLE_OF_ONESELF');
  });
  it('a deputy takes over: another person, from today on, for a year at most', () => {
    const days = { from: today, until: addDays(today, 5) };
    expect(code(decideDeputy('a', 'b', days, today))).toBe('granted');
    expect(code(decideDeputy('a', 'a', days, today))).toBe('DEPUTY_NOT_FITTING');
    expect(code(decideDeputy('a', 'b', { from: addDays(today, -1), until: today }, today))).toBe('DEPUTY_NOT_FITTING');
    expect(code(decideDeputy('a', 'b', { from: today, until: addDays(today, -1) }, today))).toBe('DEPUTY_NOT_FITTING');
    expect(code(decideDeputy('a', 'b', { from: today, until: addDays(today, 367) }, today))).toBe('DEPUTY_NOT_FITTING');
  });
});
