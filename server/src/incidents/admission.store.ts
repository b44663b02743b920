import type { AdmissionGround, AdmissionSigner, AdmissionState, AdmissionStep } from '@guanhu/shared/incidents/admission.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { readScopedPage, type ScopedPage } from './scoped-page.store.ts';

export type AdmissionRow = {
  readonly id: Id;
  readonly patientId: Id;
  readonly name_sealed: Buffer;
  readonly villageName: string;
  readonly incidentId: Id | null;
  readonly ground: AdmissionGround;
  readonly signedBy: AdmissionSigner;
  readonly state: AdmissionState;
  readonly admittedOn: CalendarDate;
  readonly rediagnosisUntil: CalendarDate | null;
  readonly since: CalendarDate;
  readonly dischargedOn: CalendarDate | null;
  readonly createdAt: Date;
  readonly version: number;
};
const SELECT = `SELECT admission.id, admission.patient_id AS "patientId", patient.name_sealed, area.name AS "villageName",
    admission.incident_id AS "incidentId", admission.ground, admission.signed_by AS "signedBy", admission.state,
    admission.admitted_on AS "admittedOn", admission.rediagnosis_until AS "rediagnosisUntil", admission.since,
    admission.discharged_on AS "dischargedOn", admission.created_at AS "createdAt", admission.version
  FROM admission
  JOIN patient ON patient.county_id = $1 AND patient.id = admission.patient_id
  JOIN area ON area.county_id = $1 AND area.id = patient.village_id
  WHERE admission.county_id = $1`;

export async function readAdmissionRow(reader: Reader, id: Id): Promise<AdmissionRow | undefined> {
  const [row] = await reader.sql<AdmissionRow>(`${SELECT} AND admission.id = $2`, [reader.countyId, id]);
  return row;
}

/** The stay that goes on; nobody is in two hospitals. */
export async function readOpenStay(reader: Reader, patientId: Id): Promise<AdmissionRow | undefined> {
  const [row] = await reader.sql<AdmissionRow>(`${SELECT} AND admission.patient_id = $2 AND admission.discharged_on IS NULL`, [
    reader.countyId,
    patientId,
  ]);
  return row;
}

const PAGED = { select: SELECT, id: 'admission.id', at: 'admission.created_at', state: 'admission.state' };
export const readAdmissionPage = (reader: Reader, page: ScopedPage): Promise<AdmissionRow[]> => readScopedPage(reader, PAGED, page);

/** @returns false when a stay goes on already, or the id is taken. */
export async function insertAdmission(
  tx: Tx,
  admission: {
    id: Id;
    patientId: Id;
    incidentId: Id | null;
    ground: AdmissionGround;
    signedBy: AdmissionSigner;
    on: CalendarDate;
    rediagnosisUntil: CalendarDate | null;
    now: Date;
  },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO admission (county_id, id, patient_id, incident_id, ground, signed_by, admitted_on, rediagnosis_until, since, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $7, $9) ON CONFLICT DO NOTHING RETURNING id`,
    [
      tx.countyId,
      admission.id,
      admission.patientId,
      admission.incidentId,
      admission.ground,
      admission.signedBy,
      admission.on,
      admission.rediagnosisUntil,
      admission.now,
    ],
  );
  return rows.length === 1;
}

/** @returns false when it moved since `version`. */
export async function moveAdmissionRow(
  tx: Tx,
  move: { id: Id; version: number; to: AdmissionState; on: CalendarDate; discharged: boolean },
): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE admission SET state = $4, since = $5, discharged_on = CASE WHEN $6 THEN $5::date ELSE discharged_on END, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING id`,
    [tx.countyId, move.id, move.version, move.to, move.on, move.discharged],
  );
  return rows.length === 1;
}

/** What was said of a step; which of it there is depends on the step. */
export type StepFacts = {
  readonly hospital?: string | undefined;
  /** Whether the county named it on that day; null where it named none. */
  readonly designated?: boolean | null | undefined;
  readonly signerName?: string | undefined;
  readonly conclusionOn?: CalendarDate | null | undefined;
  readonly guardianRefused?: string | null | undefined;
  readonly reason?: string | undefined;
  readonly diagnosis?: string | undefined;
  readonly medicine?: string | undefined;
  readonly advice?: string | undefined;
  readonly words?: string | undefined;
};
export type EventRow = {
  readonly id: Id;
  readonly step: AdmissionStep;
  readonly on: CalendarDate;
  readonly recordedAt: Date;
  readonly by: Id;
  readonly facts: StepFacts;
};
const facts = (row: Id) => ({ table: 'admission_event', row, column: 'facts_sealed' });

export async function insertEvent(tx: Tx, vault: CountyVault, admissionId: Id, event: Omit<EventRow, 'id'>): Promise<void> {
  const id = newId();
  await tx.sql(
    `INSERT INTO admission_event (county_id, id, admission_id, step, on_day, recorded_at, recorded_by, facts_sealed)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [tx.countyId, id, admissionId, event.step, event.on, event.recordedAt, event.by, vault.seal(facts(id), JSON.stringify(event.facts))],
  );
}

/** What happened on the way, oldest first. */
export async function readEvents(reader: Reader, vault: CountyVault, admissionId: Id): Promise<EventRow[]> {
  const rows = await reader.sql<Omit<EventRow, 'facts'> & { facts_sealed: Buffer }>(
    `SELECT id, step, on_day AS "on", recorded_at AS "recordedAt", recorded_by AS by, facts_sealed FROM admission_event
     WHERE county_id = $1 AND admission_id = $2 ORDER BY recorded_at, id`,
    [reader.countyId, admissionId],
  );
  return rows.map(({ facts_sealed, ...row }) => ({ ...row, facts: JSON.parse(vault.open(facts(row.id), facts_sealed)) as StepFacts }));
}
