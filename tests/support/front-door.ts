import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { urlOf, type AnswerOf, type BodyOf, type ParamsOf, type QueryOf, type RefusalBody, type Route } from '@guanhu/shared/kernel/route';

/** A fresh UUIDv7, as a phone makes them. */
export function newKey(): string {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(Date.now(), 0, 6);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x70, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** What was refused, by its code. */
export class Refused extends Error {
  readonly code: string;
  constructor(route: Route, status: number, body: Partial<RefusalBody> | undefined) {
    super(`${route.method} ${route.path}: ${String(status)} ${body?.code ?? ''} ${(body?.fields ?? []).join(' ')}`);
    this.code = body?.code ?? '';
  }
}

export type Ask<R extends Route> = {
  readonly as?: string | undefined;
  readonly params?: ParamsOf<R>;
  readonly query?: QueryOf<R> | Record<string, string>;
  readonly body?: BodyOf<R>;
};

const PATIENCE_MS = 90_000;

/**
 * One wish, asked again with its own idempotency key while the server is away, as phones and desks do it.
 * @throws Refused
 */
export async function ask<R extends Route>(serverUrl: string, route: R, { as, params, query, body }: Ask<R> = {}): Promise<AnswerOf<R>> {
  const url = `${serverUrl}/api${urlOf(route, params as Record<string, string> | undefined, query as Record<string, string> | undefined)}`;
  const isRead = route.method === 'GET';
  const headers = {
    ...(as === undefined ? {} : { authorization: `Bearer ${as}` }),
    ...(isRead ? {} : { 'content-type': 'application/json', 'idempotency-key': newKey() }),
  };
  const giveUpAt = performance.now() + PATIENCE_MS;
  for (;;) {
    const answer = await send(url, { method: route.method, headers, ...(isRead ? {} : { body: JSON.stringify(body ?? {}) }) });
    if (answer?.status === 200) return answer.body;
    const isAway = answer === undefined || answer.status >= 500;
    if (!isAway || performance.now() > giveUpAt)
      throw new Refused(route, answer?.status ?? 0, answer?.body as Partial<RefusalBody> | undefined);
    await sleep(50);
  }
}

async function send(url: string, init: RequestInit): Promise<{ status: number; body: unknown } | undefined> {
  try {
    const response = await fetch(url, { ...init, signal: AbortSignal.timeout(15_000) });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  } catch {
    return undefined; // nobody there, or half an answer
  }
}
