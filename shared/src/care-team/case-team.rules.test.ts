import { addDays, addMonths, calendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_POLICIES } from '../policy/shipped-policies.ts';
import {
  caseReasons,
  caseReviewMoves,
  decideCasePlan,
  decideReviewDay,
  decideSecond,
  formBy,
  moveCaseTeam,
  remainingReasons,
  type CaseFacts,
} from './case-team.rules.ts';
import { CASE_TEAM_STATES, type CaseTeamState } from './case-team.terms.ts';

const today = calendarDate('2026-06-15');
const policy = SHIPPED_POLICIES.caseTeam;
const facts = (some: Partial<CaseFacts> = {}): CaseFacts => ({ stability: null, risk: null, lastIncidentOn: null, ...some });
const long = addMonths(today, -30);

describe('why a case team', () => {
  it.each([
    [facts(), []],
    [facts({ stability: 'unstable' }), ['unstable']],
    [facts({ stability: 'basicStable' }), []],
    [facts({ risk: 2 }), []],
    [facts({ risk: 3 }), ['riskHigh']],
    [facts({ lastIncidentOn: long }), ['incident']],
    [facts({ stability: 'unstable', risk: 5, lastIncidentOn: today }), ['unstable', 'incident', 'riskHigh']],
  ])('%j: %j', (known, reasons) => {
    expect(caseReasons(known, null)).toEqual(reasons);
  });

  it('an incident that an earlier team has dealt with counts no more, one after it does', () => {
    expect(caseReasons(facts({ lastIncidentOn: today }), today)).toEqual([]);
    expect(caseReasons(facts({ lastIncidentOn: today }), addDays(today, -1))).toEqual(['incident']);
    expect(caseReasons(facts({ risk: 4 }), today)).toEqual(['riskHigh']);
  });

  it('an incident speaks against closing for twelve months', () => {
    expect(remainingReasons(facts({ lastIncidentOn: addMonths(today, -12) }), today)).toEqual([]);
    expect(remainingReasons(facts({ lastIncidentOn: addDays(addMonths(today, -12), 1) }), today)).toEqual(['incident']);
    expect(remainingReasons(facts({ stability: 'unstable' }), today)).toEqual(['unstable']);
  });
});

it('lives as the table says and no other way', () => {
  const allowed: Record<string, CaseTeamState> = {
    'proposed open': 'open',
    'proposed lapse': 'lapsed',
    'open askToClose': 'closing',
    'closing close': 'closed',
    'closing refuseToClose': 'open',
  };
  for (const from of Object.keys(CASE_TEAM_STATES) as CaseTeamState[])
    for (const event of ['open', 'lapse', 'askToClose', 'refuseToClose', 'close'] as const) {
      const to = allowed[`${from} ${event}`];
      expect(moveCaseTeam(from, event)).toEqual(
        to === undefined ? { granted: false, code: 'CASE_TEAM_NOT_OPEN' } : { granted: true, value: to },
      );
    }
});

it('is led by a doctor among its members', () => {
  const members = [
    { personId: 'd', post: 'doctor' as const },
    { personId: 'g', post: 'gridWorker' as const },
  ];
  const on = addDays(today, 30);
  expect(decideCasePlan(members, 'd', on, today, policy)).toMatchObject({ granted: true });
  expect(decideCasePlan(members, 'g', on, today, policy)).toMatchObject({ code: 'CASE_TEAM_NEEDS_DOCTOR' });
  expect(decideCasePlan(members, 'x', on, today, policy)).toMatchObject({ code: 'CASE_TEAM_NEEDS_DOCTOR' });
  expect(decideCasePlan(members, 'd', today, today, policy)).toMatchObject({ code: 'CASE_REVIEW_TOO_FAR' });
});

it('is formed and reviewed within the times of the policy', () => {
  const fits = (on: typeof today, within = policy) => decideReviewDay(on, today, within).granted;
  expect([fits(today), fits(addDays(today, 1)), fits(addMonths(today, 3)), fits(addDays(addMonths(today, 3), 1))]).toEqual([
    false,
    true,
    true,
    false,
  ]);
  expect(formBy(today, policy)).toBe(addDays(today, 14));
  const sooner = { ...policy, formWithinDays: 7, reviewWithinMonths: 1 };
  expect([fits(addMonths(today, 1), sooner), fits(addDays(addMonths(today, 1), 1), sooner)]).toEqual([true, false]);
  expect(formBy(today, sooner)).toBe(addDays(today, 7));
});

it('is closed by two people', () => {
  expect(decideSecond('asker', ['second'])).toMatchObject({ granted: true });
  expect(decideSecond('asker', ['asker'])).toMatchObject({ code: 'CASE_CLOSING_NEEDS_ANOTHER' });
  expect(decideSecond('asker', ['second', 'asker'])).toMatchObject({ code: 'CASE_CLOSING_NEEDS_ANOTHER' });
});

describe('a policy that changes how often a case is reviewed', () => {
  const policy = (reviewWithinMonths: number) => ({ kind: 'caseTeam', formWithinDays: 14, reviewWithinMonths }) as const;
  const on = calendarDate('2026-06-15');
  it.each([
    [3, 3, null, null],
    [3, 2, 'earlier', '2026-08-15'],
    [2, 3, 'later', null],
  ])('from %d to %d months moves %s after %s', (before, after, move, day) => {
    expect(caseReviewMoves(policy(before), policy(after), on)).toEqual({ move, after: day });
  });
  it('moves exactly those whose named day could not be named any more', () => {
    const { after } = caseReviewMoves(policy(3), policy(1), on);
    expect(decideReviewDay(after!, on, policy(1)).granted).toBe(true);
    expect(decideReviewDay(addDays(after!, 1), on, policy(1)).granted).toBe(false);
  });
});
