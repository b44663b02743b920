import { useSyncExternalStore } from 'react';
import Taro from '@tarojs/taro';
import { CONTRACT_VERSION, FIRST_CONTRACT_VERSION } from '@guanhu/shared/kernel/contract-version';
import { handIn } from '@guanhu/shared/rights/handed-in.routes';
import { urlOf, type AnswerOf, type BodyOf, type ParamsOf, type Route } from '@guanhu/shared/kernel/route';
import { send } from '../api';
import type { Answer, PhoneRefusal } from '../api/answer.ts';
import { newKey } from '../api/new-key.ts';
import { nowInstant } from '../now.ts';
import { session, token } from '../session';
import { drafts } from '../drafts';
import { dropProofs, nobodyIsBack, onlyIsBack, proofOf } from '../hand-in';
import { kept } from '../kept';
import { sealed } from '../storage/sealed';
import { withRoom } from '../storage/sealed/with-room.ts';
import { dropPhoto, photoContent } from '../photo';
import type { KeptPhoto } from '../photo/photo.ts';
import { Outbox, type Intent, type Outcome, type OutboxState } from './outbox.ts';
import { StoredOutbox } from './stored-outbox.ts';
import { platformWords } from '../../words/platform.ts';

const stored = new StoredOutbox(withRoom(sealed, () => kept.forget()));

const outbox = new Outbox({
  load: () => stored.load(),
  save: state => stored.save(state),
  send: intent => {
    const as = token();
    const written = { ...intent, contract: intent.contract ?? FIRST_CONTRACT_VERSION, ...(as === undefined ? {} : { as }) };
    return intent.photo === undefined ? send(written) : sendPhoto(written, intent.photo);
  },
  personId: () => session()?.me.personId,
  handIn: intent => {
    const proof = proofOf(intent.personId);
    return proof === undefined ? undefined : handInWith(proof, intent);
  },
  gone: ({ photo, form, personId }, how) => {
    if (photo !== undefined) dropPhoto(photo);
    if (form && how === 'done') drafts.drop(personId, form.draft);
  },
});

/** The person may have emptied the phone's storage since. */
const GONE: PhoneRefusal = { code: 'PHOTO_GONE', say: platformWords.photoGone, retry: false, fields: [], unreached: false };

/** Sealed as it is: nobody is signed in, so the office does with it what the person cannot do any more. */
function handInWith(proof: string, { key, method, url, body, what, madeAt, contract, photo }: Intent): Promise<Answer<unknown>> {
  const content = photo === undefined ? undefined : photoContent(photo);
  const written = { ...(body as Record<string, unknown> | undefined), ...(content === undefined ? {} : { content }) };
  const whole = { proof, key, method, path: url, contract: contract ?? FIRST_CONTRACT_VERSION, body: written, what, madeAt };
  return send({ method: handIn.method, url: urlOf(handIn), body: whole });
}

function sendPhoto(intent: Intent, photo: KeptPhoto): Promise<Answer<unknown>> {
  const content = photoContent(photo);
  if (content === undefined) return Promise.resolve({ ok: false, refusal: GONE });
  return send({ ...intent, body: { ...(intent.body as object), content } });
}

export type Meant<R extends Route> = {
  readonly params?: ParamsOf<R>;
  readonly body: BodyOf<R>;
  readonly what: string;
  readonly urgent?: true;
  /** Kept by a page that lets the person try the same thing again. */
  readonly key?: string;
  readonly form?: Intent['form'];
  readonly leads?: true;
};

/** Sends a write through the outbox: at the server, on this phone until there is signal, or refused. */
export function submit<R extends Route>(route: R, meant: Meant<R>): Promise<Outcome<AnswerOf<R>>> {
  return outbox.submit(intentOf(route, meant));
}

const intentOf = <R extends Route>(route: R, meant: Omit<Meant<R>, 'body'> & { readonly body: unknown }): Intent => ({
  key: meant.key ?? newKey(),
  personId: session()?.me.personId ?? '',
  method: route.method === 'PUT' ? 'PUT' : 'POST',
  url: urlOf(route, meant.params as Record<string, string>),
  body: meant.body,
  what: meant.what,
  madeAt: nowInstant(),
  contract: CONTRACT_VERSION,
  ...(meant.urgent ? { urgent: true } : {}),
  ...(meant.form ? { form: meant.form } : {}),
  ...(meant.leads ? { leads: true } : {}),
});

/** Sends a picture that is kept on this phone, with or without signal; its bytes are read only when it is sent. */
export function submitPhoto<R extends Route>(
  route: R,
  { photo, ...meant }: Omit<Meant<R>, 'body'> & { readonly body: Omit<BodyOf<R>, 'content'>; readonly photo: KeptPhoto },
): Promise<Outcome<AnswerOf<R>>> {
  return outbox.submit({ ...intentOf(route, meant), photo });
}

/** What became of a queued write, once the server has decided. */
export const settled = <R extends Route>(_route: R, key: string): Promise<Outcome<AnswerOf<R>>> => outbox.settled(key);

/** Sends what waits; called at every show and when the network is back. */
export const flushOutbox = (): void => void outbox.flush();

/** WeChat's account belongs to nobody here any more: what its last person wrote goes to the office. */
export async function handInUnsent(): Promise<void> {
  nobodyIsBack();
  await outbox.flush();
  if (outbox.state().waiting.length === 0) dropProofs();
}

/** The account is one person's alone: what others wrote under it goes to the office, and this person's own is sent. */
export async function sendOwnAndHandInOthers(personId: string): Promise<void> {
  onlyIsBack(personId);
  await outbox.flush();
  if (outbox.state().waiting.every(intent => intent.personId === personId)) dropProofs();
}
export const dismissHandedIn = (): void => void outbox.dismissHandedIn();
export const dismissRefused = (key: string): void => void outbox.dismiss(key);
/** What the server can do nothing with goes from this phone. */
export const giveUp = (key: string): void => void outbox.giveUp(key);
/** What was not taken of a form is sent anew from the form itself: nobody has to choose about it any more. */
export function dismissRefusedOf(url: string): void {
  for (const { intent } of outbox.state().refused) if (intent.url === url) dismissRefused(intent.key);
}
export const sendRefusedAgain = (key: string): void => void outbox.retry(key);

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
