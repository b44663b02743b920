/** More people than anybody walks to: whoever answers for more works with signal, and their phone keeps nobody. */
export const MOST_KEPT_PATIENTS = 400;

const HOUR_MS = 3_600_000;

/**
 * Whether what a phone keeps must go: nobody has answered it for so long that it may have been lost, or its person may have left.
 * A clock that was set back proves nothing either way, so it counts as too long once it is a whole term behind.
 * @param keepHours the county's term, in hours
 */
export function mayKeepNoMore(lastContact: Date, now: Date, keepHours: number): boolean {
  return Math.abs(now.getTime() - lastContact.getTime()) > keepHours * HOUR_MS;
}
