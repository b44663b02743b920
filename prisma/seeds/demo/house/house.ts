import { createApp } from '@guanhu/server/app';
import { realOutside } from '@guanhu/server/outside';
import { Config } from '@guanhu/server/platform/config/config';
import { Cron } from '@guanhu/server/platform/cron';
import { Database, type CountyDatabase, type Tx } from '@guanhu/server/platform/database/database';
import { newId } from '@guanhu/server/platform/ids';
import { createLog } from '@guanhu/server/platform/log/log';
import { Outbox, OutboxHandlers } from '@guanhu/server/platform/outbox/outbox';
import { OutboxWorker } from '@guanhu/server/platform/outbox/outbox-worker';
import { urlOf, type AnswerOf, type BodyOf, type ParamsOf, type QueryOf, type RefusalBody, type Route } from '@guanhu/shared/kernel/route';
import { SeedClock } from './seed-clock.ts';
import { SeedSms } from './seed-sms.ts';
import { SeedWechat } from './seed-wechat.ts';

/** Number of the demonstration county. */
export const COUNTY_ID = 990101;

export type Call<R extends Route> = { as?: string; params?: ParamsOf<R>; query?: QueryOf<R>; body?: BodyOf<R> };
type App = Awaited<ReturnType<typeof createApp>>;
type Transport = (
  method: Route['method'],
  url: string,
  headers: Record<string, string>,
  body: string | undefined,
) => Promise<{ status: number; text: string }>;
type Class<T> = abstract new (...args: never[]) => T;

/** A request that was refused: the seed asked for what the rules do not allow. */
export class Refused extends Error {
  readonly code: string;
  constructor(route: Route, { code, fields = [] }: RefusalBody) {
    super(`${route.method} ${route.path}: ${[code, ...fields].join(' ')}`);
    this.code = code;
  }
}

/**
 * The same house as the server's and the worker's, under a clock of its own. People enter it by its routes, as from their phones and
 * desks; the worker's work is done when the seed says so. From `arrive` on, people go to the server that runs.
 */
export class House {
  readonly clock: SeedClock;
  readonly wechat: SeedWechat;
  readonly #sms: SeedSms;
  readonly county: CountyDatabase;
  readonly #app: App;
  readonly #worker: OutboxWorker;
  readonly #serverUrl: string;
  #hasArrived = false;

  private constructor(app: App, clock: SeedClock, wechat: SeedWechat, sms: SeedSms, serverUrl: string) {
    this.#app = app;
    this.clock = clock;
    this.wechat = wechat;
    this.#sms = sms;
    this.#serverUrl = serverUrl;
    this.county = app.get(Database).county(COUNTY_ID);
    this.#worker = new OutboxWorker(app.get(Database), app.get(Outbox), app.get(OutboxHandlers), createLog('seed', 'warn'));
  }

  static async open(environment: NodeJS.ProcessEnv, serverUrl: string): Promise<House> {
    const config = Config.read({
      ...environment,
      DATABASE_URL: hasty(environment['DATABASE_URL'] ?? ''),
      GUANHU_DESK_DIR: undefined,
      GUANHU_LOG_LEVEL: 'warn',
    });
    const outside = realOutside(config, 'seed');
    const clock = new SeedClock();
    const wechat = new SeedWechat(outside.wechat);
    const sms = new SeedSms(outside.sms);
    return new House(await createApp({ ...outside, clock, wechat, sms }), clock, wechat, sms, serverUrl);
  }

  /** A class that a room shows to the others. */
  get<T>(one: Class<T>): T {
    return this.#app.get<T>(one);
  }

  write<T>(run: (tx: Tx) => Promise<T>): Promise<T> {
    return this.county.inTransaction(run);
  }

  /** One request, from today on to the server that runs. @throws Refused */
  call<R extends Route>(route: R, call: Call<R> = {}): Promise<AnswerOf<R>> {
    return this.#send(this.#hasArrived ? this.#fetch : this.#inject, route, call);
  }

  /** One request to this house, which alone knows the codes of phones that are not on the wall. @throws Refused */
  callHere<R extends Route>(route: R, call: Call<R> = {}): Promise<AnswerOf<R>> {
    return this.#send(this.#inject, route, call);
  }

  async #send<R extends Route>(transport: Transport, route: R, { as, params, query, body }: Call<R>): Promise<AnswerOf<R>> {
    const url = `/api${urlOf(route, params as Record<string, string> | undefined, query as Record<string, string> | undefined)}`;
    const isWrite = route.method !== 'GET';
    const headers = {
      ...(as === undefined ? {} : { authorization: `Bearer ${as}` }),
      ...(isWrite ? { 'content-type': 'application/json', 'idempotency-key': newId() } : {}),
    };
    const sent = isWrite ? JSON.stringify(body ?? {}) : undefined;
    const { status, text } = await transport(route.method, url, headers, sent);
    const answer: unknown = text === '' ? undefined : JSON.parse(text);
    if (status !== 200) throw new Refused(route, answer as RefusalBody);
    return answer;
  }

  readonly #inject = async (...[method, url, headers, payload]: Parameters<Transport>): ReturnType<Transport> => {
    const { statusCode, body } = await this.#app.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
    return { status: statusCode, text: body };
  };

  readonly #fetch = async (...[method, url, headers, body]: Parameters<Transport>): ReturnType<Transport> => {
    const response = await fetch(this.#serverUrl + url, { method, headers, ...(body === undefined ? {} : { body }) });
    return { status: response.status, text: await response.text() };
  };

  /** What the worker does by the clock: every task once, or those of these names. */
  async runCron(names?: readonly string[]): Promise<void> {
    for (const task of this.#app.get(Cron).tasks) if (names?.includes(task.name) ?? true) await task.run(COUNTY_ID);
  }

  /** Keeps every promise that was made, and what follows from keeping it. */
  async keepPromises(): Promise<void> {
    while ((await this.#worker.drain()) > 0);
  }

  /** The past is over: the clock goes on as everybody's, people go to the server that runs, and messages reach the wall. */
  arrive(): void {
    this.clock.arrive();
    this.wechat.isToday = true;
    this.#sms.isToday = true;
    this.#hasArrived = true;
  }

  async close(): Promise<void> {
    await this.#app.close();
    await this.#app.get(Database).close();
  }
}

/** The database without waiting for the disk at each commit: what a power cut takes from a half-made county is made again. */
function hasty(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.searchParams.set('options', '-c synchronous_commit=off');
  return url.href;
}
