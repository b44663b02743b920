import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Scope } from '../access/access.public.ts';
import type { Reader } from '../platform/database/database.ts';

/** A page of what lies within the reader's scope, newest first. */
export type ScopedPage = {
  readonly scope: Scope;
  readonly state: string | null;
  readonly after: { readonly at: Date; readonly id: Id } | null;
  readonly limit: number;
  readonly today: CalendarDate;
};

/** What every row of such a page has. */
export type ScopedRow = { readonly id: Id; readonly patientId: Id; readonly name_sealed: Buffer; readonly villageName: string };

/** Where the rows come from: a statement that ends in its WHERE over `patient` and `area`, whose $1 is the county. */
type ScopedSource = { readonly select: string; readonly id: string; readonly at: string; readonly state: string | null };

/** The rows of patients who live in the reader's areas ($2) or on whose team the reader's seats ($3) are today ($4). */
export const readScopedPage = <Row extends ScopedRow>(
  reader: Reader,
  { select, id, at, state }: ScopedSource,
  page: ScopedPage,
): Promise<Row[]> =>
  reader.sql<Row>(
    `${select} AND ($5::text IS NULL OR ${state ?? 'NULL'} = $5)
       AND ($6::timestamptz IS NULL OR (${at}, ${id}) < ($6, $7::uuid))
       AND (area.path && $2::uuid[] OR EXISTS (
         SELECT FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = patient.id AND team_seat.person_id = ANY($3::uuid[])
           AND team_seat.since <= $4 AND (team_seat.until IS NULL OR team_seat.until >= $4)))
     ORDER BY ${at} DESC, ${id} DESC LIMIT $8`,
    [
      reader.countyId,
      page.scope.areas,
      page.scope.seats,
      page.today,
      page.state,
      page.after?.at ?? null,
      page.after?.id ?? null,
      page.limit,
    ],
  );
