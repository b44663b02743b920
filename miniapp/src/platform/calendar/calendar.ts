/** What became of an entry in the phone's own calendar. */
export type CalendarAdded = 'added' | 'refused' | 'unsupported';

/** An entry that comes back every day. The words stand on the phone's lock screen: no name, no illness. */
export type DailyEntry = { readonly title: string; readonly at: Date };

/** The next time it is `hour` o'clock in China. */
export function nextAt(hour: number, now: Date): Date {
  const there = new Date(now.getTime() + 8 * 3_600_000);
  const today = Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), there.getUTCDate(), hour) - 8 * 3_600_000;
  return new Date(today > now.getTime() ? today : today + 24 * 3_600_000);
}
