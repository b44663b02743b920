import { calendarDate } from '../kernel/calendar-date.ts';
import { SHIPPED_RELIEF } from '../policy/relief-policy.shipped.ts';
import { decideCostAmount, moveCost } from './cost.rules.ts';
import {
  checkGrant,
  decideLane,
  decideObjecting,
  handIn,
  isOfReliefOffice,
  LIVE_RELIEF_STATES,
  moveRelief,
  renewFrom,
  termEnd,
  workingDaysOf,
  type ReliefEvent,
} from './relief-life.rules.ts';
import { RELIEF_STATE_CODES } from './relief.terms.ts';

const EVENTS: readonly ReliefEvent[] = ['papers', 'forward', 'grant', 'refuse', 'object', 'uphold', 'overturn', 'withdraw'];
const day = calendarDate;

it('moves an application as the table says and no other way', () => {
  const moves = RELIEF_STATE_CODES.flatMap(from =>
    EVENTS.flatMap(event => {
      const to = moveRelief(from, event);
      return to.granted ? [`${from} ${event} ${to.value}`] : [];
    }),
  );
  expect(moves).toEqual([
    'collecting papers collecting',
    'collecting forward forwarded',
    'collecting withdraw withdrawn',
    'forwarded papers forwarded',
    'forwarded grant granted',
    'forwarded refuse refused',
    'forwarded withdraw withdrawn',
    'refused object objected',
    'objected uphold upheld',
    'objected overturn forwarded',
  ]);
});

it('lets a refusal be objected to until the end of its last day', () => {
  const until = day('2026-11-20');
  expect(decideObjecting('refused', until, day('2026-11-20'))).toEqual({ granted: true, value: 'objected' });
  expect(decideObjecting('refused', until, day('2026-11-21'))).toMatchObject({ code: 'RELIEF_OBJECTION_LATE' });
  expect(decideObjecting('granted', until, day('2026-11-20'))).toMatchObject({ code: 'RELIEF_MOVE_NOT_ALLOWED' });
});

it('has a clock in exactly the states that wait for somebody, shorter on the fast lane (YM-19, YM-22)', () => {
  const terms = SHIPPED_RELIEF.benefits.disabilityCertificate;
  const days = (fast: boolean) => RELIEF_STATE_CODES.map(state => workingDaysOf(state, fast, SHIPPED_RELIEF, terms));
  expect(days(false)).toEqual([5, 30, null, null, 15, null, null]);
  expect(days(true)).toEqual([1, 10, null, null, 15, null, null]);
  const clocked = RELIEF_STATE_CODES.filter(state => workingDaysOf(state, false, SHIPPED_RELIEF, terms) !== null);
  expect(clocked).toEqual([...LIVE_RELIEF_STATES]);
});

it('has a fast lane only where the county gives one, and nothing that the county does not have', () => {
  expect(decideLane(true, { offered: true, fastWorkingDays: 3 }).granted).toBe(true);
  expect(decideLane(true, { offered: true })).toMatchObject({ code: 'RELIEF_NO_FAST_LANE' });
  expect(decideLane(false, { offered: false })).toMatchObject({ code: 'RELIEF_NOT_OFFERED' });
});

it('takes the papers that were asked for, each once, in their order', () => {
  expect(handIn(['甲', '乙', '丙'], ['丙'], ['甲', '丙'])).toEqual({ granted: true, value: ['甲', '丙'] });
  expect(handIn(['甲'], [], ['丁'])).toMatchObject({ code: 'INPUT_INVALID' });
});

it('lets the office that decides enter what it decided, within its places', () => {
  const of = (role: 'civilAffairsCadre' | 'rehabCoordinator', areaId: string) => ({ posts: [{ role, areaId, organisationId: null }] });
  const path = ['county', 'township', 'village'];
  expect(isOfReliefOffice(of('rehabCoordinator', 'township'), 'disabledFederation', path)).toBe(true);
  expect(isOfReliefOffice(of('civilAffairsCadre', 'township'), 'disabledFederation', path)).toBe(false);
  expect(isOfReliefOffice(of('civilAffairsCadre', 'elsewhere'), 'civilAffairsOffice', path)).toBe(false);
});

it('grants days in order, and an amount together with how often it is paid', () => {
  const given = { from: day('2026-01-01'), until: null, amountFen: null, rhythm: null };
  expect(checkGrant(given).granted).toBe(true);
  expect(checkGrant({ ...given, until: day('2026-01-01'), amountFen: 100, rhythm: 'month' }).granted).toBe(true);
  expect(checkGrant({ ...given, until: day('2025-12-31') }).granted).toBe(false);
  expect(checkGrant({ ...given, amountFen: 100 }).granted).toBe(false);
});

it('counts a term in months and asks again before it ends', () => {
  expect(termEnd(day('2026-01-31'), 1)).toBe('2026-02-27');
  expect(termEnd(day('2026-03-01'), 12)).toBe('2027-02-28');
  expect(termEnd(day('2026-03-01'), null)).toBeNull();
  expect(renewFrom(day('2026-12-31'), 30)).toBe('2026-12-01');
  expect(renewFrom(null, 30)).toBeNull();
});

describe('costs of patients of other origin', () => {
  it('are reviewed, paid and supervised in this order (TH-08)', () => {
    expect(moveCost('proposed', 'reviewed', ['b'], ['a'])).toEqual({ granted: true, value: 'reviewed' });
    expect(moveCost('proposed', 'returned', ['b'], ['a'])).toEqual({ granted: true, value: 'returned' });
    expect(moveCost('reviewed', 'paid', ['c'], ['a', 'b'])).toEqual({ granted: true, value: 'paid' });
    expect(moveCost('paid', 'supervised', ['d'], ['a', 'b', 'c'])).toEqual({ granted: true, value: 'supervised' });
    expect(moveCost('proposed', 'paid', ['c'], ['a'])).toMatchObject({ code: 'RELIEF_COST_MOVE_NOT_ALLOWED' });
    expect(moveCost('returned', 'reviewed', ['c'], ['a'])).toMatchObject({ code: 'RELIEF_COST_MOVE_NOT_ALLOWED' });
  });

  it('pass through distinct persons, deputies counted with whom they stand in for (TH-08)', () => {
    expect(moveCost('proposed', 'reviewed', ['a'], ['a'])).toMatchObject({ code: 'RELIEF_COST_SAME_PERSON' });
    expect(moveCost('reviewed', 'paid', ['x', 'b'], ['a', 'b'])).toMatchObject({ code: 'RELIEF_COST_SAME_PERSON' });
  });

  it('are paid up to what was allowed', () => {
    expect(decideCostAmount(100, 100).granted).toBe(true);
    expect(decideCostAmount(101, 100)).toMatchObject({ code: 'RELIEF_COST_TOO_MUCH' });
  });
});
