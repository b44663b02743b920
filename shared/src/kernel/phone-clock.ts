/** A phone that claims longer ago than this has lost its clock rather than waited for a signal. */
const OLDEST_MS = 7 * 24 * 3_600_000;

/**
 * When somebody acted or something happened, for the record and for days that must be kept: when they tapped, however long the phone then waited for a signal.
 * What lies ahead of the server, or further back than a phone waits, happened now as far as anybody knows; and nobody acts upon something
 * before it was there (`since`). Nothing is ever refused for a phone's clock.
 * @param tappedAt  ISO instant by the phone's clock; undefined where it was sent at once
 */
export function actedAt(tappedAt: string | undefined, now: Date, since?: Date): Date {
  if (tappedAt === undefined) return now;
  const claimed = new Date(tappedAt);
  const ago = now.getTime() - claimed.getTime();
  if (ago < 0 || ago > OLDEST_MS) return now;
  return since !== undefined && claimed < since ? since : claimed;
}
