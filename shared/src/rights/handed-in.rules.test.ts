import type { Actor } from '../access/access.terms.ts';
import { urlOf } from '../kernel/route.ts';
import { closeAlert, reportConcern } from '../visits/after-visit.routes.ts';
import { decideHandedIn, idsIn, isConfidential, mayHandIn, MOST_HANDED_IN, MOST_HANDED_IN_BYTES } from './handed-in.rules.ts';

const now = new Date('2026-06-30T08:00:00+08:00');
const NOTHING = { count: 0, bytes: 0 };

it.each([
  ['while it lives', 'phone', null, NOTHING, true],
  ['at once', 'phone', '2026-06-30T08:00:00+08:00', NOTHING, true],
  ['on the last moment of thirty days', 'phone', '2026-05-31T08:00:00+08:00', NOTHING, true],
  ['a moment later', 'phone', '2026-05-31T07:59:59+08:00', NOTHING, false],
  ['from a desk', 'desk', '2026-06-30T08:00:00+08:00', NOTHING, false],
  ['for the last one', 'phone', null, { count: MOST_HANDED_IN - 1, bytes: 0 }, true],
  ['beyond the number', 'phone', null, { count: MOST_HANDED_IN, bytes: 0 }, false],
  ['beyond the room', 'phone', null, { count: 1, bytes: MOST_HANDED_IN_BYTES }, false],
] as const)('an ended session proves whose writes they are: %s', (_, channel, ended, soFar, may) => {
  const decision = mayHandIn({ channel, endedAt: ended === null ? null : new Date(ended) }, soFar, now);
  expect(decision).toEqual(may ? { granted: true, value: true } : { granted: false, code: 'HAND_IN_NOT_POSSIBLE' });
});

it('finds the ids of an address and nothing of its query', () => {
  const [one, other] = ['01900000-0000-7000-8000-000000000001', '01900000-0000-7000-8000-000000000002'];
  expect(idsIn(`/patients/${one}/visits/${other}?x=${other}`)).toEqual([one, other]);
  expect(idsIn('/sign-out')).toEqual([]);
});

it.each([
  [urlOf(reportConcern, { patientId: 'x' }), true],
  [urlOf(closeAlert, { alertId: 'x' }), true],
  ['/concerns?x=1', true],
  ['/patients/x/visits', false],
  ['/patients/x?to=/concerns-of', false],
])('what a family is suspected of stays from it: %s', (path, confidential) => {
  expect(isConfidential(path)).toBe(confidential);
});

it('is decided once, by somebody else', () => {
  const actor: Actor = { countyId: 1, personId: 'a', sessionId: 's', channel: 'desk', posts: [] };
  expect(decideHandedIn('waiting', 'b', actor, 'takenOver')).toEqual({ granted: true, value: 'takenOver' });
  expect(decideHandedIn('waiting', 'a', actor, 'setAside')).toMatchObject({ code: 'HANDED_IN_BY_YOU' });
  expect(decideHandedIn('waiting', 'b', { ...actor, actingFor: ['b'] }, 'takenOver')).toMatchObject({ code: 'HANDED_IN_BY_YOU' });
  for (const state of ['takenOver', 'setAside'] as const)
    expect(decideHandedIn(state, 'b', actor, 'takenOver')).toMatchObject({ code: 'HANDED_IN_DECIDED' });
});
