import type { RefusedIntent } from './outbox.ts';
import { recordingNotTaken } from './recording.rules.ts';

const refused = (body: unknown, more: { url?: string; personId?: string } = {}): RefusedIntent => ({
  intent: { key: 'a', personId: 'me', method: 'POST', url: '/x', what: '申请', madeAt: '2026-11-22T00:00:00.000Z', ...more, body },
  say: '没有收下',
});

it.each([
  ['a recording', [refused({ voice: 'spoken' })], 'spoken'],
  ['a recording with an id of its own', [refused({ voice: { fileId: '1', content: 'spoken' } })], 'spoken'],
  ['the last one of several', [refused({ voice: 'before' }), refused({ voice: 'spoken' })], 'spoken'],
  ['words only', [refused({ words: 'typed' })], undefined],
  ['no body', [refused(undefined)], undefined],
  ['another address', [refused({ voice: 'spoken' }, { url: '/y' })], undefined],
  ['somebody else', [refused({ voice: 'spoken' }, { personId: 'other' })], undefined],
  ['nothing', [], undefined],
])('finds what was said again in %s', (_, all, found) => {
  expect(recordingNotTaken(all, ['/w', '/x'], 'me')).toBe(found);
});
