import { decideRead, type Reading, type Signing } from './reading.rules.ts';

const startedAt = new Date('2026-08-15T10:00:00+08:00');
const after = (milliseconds: number) => new Date(startedAt.getTime() + milliseconds);
const reading: Reading = { personId: 'p', sessionId: 's', contentSha256: 'a', startedAt };
const signing: Signing = { personId: 'p', sessionId: 's', contentSha256: 'a', readToEnd: true, now: after(10_000) };

it('counts a text as read from the least time on, to the millisecond', () => {
  expect(decideRead(reading, signing, 10).granted).toBe(true);
  expect(decideRead(reading, { ...signing, now: after(9_999) }, 10)).toEqual({ granted: false, code: 'AGREEMENT_READ_TOO_FAST' });
  expect(decideRead(reading, { ...signing, now: startedAt }, 0).granted).toBe(true);
});

it.each([
  ['was handed out to nobody', undefined, {}, 'AGREEMENT_NOT_READ'],
  ['was handed out to somebody else', { ...reading, personId: 'q' }, {}, 'AGREEMENT_NOT_READ'],
  ['was handed out to another session', { ...reading, sessionId: 't' }, {}, 'AGREEMENT_NOT_READ'],
  ['was not shown to its end', reading, { readToEnd: false }, 'AGREEMENT_NOT_READ'],
  ['is not the one that was handed out', reading, { contentSha256: 'b' }, 'AGREEMENT_TEXT_CHANGED'],
] as const)('does not when it %s', (_, of, more, code) => {
  expect(decideRead(of, { ...signing, ...more }, 10)).toEqual({ granted: false, code });
});
