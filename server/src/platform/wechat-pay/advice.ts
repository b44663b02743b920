import type { Advice } from './transfer-bills.ts';

/** What to do after an answer that is not 200. Source: the error table of the transfer-bills document; the list of codes is open. */
export function adviceFor(status: number, code: string | undefined): Advice {
  // Whatever the word: the platform spells this one in at least three ways.
  if (status === 429) return 'back-off';
  if (status === 401) return 'fix-configuration';
  if (status === 400) return code === 'PARAM_ERROR' ? 'fix-request' : 'query-and-compare';
  if (status === 403 && (code === 'NOT_ENOUGH' || code === 'ACCOUNTERROR')) return 'top-up';
  if (status === 403) return 'fix-configuration';
  return 'query';
}
