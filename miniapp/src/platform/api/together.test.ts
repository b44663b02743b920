import { readWire, UNREACHED, type Answer, type Wire } from './answer.ts';
import { Together, type Hurry, type Read } from './together.ts';

/** A port that answers each read with its own address, and notes what was sent. */
function begin({ most = 3, all }: { most?: number; all?: () => Answer<readonly Wire[]> } = {}) {
  const sent: (string | readonly string[])[] = [];
  const waiting: { act: () => void; hurry: Hurry }[] = [];
  const wire = ({ url }: Read): Wire =>
    url === '/no' ? { status: 404, data: { code: 'NO', say: '没有', retry: false } } : { status: 200, data: url };
  const together = new Together(
    {
      alone: read => {
        sent.push(read.url);
        return Promise.resolve(readWire(wire(read)));
      },
      all: reads => {
        sent.push(reads.map(({ url }) => url));
        return Promise.resolve(all?.() ?? { ok: true, value: reads.map(wire) });
      },
      sort: readWire,
      soon: (act, hurry) => void waiting.push({ act, hurry }),
    },
    most,
  );
  return {
    together,
    sent,
    breathe: (most: Hurry = 'now') => {
      for (const { act } of waiting.filter(({ hurry }) => hurry === 'now' || most === 'withOthers')) act();
    },
  };
}

it('sends what begins in one breath in one request, each with its own answer', async () => {
  const { together, sent, breathe } = begin();
  const answers = ['/a', '/no', '/b'].map(url => together.ask({ url }));
  breathe();
  expect(await Promise.all(answers)).toMatchObject([
    { ok: true, value: '/a' },
    { ok: false, refusal: { code: 'NO' } },
    { ok: true, value: '/b' },
  ]);
  expect(sent).toEqual([['/a', '/no', '/b']]);
});

it('sends one read by itself, and no more together than the server takes', async () => {
  const { together, sent, breathe } = begin({ most: 2 });
  const answers = ['/a', '/b', '/c'].map(url => together.ask({ url }));
  breathe();
  await Promise.all(answers);
  const later = together.ask({ url: '/d' });
  breathe();
  expect(await later).toEqual({ ok: true, value: '/d' });
  expect(sent).toEqual([['/a', '/b'], '/c', '/d']);
});

it('tells everybody when nobody was reached, and counts a missing answer as one', async () => {
  const unreached = begin({ all: () => ({ ok: false, refusal: UNREACHED }) });
  const both = [unreached.together.ask({ url: '/a' }), unreached.together.ask({ url: '/b' })];
  unreached.breathe();
  expect((await Promise.all(both)).map(each => !each.ok && each.refusal.code)).toEqual(['UNREACHED', 'UNREACHED']);
  const short = begin({ all: () => ({ ok: true, value: [{ status: 200, data: 1 }] }) });
  const asked = [short.together.ask({ url: '/a' }), short.together.ask({ url: '/b' })];
  short.breathe();
  expect(await Promise.all(asked)).toMatchObject([{ ok: true }, { ok: false, refusal: { unreached: true } }]);
});

it('lets what nobody waits for go with the next others, or by itself after a while', async () => {
  const { together, sent, breathe } = begin();
  const first = together.ask({ url: '/sync', body: {} }, 'withOthers');
  breathe();
  expect(sent).toEqual([]);
  const page = together.ask({ url: '/a' });
  breathe();
  await Promise.all([first, page]);
  expect(sent).toEqual([['/sync', '/a']]);
  const next = together.ask({ url: '/b' });
  breathe();
  await next;
  const again = together.ask({ url: '/sync', body: {} }, 'withOthers');
  breathe('withOthers');
  await again;
  expect(sent.slice(1)).toEqual(['/b', '/sync']);
});
