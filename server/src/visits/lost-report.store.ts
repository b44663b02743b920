import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { LostLetter } from '@guanhu/shared/visits/lost-letter.rules';
import type { LostReportState } from '@guanhu/shared/visits/rights.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { OF_PATIENT, opened, PAGE, pageValues, sealed, WHOM, type Page, type Whom } from './patient-page.store.ts';

export type LostReportRow = Whom & {
  readonly id: Id;
  readonly turnId: Id;
  readonly state: LostReportState;
  readonly draftedOn: CalendarDate;
  readonly createdAt: Date;
  readonly issuedAt: Date | null;
  readonly version: number;
  /** The letter as it was sent. */
  readonly letter: LostLetter | null;
};
type SealedReport = { readonly letter_sealed: Buffer | null };
const REPORT = `lost_report.id, lost_report.turn_id AS "turnId", lost_report.state, lost_report.drafted_on AS "draftedOn",
  lost_report.created_at AS "createdAt", lost_report.issued_at AS "issuedAt", lost_report.version, lost_report.letter_sealed, ${WHOM}`;
function openReport(vault: CountyVault, { letter_sealed, ...row }: LostReportRow & SealedReport): LostReportRow {
  const letter = opened(vault, 'lost_report', row.id, 'letter_sealed', letter_sealed);
  return { ...row, letter: letter === null ? null : (JSON.parse(letter) as LostLetter) };
}

/** @returns its id when it is new; a draft that waits already stays the one. */
export async function insertLostReport(
  tx: Tx,
  report: { patientId: Id; turnId: Id; on: CalendarDate; now: Date },
): Promise<Id | undefined> {
  const [row] = await tx.sql<{ id: Id }>(
    `INSERT INTO lost_report (county_id, id, patient_id, turn_id, drafted_on, created_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (county_id, patient_id) WHERE state = 'draft' DO NOTHING RETURNING id`,
    [tx.countyId, newId(), report.patientId, report.turnId, report.on, report.now],
  );
  return row?.id;
}

/** The draft about a patient is not sent any more. @returns its id when there was one */
export async function voidLostReport(tx: Tx, patientId: Id): Promise<Id | undefined> {
  const [row] = await tx.sql<{ id: Id }>(
    `UPDATE lost_report SET state = 'void', version = version + 1 WHERE county_id = $1 AND patient_id = $2 AND state = 'draft' RETURNING id`,
    [tx.countyId, patientId],
  );
  return row?.id;
}

/** Whether a draft waits because of what this visit found. */
export async function isReportedBy(reader: Reader, visit: { readonly id: Id; readonly patientId: Id }): Promise<boolean> {
  const rows = await reader.sql(
    `SELECT lost_report.id FROM lost_report JOIN life_event ON life_event.county_id = $1 AND life_event.id = lost_report.turn_id
     WHERE lost_report.county_id = $1 AND lost_report.patient_id = $2 AND lost_report.state = 'draft' AND life_event.visit_id = $3`,
    [reader.countyId, visit.patientId, visit.id],
  );
  return rows.length > 0;
}

export async function readLostReport(reader: Reader, vault: CountyVault, id: Id): Promise<LostReportRow | undefined> {
  const [row] = await reader.sql<LostReportRow & SealedReport>(
    `SELECT ${REPORT} FROM lost_report ${OF_PATIENT('lost_report')} WHERE lost_report.county_id = $1 AND lost_report.id = $2`,
    [reader.countyId, id],
  );
  return row && openReport(vault, row);
}

export async function readLostReports(reader: Reader, vault: CountyVault, page: Page): Promise<LostReportRow[]> {
  const rows = await reader.sql<LostReportRow & SealedReport>(
    `SELECT ${REPORT} FROM lost_report ${PAGE('lost_report', 'created_at')}`,
    pageValues(reader, page),
  );
  return rows.map(row => openReport(vault, row));
}

/** @returns false when the report changed since it was read. */
export async function issueLostReport(
  tx: Tx,
  vault: CountyVault,
  report: { id: Id; version: number; letter: LostLetter; by: Id; now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE lost_report SET state = 'issued', letter_sealed = $4, issued_by = $5, issued_at = $6, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 AND state = 'draft' RETURNING id`,
    [
      tx.countyId,
      report.id,
      report.version,
      sealed(vault, 'lost_report', report.id, 'letter_sealed', JSON.stringify(report.letter)),
      report.by,
      report.now,
    ],
  );
  return rows.length === 1;
}
