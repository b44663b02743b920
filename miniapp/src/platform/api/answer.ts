import type { RefusalBody } from '@guanhu/shared/kernel/route';
import { platformWords } from '../../words/platform.ts';

/** Why a call brought nothing: the server's refusal, or nobody was reached (`unreached`). */
export type PhoneRefusal = {
  readonly code: string;
  /** Words for the person. */
  readonly say: string;
  /** Whether trying the same again can help. */
  readonly retry: boolean;
  readonly fields: readonly string[];
  /** Nothing came back, or only "try later": whether the server did it is unknown. */
  readonly unreached: boolean;
  /** Of what is `unreached`: somebody was there, and could do nothing with this very request. Another may fare better. */
  readonly undigested?: true;
};

export type Answer<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: PhoneRefusal };

/** What came over the wire; WeChat calls any HTTP status a success. */
export type Wire = { readonly status: number; readonly data: unknown };

export const UNREACHED: PhoneRefusal = { code: 'UNREACHED', say: platformWords.unreached, retry: true, fields: [], unreached: true };
/** Somebody was there, and too slow: another place helps more than another minute. */
export const TOO_SLOW: PhoneRefusal = { ...UNREACHED, code: 'TOO_SLOW', say: platformWords.tooSlow };
const UNREADABLE: PhoneRefusal = { code: 'UNREADABLE', say: platformWords.unreadable, retry: true, fields: [], unreached: true };

const isRefusal = (data: unknown): data is RefusalBody =>
  typeof data === 'object' &&
  data !== null &&
  typeof (data as RefusalBody).code === 'string' &&
  typeof (data as RefusalBody).say === 'string';

/** Nobody decides anything now: too slow, too many, or a gateway without a server behind it. Every request would fare alike. */
const FOR_ALL = [408, 429, 502, 503, 504];
/** Statuses after which the same request may be sent again: the server did not decide. */
const undecided = (status: number) => status >= 500 || FOR_ALL.includes(status);

/** Sorts an HTTP answer into the value asked for or a refusal a page can show. */
export function readWire<T>(wire: Wire): Answer<T> {
  if (wire.status >= 200 && wire.status < 300) return { ok: true, value: wire.data as T };
  const itself = FOR_ALL.includes(wire.status) ? {} : ({ undigested: true } as const);
  if (!isRefusal(wire.data)) return { ok: false, refusal: { ...UNREADABLE, ...itself } };
  const { code, say, retry, fields } = wire.data;
  const unreached = undecided(wire.status);
  return { ok: false, refusal: { code, say, retry, fields: fields ?? [], unreached, ...(unreached ? itself : {}) } };
}
