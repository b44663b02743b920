import { calendarDate } from '../kernel/calendar-date.ts';
import { answerMove, decideAnswerer, decideProposal, letterNumber, type MoveEvent } from './move-life.rules.ts';
import { MOVE_STATES, type MoveState } from './move.terms.ts';

const EVENTS: MoveEvent[] = ['accept', 'reject', 'withdraw'];
const allowed: Record<string, MoveState> = {
  'waiting accept': 'accepted',
  'waiting reject': 'rejected',
  'waiting withdraw': 'withdrawn',
};
it.each((Object.keys(MOVE_STATES) as MoveState[]).flatMap(from => EVENTS.map(event => [from, event] as const)))('%s, %s', (from, event) => {
  const to = allowed[`${from} ${event}`];
  expect(answerMove(from, event)).toEqual(to === undefined ? { granted: false, code: 'MOVE_NOT_WAITING' } : { granted: true, value: to });
});

const facts = { state: 'inCare', fromVillageId: 'here', to: { id: 'there', kind: 'village' }, waits: false } as const;
it.each([
  [{}, 'there'],
  [{ state: 'hospitalised' }, 'there'],
  [{ state: 'deceased' }, 'PATIENT_STATE_NOT_ALLOWED'],
  [{ state: 'movedOut' }, 'PATIENT_STATE_NOT_ALLOWED'],
  [{ to: undefined }, 'MOVE_DESTINATION_NOT_FITTING'],
  [{ to: { id: 'here', kind: 'village' } }, 'MOVE_DESTINATION_NOT_FITTING'],
  [{ to: { id: 'there', kind: 'township' } }, 'MOVE_DESTINATION_NOT_FITTING'],
  [{ waits: true }, 'MOVE_ALREADY_WAITING'],
] as const)('a proposal with %j: %s', (more, expected) => {
  const decided = decideProposal({ ...facts, ...more });
  expect(decided.granted ? decided.value : decided.code).toBe(expected);
});

it('is never answered by whoever proposed it, nor by their deputy', () => {
  expect(decideAnswerer('a', ['b']).granted).toBe(true);
  expect(decideAnswerer('a', ['b', 'a'])).toEqual({ granted: false, code: 'MOVE_OWN_PROPOSAL' });
});

it('numbers a letter by its day and the change that it goes with', () => {
  expect(letterNumber(calendarDate('2026-06-15'), '01900000-0000-7000-8000-0000000a1b2c')).toBe('迁出〔2026〕0615-0A1B2C');
});
