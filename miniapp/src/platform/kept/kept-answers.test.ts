import type { Sealed } from '../storage/sealed/sealed.ts';
import { DRAWERS, drawerOf, KeptAnswers } from './kept-answers.ts';

/** A phone whose storage outlives the app, with `room` for so many keys. */
function phone(room = Infinity) {
  const stored = new Map<string, string>();
  let now = new Date('2026-06-15T08:00:00+08:00');
  let full = room;
  const sealed: Sealed = {
    read: <T>(key: string) => {
      const text = stored.get(key);
      return Promise.resolve(text === undefined ? undefined : (JSON.parse(text) as T));
    },
    write: (key, value) => {
      if (!stored.has(key) && stored.size >= full) return Promise.reject(new Error('exceed storage max size'));
      stored.set(key, JSON.stringify(value));
      return Promise.resolve();
    },
    remove: key => {
      stored.delete(key);
      return Promise.resolve();
    },
  };
  return {
    stored,
    start: () => new KeptAnswers(sealed, () => now),
    later: (hours: number) => {
      now = new Date(now.getTime() + hours * 3_600_000);
    },
    fill: () => {
      full = stored.size;
    },
  };
}
/** The app is opened again: nothing is left but what is stored. */
async function reopened(one: ReturnType<typeof phone>, personId = 'me') {
  const again = one.start();
  await again.open(personId);
  return again;
}
async function begun(one: ReturnType<typeof phone>) {
  const kept = await reopened(one);
  kept.keep('/a', { value: 1 });
  kept.keep('/patients/7/team', { seats: [] });
  await kept.written();
  return kept;
}

it('has after a crash what was answered before', async () => {
  const one = phone();
  await begun(one);
  expect((await reopened(one)).get('/a')).toEqual({ value: 1 });
});

it('keeps what is answered while it is still being opened', async () => {
  const one = phone();
  await begun(one);
  const again = one.start();
  const opening = again.open('me');
  again.keep('/a', { value: 2 });
  await opening;
  expect(again.get('/a')).toEqual({ value: 2 });
  expect(again.get('/patients/7/team')).toEqual({ seats: [] });
});

it.each([
  [72, true],
  [72.01, false],
])('%d hours without contact: still there %s', async (hours, isThere) => {
  const one = phone();
  await begun(one);
  one.later(hours);
  expect((await reopened(one)).get('/a') !== undefined).toBe(isThere);
});

it('is erased from the storage too, and while the app stays open', async () => {
  const one = phone();
  const kept = await begun(one);
  one.later(73);
  await kept.expire();
  expect(kept.get('/a')).toBeUndefined();
  expect([...one.stored.keys()]).toEqual([]);
});

it('counts from the last contact, by the term that the server named', async () => {
  const one = phone();
  const kept = await begun(one);
  one.later(60);
  kept.contact(24);
  await kept.written();
  one.later(23);
  expect((await reopened(one)).get('/a')).toBeDefined();
  one.later(2);
  expect((await reopened(one)).get('/a')).toBeUndefined();
});

it('never shows one person what another was answered', async () => {
  const one = phone();
  await begun(one);
  expect((await reopened(one, 'somebody else')).get('/a')).toBeUndefined();
  expect((await reopened(one)).get('/a')).toBeUndefined();
});

it('forgets a patient who is not the person’s any more, and everything when they leave', async () => {
  const one = phone();
  const kept = await begun(one);
  kept.drop(name => name.startsWith('/patients/7/'));
  await kept.written();
  const again = await reopened(one);
  expect([again.get('/patients/7/team'), again.get('/a')]).toEqual([undefined, { value: 1 }]);
  await again.forget();
  expect([...one.stored.keys()]).toEqual([]);
});

it('gives way when the phone is full, and does not stop the work', async () => {
  const one = phone();
  const kept = await begun(one);
  one.fill();
  const name = Array.from({ length: 100 }, (_, n) => `/x/${String(n)}`).find(
    each => ![drawerOf('/a'), drawerOf('/patients/7/team')].includes(drawerOf(each)),
  );
  kept.keep(name ?? '', 'no room for it');
  await kept.written();
  expect(kept.get(name ?? '')).toBe('no room for it');
  expect((await reopened(one)).get('/a')).toEqual({ value: 1 });
});

it('spreads three hundred patients over the drawers', () => {
  const drawers = Array.from({ length: 300 }, (_, n) => drawerOf(`/patients/${String(n).padStart(12, '0')}/team`));
  expect(new Set(drawers).size).toBe(DRAWERS);
  expect(Math.max(...Array.from({ length: DRAWERS }, (_, drawer) => drawers.filter(each => each === drawer).length))).toBeLessThan(60);
});
