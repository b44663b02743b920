import { urlOf, type AnswerOf, type BodyOf, type ParamsOf, type QueryOf, type RefusalBody, type Route } from '@guanhu/shared/kernel/route';
import { uuidv7 } from 'uuidv7';
import { session } from './session.ts';

/** What the server refused, in its own words. */
export class Refused extends Error {
  readonly code: string;
  readonly retry: boolean;
  readonly fields: readonly string[];
  constructor({ code, say, retry, fields = [] }: RefusalBody) {
    super(say);
    this.name = 'Refused';
    this.code = code;
    this.retry = retry;
    this.fields = fields;
  }
}

const OFFLINE: RefusalBody = { code: 'OFFLINE', say: '连不上服务器，请检查网络后再试', retry: true };

/** A key for one thing the person wants; keep it through every retry of the same wish. */
export const newKey = (): string => uuidv7();

type Parts<R extends Route> = {
  readonly params?: ParamsOf<R>;
  readonly query?: QueryOf<R>;
  readonly body?: BodyOf<R>;
  readonly key?: string;
  readonly signal?: AbortSignal;
};

/** One request. @throws Refused with words for the person; a session that ended signs the desk out. */
export async function call<R extends Route>(
  route: R,
  { params, query, body, key = newKey(), signal }: Parts<R> = {},
): Promise<AnswerOf<R>> {
  const token = session.token();
  const writes = route.method !== 'GET';
  const path = `/api${urlOf(route, params as Record<string, string> | undefined, query as Record<string, string> | undefined)}`;
  let response: Response;
  try {
    response = await fetch(path, {
      method: route.method,
      headers: {
        ...(token === null ? {} : { authorization: `Bearer ${token}` }),
        ...(writes ? { 'content-type': 'application/json', 'idempotency-key': key } : {}),
      },
      ...(writes ? { body: JSON.stringify(body ?? {}) } : {}),
      ...(signal ? { signal } : {}),
    });
  } catch (error) {
    if (signal?.aborted === true) throw error;
    throw new Refused(OFFLINE);
  }
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  if (response.status === 401 && token !== null) session.end();
  throw new Refused((answer as RefusalBody | undefined) ?? OFFLINE);
}
