import { setTimeout as wait } from 'node:timers/promises';
import type { AppConfiguration, MessageServerConfiguration } from '../configuration.ts';
import type { Context } from '../context.ts';
import { get, post } from '../kernel/post.ts';
import { randomDigits, randomText } from '../kernel/random.ts';
import { encryptPush, pushSignature } from './message-crypt.ts';

/** One event push and what became of it. */
export interface Push {
  event: string;
  openid: string;
  message: Record<string, unknown>;
  attempts: { at: number; status: number; body: string }[];
  state: 'pending' | 'delivered' | 'lost' | 'given-up';
}

/** The platform asks three times altogether. */
const ATTEMPTS = 3;
const KEPT = 500;

/** A list as the platform writes it: a single item is the item itself. */
export const listOf = <Item>(items: Item[]): Item | Item[] => (items.length === 1 && items[0] !== undefined ? items[0] : items);

/** Pushes events to the message server in safe mode, JSON. Does nothing without a configured server. */
export class EventPush {
  readonly #context: Context;
  readonly #running = new Set<Promise<void>>();
  readonly pushes: Push[] = [];

  constructor(context: Context) {
    this.#context = context;
  }

  push(app: AppConfiguration, openid: string, event: string, items: Record<string, string>[]): void {
    const server = this.#context.configuration.messageServer;
    if (!server || items.length === 0) return;
    const message = {
      ToUserName: app.originalId,
      FromUserName: openid,
      CreateTime: String(Math.floor(this.#context.clock.now() / 1000)),
      MsgType: 'event',
      Event: event,
      List: listOf(items),
    };
    const push: Push = { event, openid, message, attempts: [], state: 'pending' };
    this.pushes.push(push);
    if (this.pushes.length > KEPT) this.pushes.shift();
    const work = this.#deliver(server, app, push)
      .catch(() => undefined)
      .finally(() => this.#running.delete(work));
    this.#running.add(work);
  }

  /** Asks the message server for the echo that proves the common token, as the platform does when it is configured. */
  async verifyServer(): Promise<boolean> {
    const server = this.#context.configuration.messageServer;
    if (!server) return false;
    const [timestamp, nonce, echostr] = [String(Math.floor(Date.now() / 1000)), randomDigits(10), randomText(20)];
    const query = new URLSearchParams({ signature: pushSignature(server.token, timestamp, nonce), timestamp, nonce, echostr });
    const { timeoutMilliseconds } = this.#context.configuration.delivery;
    const answer = await get(`${server.url}?${query.toString()}`, timeoutMilliseconds, this.#context.closing).catch(() => null);
    return answer?.status === 200 && answer.body === echostr;
  }

  async settled(): Promise<void> {
    await Promise.allSettled(this.#running);
  }

  async #deliver(server: MessageServerConfiguration, app: AppConfiguration, push: Push): Promise<void> {
    const fault = this.#context.faults.take('message-push', { openid: push.openid });
    if (fault?.kind === 'lost') {
      push.state = 'lost';
      return;
    }
    if (fault?.kind === 'late' || fault?.kind === 'out-of-order') await this.#pause(fault.milliseconds);
    if (fault?.kind === 'duplicate') await this.#attempt(server, app, push, null);
    const spoiled = fault && fault.kind !== 'late' && fault.kind !== 'out-of-order' && fault.kind !== 'duplicate' ? fault.kind : null;
    for (let turn = 0; turn < ATTEMPTS; turn++) {
      if (turn > 0) await this.#pause(this.#context.configuration.delivery.callbackRetryMilliseconds[turn - 1] ?? 1_000);
      if (await this.#attempt(server, app, push, turn === 0 ? spoiled : null)) {
        push.state = 'delivered';
        return;
      }
    }
    push.state = 'given-up';
  }

  async #attempt(server: MessageServerConfiguration, app: AppConfiguration, push: Push, spoiled: string | null): Promise<boolean> {
    this.#context.closing.throwIfAborted();
    const encrypted = encryptPush(JSON.stringify(push.message), app.appid, server.encodingAesKey);
    const timestamp = String(Math.floor(Date.now() / 1000) - (spoiled === 'stale-timestamp' ? 600 : 0));
    const nonce = randomDigits(10);
    const signed = pushSignature(server.token, timestamp, nonce, encrypted);
    const wrong = spoiled === 'bad-signature' || spoiled === 'sign-test';
    const query = new URLSearchParams({
      signature: pushSignature(server.token, timestamp, nonce),
      timestamp,
      nonce,
      openid: push.openid,
      encrypt_type: 'aes',
      msg_signature: wrong ? signed.split('').reverse().join('') : signed,
    });
    const sent = spoiled === 'tampered-ciphertext' ? encrypted.replace(/^./, first => (first === 'A' ? 'B' : 'A')) : encrypted;
    const { timeoutMilliseconds } = this.#context.configuration.delivery;
    const body = JSON.stringify({ ToUserName: app.originalId, Encrypt: sent });
    const answer = await post(
      `${server.url}?${query.toString()}`,
      { 'content-type': 'application/json', 'user-agent': 'Mozilla/4.0' },
      body,
      timeoutMilliseconds,
      this.#context.closing,
    ).catch(() => null);
    push.attempts.push({ at: Date.now(), status: answer?.status ?? 0, body: answer?.body.slice(0, 200) ?? '' });
    return answer?.status === 200 && (answer.body === '' || answer.body === 'success');
  }

  async #pause(milliseconds: number): Promise<void> {
    await wait(milliseconds, undefined, { signal: this.#context.closing });
  }
}
