import Taro from '@tarojs/taro';
import { readTogether } from '@guanhu/shared/access/read-together.routes';
import { MOST_READS } from '@guanhu/shared/access/read-together.rules';
import { urlOf, type AnswerOf, type BodyOf, type ParamsOf, type QueryOf, type Route } from '@guanhu/shared/kernel/route';
import { CONTRACT_HEADER, CONTRACT_VERSION } from '@guanhu/shared/kernel/contract-version';
import { LANGUAGE_HEADER, spokenLanguage } from '@guanhu/shared/kernel/language';
import { kept } from '../kept';
import { endSession, token } from '../session';
import { readWire, TOO_SLOW, UNREACHED, type Answer } from './answer.ts';
import { Together, type Read } from './together.ts';

/** WeChat waits 60 s by default; nobody in front of a phone does. */
const TIME_OUT_MS = 15_000;
/** Pauses before the second and third attempt, in ms. */
const PAUSES = [400, 1_500];
/** Long enough for a page to draw what it has and to ask for the rest; nobody feels it. */
const BREATH_MS = 12;
/** What nobody waits for goes with a page's reads, if any come. */
const WAIT_MS = 1_000;

type Filled<R extends Route> = { readonly [K in 'params']?: ParamsOf<R> } & { readonly [K in 'query']?: QueryOf<R> } & {
  readonly [K in 'body']?: BodyOf<R>;
};

export type Call<R extends Route> = Filled<R> & {
  /** UUIDv7 made once for what the person meant, and kept through every retry. Writes need one. */
  readonly key?: string;
  /** A POST that changes nothing and that no page waits for: it goes with the reads of a page. */
  readonly reads?: true;
};

type Sent = {
  readonly method: Route['method'];
  readonly url: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly contract?: number;
  readonly reads?: true;
  /** Token of the session in which it is sent, through every retry: never in that of whoever signs in meanwhile. */
  readonly as?: string;
};

const isRead = ({ method, reads }: Sent): boolean => method === 'GET' || reads === true;

const pause = (ms: number) => new Promise(resolve => setTimeout(resolve, ms));

/** WeChat says so in `errMsg`, a browser by the name of the error. */
const isTimeOut = (error: unknown): boolean =>
  /time ?out|AbortError/i.test(String((error as { errMsg?: unknown } | null)?.errMsg ?? error));

const together = new Together(
  {
    alone: read => request({ ...read, method: read.body === undefined ? 'GET' : 'POST' }),
    all: async asked => {
      const reads = asked.map(({ url, ...rest }) => ({ path: url, ...rest }));
      const answer = await request<AnswerOf<typeof readTogether>>({ method: readTogether.method, url: readTogether.path, body: { reads } });
      return answer.ok ? { ok: true, value: answer.value.answers.map(({ status, body: data }) => ({ status, data })) } : answer;
    },
    sort: readWire,
    soon: (act, hurry) => void setTimeout(act, hurry === 'now' ? BREATH_MS : WAIT_MS),
  },
  MOST_READS,
);

/** One attempt; a read of somebody who is signed in travels with the others of its page. Never throws. */
const attempt = <T>(sent: Sent): Promise<Answer<T>> =>
  isRead(sent) && token() !== undefined
    ? (together.ask(readOf(sent), sent.reads ? 'withOthers' : 'now') as Promise<Answer<T>>)
    : request<T>(sent);

const readOf = ({ url, body }: Sent): Read => ({ url, ...(body === undefined ? {} : { body }) });

/** One request. Never throws. */
async function request<T>(sent: Sent): Promise<Answer<T>> {
  const bearer = token();
  if (sent.as !== undefined && sent.as !== bearer) return { ok: false, refusal: UNREACHED };
  const header: Record<string, string> = {
    Accept: 'application/json',
    [CONTRACT_HEADER]: String(sent.contract ?? CONTRACT_VERSION),
    [LANGUAGE_HEADER]: spokenLanguage(),
  };
  if (bearer !== undefined) header.Authorization = `Bearer ${bearer}`;
  if (sent.key !== undefined) header['Idempotency-Key'] = sent.key;
  // A write without a body still says JSON on the phone, so it must carry some.
  const body = sent.method === 'GET' ? undefined : JSON.stringify(sent.body ?? {});
  if (body !== undefined) header['Content-Type'] = 'application/json';
  try {
    const wire = await Taro.request<unknown>({
      url: API_BASE + sent.url,
      method: sent.method,
      header,
      timeout: TIME_OUT_MS,
      dataType: 'json',
      ...(body === undefined ? {} : { data: body }),
    });
    const answer = readWire<T>({ status: wire.statusCode, data: wire.data });
    if (wire.statusCode === 401 && bearer !== undefined) endSession(bearer);
    else if (bearer !== undefined && bearer === token() && (answer.ok || !answer.refusal.unreached)) kept.contact();
    return answer;
  } catch (error) {
    return { ok: false, refusal: isTimeOut(error) ? TOO_SLOW : UNREACHED };
  }
}

/**
 * Sends until somebody decides: a read always, a write only with its idempotency key, else once.
 * Never throws.
 */
export async function send<T>(sent: Sent): Promise<Answer<T>> {
  let answer = await attempt<T>(sent);
  for (const wait of isRead(sent) || sent.key !== undefined ? PAUSES : []) {
    if (answer.ok || !answer.refusal.unreached) break;
    await pause(wait);
    answer = await attempt<T>(sent);
  }
  return answer;
}

/**
 * Calls an endpoint of a room's route table. Never throws: a page shows `refusal.say`.
 */
export async function call<R extends Route>(route: R, { params, query, body, key, reads }: Call<R> = {}): Promise<Answer<AnswerOf<R>>> {
  const url = urlOf(route, params as Record<string, string>, query as Record<string, string | undefined>);
  return send<AnswerOf<R>>({
    method: route.method,
    url,
    ...(body === undefined ? {} : { body }),
    ...(key === undefined ? {} : { key }),
    ...(reads === undefined ? {} : { reads }),
  });
}
