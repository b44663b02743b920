import fc from 'fast-check';
import { INCIDENT_KIND_KEYS, INCIDENT_POSTS, type IncidentKind } from '../policy/policy.terms.ts';
import { SHIPPED_POLICIES } from '../policy/shipped-policies.ts';
import {
  escalateAt,
  graverKind,
  isSameIncident,
  isWorse,
  postsToEscalateTo,
  postsToTell,
  receiptState,
  waitsForReader,
} from './incident.rules.ts';

const now = new Date('2026-06-15T10:00:00+08:00');
const minutes = (count: number) => new Date(now.getTime() + count * 60_000);
const policy = SHIPPED_POLICIES.incident;

it.each([
  [0, true],
  [30, true],
  [-30, true],
  [31, false],
  [-31, false],
])('a report %i minutes apart is the same incident: %s', (apart, same) => {
  expect(isSameIncident(now, minutes(apart), policy)).toBe(same);
});

describe('who is told', () => {
  it.each(INCIDENT_KIND_KEYS)('of %s: the office and the team lead', kind => {
    expect(postsToTell(policy, kind, [])).toEqual(expect.arrayContaining(['lead', 'socialAffairsOffice']));
  });

  it('the police of harm to others and of somebody missing, first of all', () => {
    expect(postsToTell(policy, 'harmToOthers', [])[0]).toBe('police');
    expect(postsToTell(policy, 'missing', [])[0]).toBe('police');
  });

  it('nobody twice', () => {
    const posts = fc.subarray([...INCIDENT_POSTS]);
    fc.assert(
      fc.property(fc.constantFrom(...INCIDENT_KIND_KEYS), posts, (kind, already) => {
        const told = [...already, ...postsToTell(policy, kind, already)];
        const all = [...told, ...postsToEscalateTo(policy, told)];
        expect(new Set(all).size).toBe(all.length);
      }),
    );
  });

  it('the next round after a quarter of an hour, until the last', () => {
    expect([1, 2, 3, 4].map(round => escalateAt(policy, round, now))).toEqual([minutes(15), minutes(15), minutes(15), null]);
    expect(postsToEscalateTo(policy, ['lead', 'police'])).toEqual(['townshipLead', 'securityOfficer']);
  });
});

describe('a report that is worse than what is known', () => {
  const told = (...kinds: IncidentKind[]) => ({ kinds, told: kinds.flatMap(kind => policy.told[kind]) });
  it.each([
    ['fluctuation', 'harmToOthers', true],
    ['fluctuation', 'threat', true],
    ['threat', 'smashing', true],
    ['smashing', 'missing', true],
    ['smashing', 'selfHarm', true],
    // Another danger to somebody's life is news, though not a graver one.
    ['selfHarm', 'harmToOthers', true],
    ['harmToOthers', 'selfHarm', true],
    ['harmToOthers', 'missing', true],
    ['harmToOthers', 'harmToOthers', false],
    ['harmToOthers', 'smashing', false],
    ['threat', 'fluctuation', false],
    ['fluctuation', 'other', false],
    ['other', 'fluctuation', false],
    ['other', 'threat', true],
  ] as const)('after %s: %s is %s', (before, kind, worse) => {
    expect(isWorse(policy, told(before), kind)).toBe(worse);
  });

  it('is one that goes to posts that do not know, whatever it is', () => {
    const doctorToo = { ...policy, told: { ...policy.told, other: ['doctor' as const] } };
    expect(isWorse(doctorToo, { kinds: ['threat'], told: ['lead'] }, 'other')).toBe(true);
    expect(isWorse(doctorToo, { kinds: ['threat'], told: ['lead', 'doctor'] }, 'other')).toBe(false);
  });

  it('comes once of each kind, so that an incident begins anew a few times and no more', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...INCIDENT_KIND_KEYS), { minLength: 1, maxLength: 30 }), reports => {
        const worse = reports.filter((kind, index) => index > 0 && isWorse(policy, told(...reports.slice(0, index)), kind));
        expect(new Set(worse).size).toBe(worse.length);
      }),
    );
  });

  it.each([
    ['fluctuation', 'harmToOthers', 'harmToOthers'],
    ['harmToOthers', 'threat', 'harmToOthers'],
    ['selfHarm', 'missing', 'missing'],
    ['threat', 'other', 'threat'],
  ] as const)('makes of %s and %s: %s', (known, reported, kind) => {
    expect(graverKind(known, reported)).toBe(kind);
  });
});

it.each([
  [{ personId: null, toldAt: null, readAt: null, acknowledgedAt: null }, 'vacant'],
  [{ personId: 'p', toldAt: null, readAt: null, acknowledgedAt: null }, 'notTold'],
  [{ personId: 'p', toldAt: now, readAt: null, acknowledgedAt: null }, 'told'],
  [{ personId: 'p', toldAt: null, readAt: now, acknowledgedAt: null }, 'read'],
  [{ personId: 'p', toldAt: now, readAt: now, acknowledgedAt: null }, 'read'],
  [{ personId: 'p', toldAt: now, readAt: now, acknowledgedAt: now }, 'acknowledged'],
])('a receipt %j has got as far as %s', (receipt, state) => {
  expect(receiptState(receipt)).toBe(state);
});

describe('an incident waits for its reader', () => {
  const mine = (state: 'told' | 'acknowledged') => ({ handled: false, unfiled: null, receipts: [{ mine: true, state }] });
  it.each([
    ['who was told and has not answered', mine('told'), true],
    ['who has answered', mine('acknowledged'), false],
    ['who was not told', { ...mine('told'), receipts: [{ mine: false, state: 'told' as const }] }, false],
    ['no more once it is handled', { ...mine('told'), handled: true }, false],
    ['of somebody without a file', { ...mine('told'), unfiled: { outcome: null } }, true],
    ['no more once it is a clue', { ...mine('told'), unfiled: { outcome: 'clue' as const } }, false],
  ])('%s', (_, incident, waits) => {
    expect(waitsForReader(incident)).toBe(waits);
  });
});
