import fc from 'fast-check';
import { calendarDate } from '../kernel/calendar-date.ts';
import type { Decision } from '../kernel/decision.ts';
import { decideCancel, decideCountersign, decideDecisions, decideDraft, decideIssue, decideSend } from './meeting-life.rules.ts';
import { MEETING_STATES, STANDS, type MeetingState, type Stand } from './meetings.terms.ts';

const STATES = Object.keys(MEETING_STATES) as MeetingState[];
const on = calendarDate('2026-06-15');
const said = (decision: Decision<unknown>) => (decision.granted ? 'granted' : decision.code);
const grantedIn = (decide: (state: MeetingState) => Decision<unknown>) => STATES.filter(state => decide(state).granted);

it('is called off before it was held, drafted until it goes out, and goes out once written', () => {
  expect(grantedIn(decideCancel)).toEqual(['planned']);
  expect(grantedIn(state => decideDraft({ state, on }, on))).toEqual(['planned', 'drafting']);
  expect(grantedIn(state => decideSend(state, true))).toEqual(['drafting']);
  expect(decideSend('drafting', false).granted).toBe(false);
});

it('has no minutes before its day', () => {
  expect(said(decideDraft({ state: 'planned', on }, calendarDate('2026-06-14')))).toBe('MEETING_NOT_HELD');
});

it('decides nothing for a day before it', () => {
  expect(decideDecisions(on, [{ dueOn: on }]).granted).toBe(true);
  expect(said(decideDecisions(on, [{ dueOn: on }, { dueOn: calendarDate('2026-06-14') }]))).toBe('DECISION_DAY_WRONG');
});

describe('a countersignature', () => {
  const asked = {
    state: 'countersigning',
    stand: 'agree',
    words: null,
    held: true,
    ofUnit: true,
    onPaper: false,
    signed: false,
  } as const;

  it.each([
    ['of the unit', {}, 'granted'],
    ['of another unit', { ofUnit: false }, 'NOT_FOUND_OR_NO_ACCESS'],
    ['of another unit, of a text that is over', { ofUnit: false, state: 'issued' }, 'NOT_FOUND_OR_NO_ACCESS'],
    ['on paper of a unit that works here', { onPaper: true }, 'COUNTERSIGN_NOT_ON_PAPER'],
    ['on paper of a unit that does not', { onPaper: true, held: false, ofUnit: false }, 'granted'],
    ['of a draft', { state: 'drafting' }, 'MEETING_MOVE_NOT_ALLOWED'],
    ['given already', { signed: true }, 'COUNTERSIGNED_ALREADY'],
    ['against it without a word', { stand: 'object' }, 'OBJECTION_NEEDS_WORDS'],
  ] as const)('%s: %s', (_, change, answer) => {
    expect(said(decideCountersign({ ...asked, ...change }))).toBe(answer);
  });

  it('against it sends the text back, one for it leaves the others to sign (BQ-03)', () => {
    expect(decideCountersign({ ...asked, stand: 'object', words: '第二条没有讨论' })).toMatchObject({ value: 'drafting' });
    expect(decideCountersign(asked)).toMatchObject({ value: 'countersigning' });
  });
});

it('is issued when every unit has agreed, and by no other way (BQ-03)', () => {
  const unit = fc.record({ stand: fc.constantFrom<Stand | null>(...(Object.keys(STANDS) as Stand[]), null) });
  fc.assert(
    fc.property(fc.constantFrom(...STATES), fc.array(unit, { maxLength: 6 }), (state, units) => {
      const all = units.length > 0 && units.every(({ stand }) => stand === 'agree');
      expect(decideIssue(state, units).granted).toBe(state === 'countersigning' && all);
    }),
  );
});
