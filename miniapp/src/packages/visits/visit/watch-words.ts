import { clock } from '../../../ui/time.ts';

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
      title: '没有信号，没人替您看着时间',
      words: '签到还在手机里，办公室不知道您上门了。先打个电话说一声您在哪一家；心里不踏实，就等有人一起再进门。',
      up: false,
      alone: true,
    };
  if (waiting.some(({ key }) => key === visitId) || !watch?.asksAt || !watch.helpAt) return undefined;
  const up = Date.parse(watch.asksAt) <= now;
  const looked = watch.helpAsked || Date.parse(watch.helpAt) <= now;
  const isSaid = heldUp.some(({ url }) => url.startsWith(`/visits/${visitId}/`));
  if (isSaid || unreached)
    return {
      title: isSaid ? '平安还没有报出去' : '现在没有信号',
      words: looked
        ? '办公室没有收到您的平安，可能已经请组长和驻村民警找您了。您没事，就打个电话说一声。'
        : `办公室的时间还在走：${clock(watch.helpAt)}前没有收到，会请组长和驻村民警找您。走到有信号的地方会自动发出；来不及，就打个电话。`,
      up,
      alone: true,
    };
  const words = watch.helpAsked
    ? '已请组长和驻村民警联系您。没事请点一下。'
    : up
      ? `还在吗？${clock(watch.helpAt)}前没有回应，会请组长和驻村民警联系您。`
      : `到 ${clock(watch.asksAt)} 没有离开，手机会问您一声。保存随访记录就算离开。`;
  return { title: up ? '您还好吗？' : '离开时报个平安', words, up, alone: false };
}
