import type { CalendarDate } from '../kernel/calendar-date.ts';

/** What a county may set about access, from a day on. */
export type AccessSettings = {
  /** Days that an invitation can be used. */
  readonly invitationDays: number;
  /** Wrong codes after which an invitation is locked. */
  readonly invitationTries: number;
  /** Days without use after which a phone must sign in again. */
  readonly phoneIdleDays: number;
  readonly phoneDays: number;
  /** Minutes without use after which the desk must sign in again. */
  readonly deskIdleMinutes: number;
  readonly deskHours: number;
};

/** Where a county has set nothing. No source prescribes them; a phone stays signed in so that an old guardian is not asked again and again. */
export const ACCESS_DEFAULTS: AccessSettings = {
  invitationDays: 14,
  invitationTries: 5,
  phoneIdleDays: 30,
  phoneDays: 180,
  deskIdleMinutes: 30,
  deskHours: 12,
};

export type DatedSettings = { readonly fromOn: CalendarDate; readonly settings: AccessSettings };

/** The settings in force on `day`: the latest that have begun. */
export function settingsOn(day: CalendarDate, versions: readonly DatedSettings[]): AccessSettings {
  const begun = versions.filter(version => version.fromOn <= day);
  return (
    begun.reduce<DatedSettings | undefined>((best, each) => (best && best.fromOn >= each.fromOn ? best : each), undefined)?.settings ??
    ACCESS_DEFAULTS
  );
}
