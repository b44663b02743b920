import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Scope } from '../access/access.public.ts';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader } from '../platform/database/database.ts';

/** Text of a row as it is stored; nothing stays nothing. */
export const sealed = (vault: CountyVault, table: string, row: Id, column: string, text: string | null | undefined): Buffer | null =>
  text === null || text === undefined ? null : vault.seal({ table, row, column }, text);
export const opened = (vault: CountyVault, table: string, row: Id, column: string, bytes: Buffer | null): string | null =>
  bytes === null ? null : vault.open({ table, row, column }, bytes);

/** A page of what lies within the reader's scope, newest first. */
export type Page = {
  readonly scope: Scope;
  readonly state: string | null;
  readonly after: { readonly at: Date; readonly id: Id } | null;
  readonly limit: number;
  readonly today: CalendarDate;
};
/** Whom a row is about, as lists show it. */
export type Whom = { readonly patientId: Id; readonly name_sealed: Buffer; readonly villageName: string };
export const WHOM = `patient.id AS "patientId", patient.name_sealed, area.name AS "villageName"`;
/** Joins a table with a `patient_id` to the patient and the village. */
export const OF_PATIENT = (table: string) => `JOIN patient ON patient.county_id = $1 AND patient.id = ${table}.patient_id
  JOIN area ON area.county_id = $1 AND area.id = patient.village_id`;
/** A page of such a table. $2 areas, $3 seats, $4 today, $5 state, $6 and $7 the page's key, $8 the limit. */
export const PAGE = (table: string, at: string) => `${OF_PATIENT(table)}
  WHERE ${table}.county_id = $1 AND ($5::text IS NULL OR ${table}.state = $5) AND ($6::timestamptz IS NULL OR (${table}.${at}, ${table}.id) < ($6, $7::uuid))
    AND (area.path && $2::uuid[] OR EXISTS (
      SELECT FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = patient.id AND person_id = ANY($3::uuid[])
        AND since <= $4 AND (until IS NULL OR until >= $4)))
  ORDER BY ${table}.${at} DESC, ${table}.id DESC LIMIT $8`;
export const pageValues = (reader: Reader, { scope, state, after, limit, today }: Page): unknown[] => [
  reader.countyId,
  scope.areas,
  scope.seats,
  today,
  state,
  after?.at ?? null,
  after?.id ?? null,
  limit,
];
