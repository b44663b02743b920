import { waitingFirst } from './waiting-first.ts';

it('puts what waits for the reader first, and keeps the order of the rest', () => {
  const row = (meetingId: string, waitsForMe = false) => ({ meetingId, waitsForMe });
  const rows = [row('new'), row('mine', true), row('old'), row('mine too', true)];
  expect(waitingFirst(rows).map(each => each.meetingId)).toEqual(['mine', 'mine too', 'new', 'old']);
  expect(waitingFirst([])).toEqual([]);
});
