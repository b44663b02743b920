import type { WarningGrade, WarningKind, WarningState } from '@guanhu/shared/indicators/warnings.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Scope } from '../access/access.public.ts';
import { noneIsKin } from '../agenda/agenda.public.ts';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

export type WarningRow = {
  readonly id: Id;
  readonly patientId: Id;
  readonly nameSealed: Buffer;
  readonly villageName: string;
  readonly kind: WarningKind;
  readonly grade: WarningGrade;
  readonly since: CalendarDate;
  readonly days: number | null;
  readonly times: number | null;
  readonly risk: number | null;
  readonly state: WarningState;
  readonly raisedAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly closedAt: Date | null;
  readonly noteSealed: Buffer | null;
  readonly version: number;
};

const WARNING = `SELECT warning.id, warning.patient_id AS "patientId", patient.name_sealed AS "nameSealed", area.name AS "villageName", warning.kind,
    warning.grade, warning.since, warning.days, warning.times, warning.risk, warning.state, warning.raised_at AS "raisedAt",
    warning.acknowledged_at AS "acknowledgedAt", warning.closed_at AS "closedAt", warning.note_sealed AS "noteSealed", warning.version
  FROM early_warning AS warning
  JOIN patient ON patient.county_id = $1 AND patient.id = warning.patient_id
  JOIN area ON area.county_id = $1 AND area.id = patient.village_id
  WHERE warning.county_id = $1`;

/** Warnings within a scope, newest first. */
export const readWarnings = (
  reader: Reader,
  page: {
    scope: Scope;
    /** Whose own families are left out. */
    persons: readonly Id[];
    state: WarningState | null;
    today: CalendarDate;
    after: { readonly at: Date; readonly id: Id } | null;
    limit: number;
  },
): Promise<WarningRow[]> =>
  reader.sql(
    `${WARNING} AND ($2::text IS NULL OR warning.state = $2) AND ($3::timestamptz IS NULL OR (warning.raised_at, warning.id) < ($3, $4::uuid))
       AND (area.path && $5::uuid[] OR EXISTS (
         SELECT FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = patient.id AND team_seat.person_id = ANY($6::uuid[])
           AND team_seat.since <= $7 AND (team_seat.until IS NULL OR team_seat.until >= $7)))
     AND ${noneIsKin('patient.id', 'SELECT unnest($9::uuid[])', '$7')}
     ORDER BY warning.raised_at DESC, warning.id DESC LIMIT $8`,
    [
      reader.countyId,
      page.state,
      page.after?.at ?? null,
      page.after?.id ?? null,
      page.scope.areas,
      page.scope.seats,
      page.today,
      page.limit,
      page.persons,
    ],
  );

export async function readWarning(reader: Reader, id: Id): Promise<WarningRow | undefined> {
  const [row] = await reader.sql<WarningRow>(`${WARNING} AND warning.id = $2`, [reader.countyId, id]);
  return row;
}

const notePlace = (row: Id) => ({ table: 'early_warning', row, column: 'note_sealed' });
export const openNote = (vault: CountyVault, { id, noteSealed }: WarningRow): string | null =>
  noteSealed === null ? null : vault.open(notePlace(id), noteSealed);

type Answer = { readonly id: Id; readonly version: number; readonly by: Id; readonly now: Date };

/** @returns false when the warning changed since it was read. */
export async function acknowledge(tx: Tx, { id, version, by, now }: Answer): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE early_warning SET state = 'acknowledged', acknowledged_by = $4, acknowledged_at = $5, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 AND state = 'open' RETURNING id`,
    [tx.countyId, id, version, by, now],
  );
  return rows.length === 1;
}

/** @returns false when the warning changed since it was read. */
export async function close(tx: Tx, vault: CountyVault, { id, version, by, now, note }: Answer & { note: string }): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE early_warning SET state = 'closed', closed_by = $4, closed_at = $5, note_sealed = $6, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 AND state IN ('open', 'acknowledged') RETURNING id`,
    [tx.countyId, id, version, by, now, vault.seal(notePlace(id), note)],
  );
  return rows.length === 1;
}
