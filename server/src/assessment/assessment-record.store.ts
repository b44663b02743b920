import type { Cycle } from '@guanhu/shared/assessment/assessment.terms';
import type { ExamValuesAnswer } from '@guanhu/shared/assessment/assessment.contract';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Stability } from '@guanhu/shared/policy/stability.terms';
import type { RiskRating } from '@guanhu/shared/registry/risk-rating.rules';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

type Recorded = { readonly id: Id; readonly patientId: Id; readonly on: CalendarDate; readonly by: Id; readonly now: Date };
export type ExamFound = { readonly where: string | null; readonly values: ExamValuesAnswer };
const notePlace = (row: Id) => ({ table: 'risk_review', row, column: 'note_sealed' });
const foundPlace = (row: Id) => ({ table: 'health_exam', row, column: 'found_sealed' });

export async function insertReview(
  tx: Tx,
  vault: CountyVault,
  review: Recorded & { risk: RiskRating; stability: Stability; band: string | null; policySeq: number; note: string | null },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO risk_review (county_id, id, patient_id, on_day, risk, stability, band, policy_seq, note_sealed, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      review.id,
      review.patientId,
      review.on,
      review.risk,
      review.stability,
      review.band,
      review.policySeq,
      review.note === null ? null : vault.seal(notePlace(review.id), review.note),
      review.by,
      review.now,
    ],
  );
  return rows.length === 1;
}

export async function insertExam(tx: Tx, vault: CountyVault, exam: Recorded & { found: ExamFound; policySeq: number }): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO health_exam (county_id, id, patient_id, on_day, found_sealed, policy_seq, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (county_id, id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      exam.id,
      exam.patientId,
      exam.on,
      vault.seal(foundPlace(exam.id), JSON.stringify(exam.found)),
      exam.policySeq,
      exam.by,
      exam.now,
    ],
  );
  return rows.length === 1;
}

export type AssessmentRow = {
  readonly id: Id;
  readonly cycle: Cycle;
  readonly on: CalendarDate;
  readonly recordedAt: Date;
  readonly recordedBy: Id;
  readonly risk: RiskRating | null;
  readonly stability: Stability | null;
  readonly band: string | null;
  readonly policySeq: number;
  readonly sealed: Buffer | null;
};

/** A page of a patient's reviews and exams, newest first. */
export const readAssessments = (
  reader: Reader,
  patientId: Id,
  after: { at: Date; id: Id } | null,
  limit: number,
): Promise<AssessmentRow[]> =>
  reader.sql(
    `SELECT * FROM (
       SELECT id, 'riskReview' AS cycle, on_day AS on, recorded_at AS "recordedAt", recorded_by AS "recordedBy", risk, stability, band,
         policy_seq AS "policySeq", note_sealed AS sealed
       FROM risk_review WHERE county_id = $1 AND patient_id = $2
       UNION ALL
       SELECT id, 'healthExam', on_day, recorded_at, recorded_by, NULL, NULL, NULL, policy_seq, found_sealed
       FROM health_exam WHERE county_id = $1 AND patient_id = $2
     ) AS each
     WHERE $3::timestamptz IS NULL OR ("recordedAt", id) < ($3, $4::uuid) ORDER BY "recordedAt" DESC, id DESC LIMIT $5`,
    [reader.countyId, patientId, after?.at ?? null, after?.id ?? null, limit],
  );

export const openNote = (vault: CountyVault, { id, sealed }: AssessmentRow): string | null =>
  sealed === null ? null : vault.open(notePlace(id), sealed);
export const openFound = (vault: CountyVault, { id, sealed }: AssessmentRow): ExamFound | null =>
  sealed === null ? null : (JSON.parse(vault.open(foundPlace(id), sealed)) as ExamFound);
