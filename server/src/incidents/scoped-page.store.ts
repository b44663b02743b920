import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';

/** A page of what lies within the reader's scope, newest first. */
export type ScopedPage = {
  readonly state: string | null;
  readonly after: { readonly at: Date; readonly id: Id } | null;
  readonly limit: number;
  readonly today: CalendarDate;
};

/** Whether `patient`, who lives in `area`, is one of the reader's: $2 areas, $3 seats, $4 today. */
export const WITHIN_SCOPE = `(area.path && $2::uuid[] OR EXISTS (
  SELECT FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = patient.id AND team_seat.person_id = ANY($3::uuid[])
    AND team_seat.since <= $4 AND (team_seat.until IS NULL OR team_seat.until >= $4)))`;
