import type { Channel } from './access.terms.ts';
import type { AccessSettings } from './settings.rules.ts';

/**
 * Seconds between two notes of "last seen": a request reads the session, only a few write it. Without use a desk's session ends after minutes,
 * a phone's after weeks.
 */
export const SEEN_EVERY_SECONDS = { phone: 3_600, desk: 300 } as const satisfies Record<Channel, number>;

/** How long a session lives: `expiresAt` whatever happens, `idleSeconds` without use. */
export function sessionLife(
  channel: Channel,
  now: Date,
  settings: AccessSettings,
): { readonly expiresAt: Date; readonly idleSeconds: number } {
  const [seconds, idleSeconds] =
    channel === 'phone'
      ? [settings.phoneDays * 86_400, settings.phoneIdleDays * 86_400]
      : [settings.deskHours * 3_600, settings.deskIdleMinutes * 60];
  return { expiresAt: new Date(now.getTime() + seconds * 1000), idleSeconds };
}

const TOKEN = /^([1-9]\d{0,9})\.([A-Za-z0-9_-]{43})$/;

/** Splits a bearer token `<countyId>.<32 random bytes in base64url>`. `undefined` when it is not one. */
export function readToken(token: string): { readonly countyId: number; readonly secret: string } | undefined {
  const [, county, secret] = TOKEN.exec(token) ?? [];
  if (county === undefined || secret === undefined || Number(county) > 2_147_483_647) return undefined;
  return { countyId: Number(county), secret };
}
