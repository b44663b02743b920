import { clock } from '../../../ui/time.ts';
import { visitsWords } from '../../../words/visits.ts';

/** How long a write may be on its way before it counts as held up, milliseconds. */
const ON_ITS_WAY_MS = 8_000;

type Waiting = { readonly key: string; readonly url: string; readonly madeAt: string };
type Watch = { readonly asksAt: string | null; readonly helpAt: string | null; readonly helpAsked: boolean };
export type WatchFacts = {
  readonly visitId: string;
  /** The outbox of this phone. */
  readonly waiting: readonly Waiting[];
  /** As the server last said it; undefined while it has not. */
  readonly watch: Watch | undefined;
  /** The last question to the server brought nothing back. */
  readonly unreached: boolean;
  readonly now: number;
};
export type WatchWords = {
  readonly title: string;
  readonly words: string;
  /** The time is up: the question stays in sight. */
  readonly up: boolean;
  /** The office does not hear the visitor: a telephone call has to say what the phone cannot. */
  readonly alone: boolean;
};

/**
 * What a visitor is told of the clock that watches the visit; undefined where none runs. The clock is the office's: without signal it goes on,
 * and neither a record nor a word that all is well stops it before it has arrived. Nothing here may sound as if it had.
 */
export function watchWords({ visitId, waiting, watch, unreached, now }: WatchFacts): WatchWords | undefined {
  const heldUp = waiting.filter(({ madeAt }) => now - Date.parse(madeAt) > ON_ITS_WAY_MS);
  if (heldUp.some(({ key }) => key === visitId))
    return {
      title: visitsWords.watchUnseenTitle,
      words: visitsWords.watchUnseen,
      up: false,
      alone: true,
    };
  if (waiting.some(({ key }) => key === visitId) || !watch?.asksAt || !watch.helpAt) return undefined;
  const up = Date.parse(watch.asksAt) <= now;
  const looked = watch.helpAsked || Date.parse(watch.helpAt) <= now;
  const isSaid = heldUp.some(({ url }) => url.startsWith(`/visits/${visitId}/`));
  if (isSaid || unreached)
    return {
      title: isSaid ? visitsWords.watchUnsentTitle : visitsWords.watchNoSignal,
      words: looked ? visitsWords.watchUnsentLate : visitsWords.watchUnsent(clock(watch.helpAt)),
      up,
      alone: true,
    };
  const words = watch.helpAsked
    ? visitsWords.watchHelp
    : up
      ? visitsWords.watchAsk(clock(watch.helpAt))
      : visitsWords.watchUntil(clock(watch.asksAt));
  return { title: up ? visitsWords.watchTitleAsk : visitsWords.watchTitle, words, up, alone: false };
}
