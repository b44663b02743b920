import type { Intent, OutboxState, RefusedIntent } from './outbox.ts';

/** After so many rounds in which the server could do nothing with it, the person is told and may let it be. */
export const MANY_TRIES = 3;

const rank = ({ urgent, photo, leads }: Intent): number => (urgent ? 0 : photo === undefined || leads ? 1 : 2);
/** Urgent first and pictures last unless something rests on them, else in the order in which they were meant. */
export const inOrder = (intents: readonly Intent[]): readonly Intent[] => [...intents].sort((a, b) => rank(a) - rank(b));

/** What the server will know it by: its key, and what leads is known by the ids of its body as well. */
const namesOf = ({ key, leads, body }: Intent): readonly string[] => [
  key,
  ...(leads ? Object.values((body ?? {}) as Record<string, unknown>).filter(value => typeof value === 'string') : []),
];

/** Whether `later` can be done only once `earlier` is: it names it, as a record its visit, or puts something else in its place. */
export function restsOn(later: Intent, earlier: Intent): boolean {
  if (later.method === 'PUT' && later.url === earlier.url) return true;
  const text = later.url + JSON.stringify(later.body ?? null);
  return namesOf(earlier).some(name => text.includes(name));
}

/** What still waits though the server was there many times, with what was said last. */
export const stuckOf = ({ waiting, undigested = [] }: OutboxState): readonly RefusedIntent[] =>
  waiting.flatMap(intent => {
    const trouble = undigested.find(({ key }) => key === intent.key);
    return trouble && trouble.tries >= MANY_TRIES ? [{ intent, say: trouble.say }] : [];
  });
