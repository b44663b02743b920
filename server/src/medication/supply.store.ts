import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Arrival } from '@guanhu/shared/medication/medication.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

type InjectionDetails = {
  readonly drug: string;
  readonly mg: number;
  readonly place: string;
  readonly givenBy: string;
  readonly note: string | null;
};
export type InjectionRow = InjectionDetails & { readonly id: Id; readonly givenOn: CalendarDate; readonly recordedAt: Date };

type DispensingDetails = {
  readonly drug: string;
  readonly tablets: number | null;
  readonly mgPerTablet: number | null;
  readonly days: number | null;
  readonly givenBy: string;
  readonly note: string | null;
};
export type DispensingRow = DispensingDetails & {
  readonly id: Id;
  readonly givenOn: CalendarDate;
  readonly free: boolean;
  readonly byFamily: boolean;
  readonly arrival: Arrival | null;
  readonly arrivedOn: CalendarDate | null;
  readonly recordedAt: Date;
};

type Sealed = { readonly id: Id; readonly details_sealed: Buffer };
const column = (table: 'injection' | 'dispensing', row: Id) => ({ table, row, column: 'details_sealed' });
/** The row with its details in the open. */
function opened<Row extends Sealed, Details>(
  vault: CountyVault,
  table: 'injection' | 'dispensing',
  { details_sealed: sealed, ...row }: Row,
): Omit<Row, 'details_sealed'> & Details {
  return { ...row, ...(JSON.parse(vault.open(column(table, row.id), sealed)) as Details) };
}

const INJECTION = `id, given_on AS "givenOn", details_sealed, recorded_at AS "recordedAt"`;
const DISPENSING = `id, given_on AS "givenOn", free, by_family AS "byFamily", details_sealed, arrival, arrived_on AS "arrivedOn", recorded_at AS "recordedAt"`;
type StoredInjection = Omit<InjectionRow, keyof InjectionDetails> & Sealed;
type StoredDispensing = Omit<DispensingRow, keyof DispensingDetails> & Sealed;

/** @returns whether it is new; one that was recorded before stays as it was */
export async function insertInjection(
  tx: Tx,
  vault: CountyVault,
  injection: { id: Id; patientId: Id; givenOn: CalendarDate; details: InjectionDetails; by: Id; now: Date },
): Promise<boolean> {
  const { id, patientId, givenOn, details, by, now } = injection;
  const rows = await tx.sql(
    `INSERT INTO injection (county_id, id, patient_id, given_on, details_sealed, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [tx.countyId, id, patientId, givenOn, vault.seal(column('injection', id), JSON.stringify(details)), by, now],
  );
  return rows.length === 1;
}

/** Injections given on `since` or later. */
export async function readInjections(reader: Reader, vault: CountyVault, patientId: Id, since: CalendarDate): Promise<InjectionRow[]> {
  const rows = await reader.sql<StoredInjection>(
    `SELECT ${INJECTION} FROM injection WHERE county_id = $1 AND patient_id = $2 AND given_on >= $3 ORDER BY given_on DESC, id DESC`,
    [reader.countyId, patientId, since],
  );
  return rows.map(row => opened<StoredInjection, InjectionDetails>(vault, 'injection', row));
}

/** A page of a patient's injections, last recorded first. */
export async function pageInjections(
  reader: Reader,
  vault: CountyVault,
  patientId: Id,
  after: Id | undefined,
  limit: number,
): Promise<InjectionRow[]> {
  const rows = await reader.sql<StoredInjection>(
    `SELECT ${INJECTION} FROM injection WHERE county_id = $1 AND patient_id = $2 AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
    [reader.countyId, patientId, after ?? null, limit],
  );
  return rows.map(row => opened<StoredInjection, InjectionDetails>(vault, 'injection', row));
}

/** @returns whether it is new; one that was recorded before stays as it was */
export async function insertDispensing(
  tx: Tx,
  vault: CountyVault,
  dispensing: {
    id: Id;
    patientId: Id;
    givenOn: CalendarDate;
    free: boolean;
    details: DispensingDetails;
    arrival: { how: Arrival; on: CalendarDate } | null;
    by: Id;
    byFamily: boolean;
    now: Date;
  },
): Promise<boolean> {
  const { id, patientId, givenOn, free, byFamily, details, arrival, by, now } = dispensing;
  const sealed = vault.seal(column('dispensing', id), JSON.stringify(details));
  const rows = await tx.sql(
    `INSERT INTO dispensing (county_id, id, patient_id, given_on, free, details_sealed, arrival, arrived_on, arrival_by, recorded_by, recorded_at, by_family)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      id,
      patientId,
      givenOn,
      free,
      sealed,
      arrival?.how ?? null,
      arrival?.on ?? null,
      arrival === null ? null : by,
      by,
      now,
      byFamily,
    ],
  );
  return rows.length === 1;
}

/** What was given out on `since` or later. */
export async function readDispensings(reader: Reader, vault: CountyVault, patientId: Id, since: CalendarDate): Promise<DispensingRow[]> {
  const rows = await reader.sql<StoredDispensing>(
    `SELECT ${DISPENSING} FROM dispensing WHERE county_id = $1 AND patient_id = $2 AND given_on >= $3 ORDER BY given_on DESC, id DESC`,
    [reader.countyId, patientId, since],
  );
  return rows.map(row => opened<StoredDispensing, DispensingDetails>(vault, 'dispensing', row));
}

/** A page of what was given out to a patient, last recorded first. */
export async function pageDispensings(
  reader: Reader,
  vault: CountyVault,
  patientId: Id,
  after: Id | undefined,
  limit: number,
): Promise<DispensingRow[]> {
  const rows = await reader.sql<StoredDispensing>(
    `SELECT ${DISPENSING} FROM dispensing WHERE county_id = $1 AND patient_id = $2 AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
    [reader.countyId, patientId, after ?? null, limit],
  );
  return rows.map(row => opened<StoredDispensing, DispensingDetails>(vault, 'dispensing', row));
}

export async function readDispensing(reader: Reader, vault: CountyVault, patientId: Id, id: Id): Promise<DispensingRow | undefined> {
  const [row] = await reader.sql<StoredDispensing>(
    `SELECT ${DISPENSING} FROM dispensing WHERE county_id = $1 AND patient_id = $2 AND id = $3`,
    [reader.countyId, patientId, id],
  );
  return row && opened<StoredDispensing, DispensingDetails>(vault, 'dispensing', row);
}

/** The medicine has come home. @returns false when that was noted already */
export async function noteArrival(tx: Tx, id: Id, arrival: { how: Arrival; on: CalendarDate; by: Id }): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE dispensing SET arrival = $3, arrived_on = $4, arrival_by = $5 WHERE county_id = $1 AND id = $2 AND arrival IS NULL RETURNING id`,
    [tx.countyId, id, arrival.how, arrival.on, arrival.by],
  );
  return rows.length === 1;
}
