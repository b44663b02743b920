import { PERMISSIONS } from '../access/permissions.rules.ts';
import type { Actor } from '../access/access.terms.ts';
import { mayReview, openedAt, opensByBreakGlass } from './break-glass.rules.ts';

const now = new Date('2026-07-06T23:30:00+08:00');
const person = (personId: string, actingFor: string[] = []): Actor => ({
  countyId: 1,
  personId,
  sessionId: '',
  channel: 'desk',
  posts: [],
  actingFor,
});

describe('opening a file in an emergency', () => {
  it('lasts its minutes and is reviewed within its days', () => {
    expect(openedAt(now, { minutes: 60, reviewDays: 3 })).toEqual({ until: new Date('2026-07-07T00:30:00+08:00'), reviewBy: '2026-07-09' });
  });

  it('gives reads and nothing else', () => {
    expect(PERMISSIONS.filter(opensByBreakGlass).sort()).toEqual([
      'medication:read',
      'patient:read',
      'team:read',
      'visit:read',
      'visit:read-next',
    ]);
  });

  it('is reviewed once, by another person', () => {
    expect(mayReview(person('b'), { personId: 'a', reviewedAt: null }).granted).toBe(true);
    for (const each of [person('a'), person('b', ['a'])])
      expect(mayReview(each, { personId: 'a', reviewedAt: null })).toEqual({ granted: false, code: 'REVIEW_OF_ONESELF' });
    expect(mayReview(person('b'), { personId: 'a', reviewedAt: now })).toEqual({ granted: false, code: 'REVIEW_DONE' });
  });
});
