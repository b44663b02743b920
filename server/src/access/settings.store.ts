import { settingsOn, type AccessSettings } from '@guanhu/shared/access/settings.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

type Row = { from_on: CalendarDate } & Record<string, unknown>;

/** What the county has set about access, as it holds on `day`. */
export async function readSettings(reader: Reader, day: CalendarDate): Promise<AccessSettings> {
  const rows = await reader.sql<Row>(
    `SELECT from_on, invitation_days, invitation_tries, phone_idle_days, phone_days, desk_idle_minutes, desk_hours
     FROM access_setting WHERE county_id = $1`,
    [reader.countyId],
  );
  return settingsOn(
    day,
    rows.map(row => ({ fromOn: row.from_on, settings: settingsOf(row) })),
  );
}

const settingsOf = (row: Row): AccessSettings => ({
  invitationDays: Number(row['invitation_days']),
  invitationTries: Number(row['invitation_tries']),
  phoneIdleDays: Number(row['phone_idle_days']),
  phoneDays: Number(row['phone_days']),
  deskIdleMinutes: Number(row['desk_idle_minutes']),
  deskHours: Number(row['desk_hours']),
});

/** Sets them from a day on; the same day again replaces. */
export async function writeSettings(tx: Tx, fromOn: CalendarDate, settings: AccessSettings): Promise<void> {
  await tx.sql(
    `INSERT INTO access_setting (county_id, id, from_on, invitation_days, invitation_tries, phone_idle_days, phone_days, desk_idle_minutes, desk_hours)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (county_id, from_on) DO UPDATE SET invitation_days = excluded.invitation_days, invitation_tries = excluded.invitation_tries,
       phone_idle_days = excluded.phone_idle_days, phone_days = excluded.phone_days,
       desk_idle_minutes = excluded.desk_idle_minutes, desk_hours = excluded.desk_hours`,
    [
      tx.countyId,
      newId(),
      fromOn,
      settings.invitationDays,
      settings.invitationTries,
      settings.phoneIdleDays,
      settings.phoneDays,
      settings.deskIdleMinutes,
      settings.deskHours,
    ],
  );
}
