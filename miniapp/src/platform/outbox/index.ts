import { useSyncExternalStore } from 'react';
import Taro from '@tarojs/taro';
import { urlOf, type AnswerOf, type BodyOf, type ParamsOf, type Route } from '@guanhu/shared/kernel/route';
import { send } from '../api';
import { newKey } from '../api/new-key.ts';
import { nowInstant } from '../now.ts';
import { session } from '../session';
import { storage } from '../storage';
import { Outbox, type Outcome, type OutboxState } from './outbox.ts';

const KEY = 'outbox';

const outbox = new Outbox({
  load: () => storage.read<OutboxState>(KEY),
  save: state => {
    storage.write(KEY, state);
  },
  send: intent => send(intent),
  personId: () => session()?.me.personId,
});

export type Meant<R extends Route> = {
  readonly params?: ParamsOf<R>;
  readonly body: BodyOf<R>;
  readonly what: string;
  readonly urgent?: true;
  /** Kept by a page that lets the person try the same thing again. */
  readonly key?: string;
};

/** Sends a write through the outbox: at the server, on this phone until there is signal, or refused. */
export function submit<R extends Route>(route: R, meant: Meant<R>): Promise<Outcome<AnswerOf<R>>> {
  return outbox.submit({
    key: meant.key ?? newKey(),
    personId: session()?.me.personId ?? '',
    method: route.method === 'PUT' ? 'PUT' : 'POST',
    url: urlOf(route, meant.params as Record<string, string>),
    body: meant.body,
    what: meant.what,
    madeAt: nowInstant(),
    ...(meant.urgent ? { urgent: true } : {}),
  });
}

/** What became of a queued write, once the server has decided. */
export const settled = <R extends Route>(_route: R, key: string): Promise<Outcome<AnswerOf<R>>> => outbox.settled(key);

/** Sends what waits; called at every show and when the network is back. */
export const flushOutbox = (): void => void outbox.flush();
export const dismissRefused = (key: string): void => {
  outbox.dismiss(key);
};

export const useOutbox = (): OutboxState =>
  useSyncExternalStore(
    listener => outbox.subscribe(listener),
    () => outbox.state(),
    () => outbox.state(),
  );

/** Once, when the app starts. */
export function watchNetwork(): void {
  Taro.onNetworkStatusChange(({ isConnected }) => {
    if (isConnected) flushOutbox();
  });
}
