import type { Trouble } from './wechat-api.ts';

/** The access token is wrong or has expired: renew it once and ask once more. */
const TOKEN_TROUBLE: ReadonlySet<number> = new Set([40001, 40014, 42001]);

/** -1 busy, 43108 two messages to one person at once, 44991 and 45011 quota of the minute, 45009 quota of the day. */
const BUSY: ReadonlySet<number> = new Set([-1, 43108, 44991, 45009, 45011]);

/**
 * 40013, 40125 wrong app id or secret; 41002, 41004 missing; 40164 our address is not on the IP list; 40037 template and 41030 page
 * unknown; and token trouble that a fresh token did not mend.
 */
const MISCONFIGURED: ReadonlySet<number> = new Set([40013, 40125, 41002, 41004, 40164, 40037, 41030, ...TOKEN_TROUBLE]);

export const isTokenTrouble = (errcode: number | undefined): boolean => errcode !== undefined && TOKEN_TROUBLE.has(errcode);

/** What an error number means when the endpoint gives it no meaning of its own. */
export function troubleOf(errcode: number | undefined): Trouble {
  if (errcode === undefined) return { outcome: 'unknown' };
  if (BUSY.has(errcode)) return { outcome: 'busy', errcode };
  if (MISCONFIGURED.has(errcode)) return { outcome: 'misconfigured', errcode };
  return { outcome: 'unknown', errcode };
}

/** Why a one-time code was refused: 40163 used before; 40029, 41008 wrong, expired or missing. */
export function codeRefusalOf(
  errcode: number | undefined,
): { readonly outcome: 'code-refused'; readonly why: 'invalid' | 'used' } | undefined {
  if (errcode === 40163) return { outcome: 'code-refused', why: 'used' };
  if (errcode === 40029 || errcode === 41008) return { outcome: 'code-refused', why: 'invalid' };
  return undefined;
}
