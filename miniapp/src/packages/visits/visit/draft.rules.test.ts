import {
  begin,
  begunAnew,
  changed,
  checkedIn,
  checkInNotTaken,
  isBlank,
  isCheckInUnknown,
  nameFor,
  refused,
  sentAs,
  stateOf,
  withAnswer,
  type DraftEdit,
} from './draft.rules.ts';
import type { Draft } from './drafts.ts';

const at = '2026-06-15T02:00:00.000Z';
const first = begin({ visitId: 'v', at, form: 'quick', companions: ['c'], savedAt: at });
const answer = (key: string, value: unknown): DraftEdit => changed(now => ({ answers: withAnswer(now.answers, key, value) }), at);
const again = (visitId: string) => begunAnew({ visitId, checkedInAt: at, savedAt: at });
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
  expect(again('w')(sent)).toEqual({ ...after(answer('result', 'done')), visitId: 'w' });
});

const nothing = { waiting: [], refused: [] };
const say = '签到时间晚于现在';

it('has to be checked in again though the refusal was put away, and until a check-in is taken', () => {
  const notTaken = after(answer('result', 'done'), checkInNotTaken('v', say), sentAs('k'), refused);
  expect(stateOf(notTaken, nothing)).toEqual({ at: 'refused', what: 'checkIn', say });
  const onItsWay = again('w')(notTaken);
  expect(stateOf(onItsWay, { ...nothing, waiting: [{ key: 'w' }] })).toEqual({ at: 'open' });
  expect(stateOf(checkedIn('w', 1)(onItsWay), nothing)).toEqual({ at: 'open' });
});

it('has to be checked in again when it was refused twice, with what was answered while either was on its way', () => {
  const twice = after(answer('a', 1), checkInNotTaken('v', say), again('w'), answer('b', 2), checkInNotTaken('w', say), answer('c', 3));
  expect(stateOf(twice, nothing)).toEqual({ at: 'refused', what: 'checkIn', say });
  expect(twice.answers).toEqual({ a: 1, b: 2, c: 3 });
});

it('is not refused while the same check-in is sent once more, nor by another visit’s refusal', () => {
  expect(stateOf(after(checkInNotTaken('v', say)), { ...nothing, waiting: [{ key: 'v' }] })).toEqual({ at: 'open' });
  expect(after(checkInNotTaken('another', say))).toEqual(first);
});

it.each([
  ['nobody saw it taken and nothing of it is on the phone', first, nothing, true],
  ['it waits', first, { ...nothing, waiting: [{ key: 'v' }] }, false],
  ['it was refused, and the refusal stands', first, { ...nothing, refused: [{ intent: { key: 'v' }, say }] }, false],
  ['the refusal was put away', after(checkInNotTaken('v', say)), nothing, true],
  ['it was taken', after(checkedIn('v', 1)), nothing, false],
])('asks the server for the check-in only where nothing on the phone says it: %s', (_, draft, unsent, asks) => {
  expect(isCheckInUnknown(draft, unsent)).toBe(asks);
});

it('keeps of a refused check-in whatever was filled in', () => {
  expect([first, after(answer('a', 1)), after(changed({ score: {} }, at))].map(isBlank)).toEqual([true, false, false]);
});

it.each([
  ['nothing stands', {}, undefined, 'visit:p'],
  ['nothing stands, and a visit of another phone is opened', {}, 'w', 'visit:p'],
  ['this very visit stands', { 'visit:p': first }, 'v', 'visit:p'],
  ['one stands, and it is what was asked for', { 'visit:p': first }, undefined, 'visit:p'],
  ['another visit stands', { 'visit:p': first }, 'w', 'visit:p:w'],
  ['the other visit has gone meanwhile', { 'visit:p:w': again('w')(first) }, 'w', 'visit:p:w'],
  ['only another phone’s stands, and nobody asked for it', { 'visit:p:w': again('w')(first) }, undefined, 'visit:p'],
])('opens no visit in the place of another: %s', (_, standing, visitId, name) => {
  expect(nameFor('p', visitId, of => (standing as Record<string, Draft>)[of])).toBe(name);
});
