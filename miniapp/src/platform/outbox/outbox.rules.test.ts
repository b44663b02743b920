import { inOrder, MANY_TRIES, restsOn, stuckOf } from './outbox.rules.ts';
import type { Intent } from './outbox.ts';

const intent = (key: string, more: Partial<Intent> = {}): Intent => ({
  key,
  personId: 'me',
  method: 'POST',
  url: '/x',
  body: undefined,
  what: '服药确认',
  madeAt: '2026-11-22T00:00:00.000Z',
  ...more,
});

it('sends calls for help first and pictures last, unless something rests on them', () => {
  const meant = [
    intent('picture', { photo: 'p' }),
    intent('paper', { photo: 'p', leads: true }),
    intent('tap'),
    intent('help', { urgent: true }),
  ];
  expect(inOrder(meant).map(({ key }) => key)).toEqual(['help', 'paper', 'tap', 'picture']);
});

describe('what rests on something that is not done', () => {
  const earlier = intent('01-visit');
  it.each([
    ['names it in its address', { url: '/visits/01-visit/record' }, true],
    ['names it in its body', { body: { visits: ['01-visit'] } }, true],
    ['has the same address', {}, false],
    ['takes the place of what stands at its address', { method: 'PUT' as const }, true],
    ['takes the place of something else', { method: 'PUT' as const, url: '/y' }, false],
  ])('%s', (_, more, rests) => {
    expect(restsOn(intent('02', more), earlier)).toBe(rests);
  });

  it('is what names a page that leads, and not what shares a word with something that does not', () => {
    const application = intent('02', { body: { files: ['page'] } });
    expect(restsOn(application, intent('01', { leads: true, body: { attachmentId: 'page' } }))).toBe(true);
    expect(restsOn(application, intent('01', { body: { attachmentId: 'page' } }))).toBe(false);
  });
});

it('is stuck from so many rounds on, while it waits', () => {
  const state = (tries: number) => ({ waiting: [intent('a'), intent('b')], refused: [], undigested: [{ key: 'a', tries, say: '出错了' }] });
  expect(stuckOf(state(MANY_TRIES - 1))).toEqual([]);
  expect(stuckOf(state(MANY_TRIES))).toEqual([{ intent: intent('a'), say: '出错了' }]);
  expect(stuckOf({ ...state(MANY_TRIES), waiting: [] })).toEqual([]);
});
