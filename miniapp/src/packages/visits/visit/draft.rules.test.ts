import { begin, begunAnew, changed, checkedIn, refused, sentAs, stateOf, withAnswer, type DraftEdit } from './draft.rules.ts';
import type { Draft } from './drafts.ts';

const at = '2026-06-15T02:00:00.000Z';
const first = begin({ visitId: 'v', at, form: 'quick', companions: ['c'], savedAt: at });
const answer = (key: string, value: unknown): DraftEdit => changed(now => ({ answers: withAnswer(now.answers, key, value) }), at);
const after = (...edits: readonly DraftEdit[]): Draft => edits.reduce((now, edit) => edit(now), first);

it('keeps what was answered while the check-in was on its way: the form is open before the server has it', () => {
  const arrived = after(answer('result', 'done'), checkedIn('v', 2), answer('form', 'home'));
  expect(arrived).toMatchObject({ version: 2, answers: { result: 'done', form: 'home' }, companions: ['c'] });
});

it('loses neither of two answers that were given before the page was drawn anew', () => {
  expect(after(answer('result', 'done'), answer('risk', 0)).answers).toEqual({ result: 'done', risk: 0 });
});

it('takes no version from another visit’s check-in', () => {
  expect(after(checkedIn('another', 7)).version).toBe(1);
});

it('makes a blank of an answer that was taken back, and leaves the others', () => {
  expect(after(answer('a', 1), answer('b', 2), answer('a', undefined)).answers).toEqual({ b: 2 });
});

it('stays while it is on its way, and is the visitor’s again as it was when it was not taken', () => {
  const sent = after(answer('result', 'done'), checkedIn('v', 2), sentAs('k'));
  const notTaken = (key: string) => ({ waiting: [], refused: [{ intent: { key }, say: '已经记过了' }] });
  expect(stateOf(first, { waiting: [{ key: 'v' }], refused: [] })).toEqual({ at: 'open' });
  expect(stateOf(sent, { waiting: [{ key: 'k' }], refused: [] })).toEqual({ at: 'waiting' });
  expect(stateOf(sent, notTaken('k'))).toEqual({ at: 'refused', what: 'record', say: '已经记过了' });
  expect(stateOf(sent, notTaken('v'))).toMatchObject({ at: 'refused', what: 'checkIn' });
  expect(stateOf(sent, notTaken('another'))).toEqual({ at: 'open' });
  expect(refused(sent)).toEqual(after(answer('result', 'done'), checkedIn('v', 2)));
  // Without a check-in there is no visit: another one begins, with everything that was filled in.
  expect(begunAnew({ visitId: 'w', checkedInAt: at, savedAt: at })(sent)).toEqual({
    ...after(answer('result', 'done')),
    visitId: 'w',
  });
});
