import type { Id } from '@guanhu/shared/kernel/ids';
import type { ReferralState, ReferralStep } from '@guanhu/shared/visits/referral.rules';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { OF_PATIENT, opened, PAGE, pageValues, sealed, WHOM, type Page, type Whom } from './patient-page.store.ts';

export type ReferralRow = Whom & {
  readonly id: Id;
  readonly visitId: Id;
  readonly state: ReferralState;
  readonly sentAt: Date;
  readonly version: number;
  readonly to: string | null;
  readonly reason: string | null;
};
type SealedReferral = { readonly to_sealed: Buffer | null; readonly reason_sealed: Buffer | null };
const REFERRAL = `referral.id, referral.visit_id AS "visitId", referral.state, referral.sent_at AS "sentAt", referral.version, to_sealed, reason_sealed, ${WHOM}`;
const openReferral = (vault: CountyVault, { to_sealed, reason_sealed, ...row }: ReferralRow & SealedReferral): ReferralRow => ({
  ...row,
  to: opened(vault, 'referral', row.id, 'to_sealed', to_sealed),
  reason: opened(vault, 'referral', row.id, 'reason_sealed', reason_sealed),
});

export async function insertReferral(
  tx: Tx,
  vault: CountyVault,
  referral: { patientId: Id; visitId: Id; to: string | undefined; reason: string | undefined; now: Date },
): Promise<Id> {
  const id = newId();
  await tx.sql(
    'INSERT INTO referral (county_id, id, patient_id, visit_id, reason_sealed, to_sealed, sent_at) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [
      tx.countyId,
      id,
      referral.patientId,
      referral.visitId,
      sealed(vault, 'referral', id, 'reason_sealed', referral.reason),
      sealed(vault, 'referral', id, 'to_sealed', referral.to),
      referral.now,
    ],
  );
  return id;
}

export async function readReferral(reader: Reader, vault: CountyVault, id: Id): Promise<ReferralRow | undefined> {
  const [row] = await reader.sql<ReferralRow & SealedReferral>(
    `SELECT ${REFERRAL} FROM referral ${OF_PATIENT('referral')} WHERE referral.county_id = $1 AND referral.id = $2`,
    [reader.countyId, id],
  );
  return row && openReferral(vault, row);
}

/** The referral that a visit led to. */
export async function readReferralOf(reader: Reader, visitId: Id): Promise<Id | undefined> {
  const [row] = await reader.sql<{ id: Id }>('SELECT id FROM referral WHERE county_id = $1 AND visit_id = $2', [reader.countyId, visitId]);
  return row?.id;
}

export async function readReferrals(reader: Reader, vault: CountyVault, page: Page): Promise<ReferralRow[]> {
  const rows = await reader.sql<ReferralRow & SealedReferral>(
    `SELECT ${REFERRAL} FROM referral ${PAGE('referral', 'sent_at')}`,
    pageValues(reader, page),
  );
  return rows.map(row => openReferral(vault, row));
}

export type StepRow = { readonly step: ReferralStep; readonly at: Date; readonly personId: Id; readonly note: string | null };
export async function readSteps(reader: Reader, vault: CountyVault, referralId: Id): Promise<StepRow[]> {
  const rows = await reader.sql<StepRow & { id: Id; note_sealed: Buffer | null }>(
    `SELECT id, step, at, person_id AS "personId", note_sealed FROM referral_step WHERE county_id = $1 AND referral_id = $2 ORDER BY at, id`,
    [reader.countyId, referralId],
  );
  return rows.map(({ id, note_sealed, ...row }) => ({ ...row, note: opened(vault, 'referral_step', id, 'note_sealed', note_sealed) }));
}

/** @returns false when the referral moved since it was read. */
export async function moveReferral(
  tx: Tx,
  vault: CountyVault,
  move: { id: Id; version: number; to: ReferralState; step: ReferralStep; note: string | undefined; by: Id; now: Date },
): Promise<boolean> {
  const rows = await tx.sql(
    'UPDATE referral SET state = $4, version = version + 1 WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING id',
    [tx.countyId, move.id, move.version, move.to],
  );
  if (rows.length === 0) return false;
  const id = newId();
  await tx.sql(
    'INSERT INTO referral_step (county_id, id, referral_id, step, at, person_id, note_sealed) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [tx.countyId, id, move.id, move.step, move.now, move.by, sealed(vault, 'referral_step', id, 'note_sealed', move.note)],
  );
  return true;
}

/** The referrals of these that are with the community come to their end, each with what the community tells. @returns those that did */
export async function tellBack(
  tx: Tx,
  vault: CountyVault,
  ended: readonly { readonly referralId: Id; readonly note: string }[],
  { by, now }: { readonly by: Id; readonly now: Date },
): Promise<{ id: Id; patientId: Id }[]> {
  const rows = await tx.sql<{ id: Id; patientId: Id }>(
    `UPDATE referral SET state = 'toldBack', version = version + 1
     WHERE county_id = $1 AND id = ANY($2::uuid[]) AND state = 'inCommunity' RETURNING id, patient_id AS "patientId"`,
    [tx.countyId, ended.map(each => each.referralId)],
  );
  const notes = new Map(ended.map(each => [each.referralId, each.note]));
  const steps = rows.map(row => {
    const id = newId();
    return { id, referralId: row.id, note: sealed(vault, 'referral_step', id, 'note_sealed', notes.get(row.id)) };
  });
  await tx.sql(
    `INSERT INTO referral_step (county_id, id, referral_id, step, at, person_id, note_sealed)
     SELECT $1, step.id, step.referral_id, 'leave', $5, $6, step.note FROM unnest($2::uuid[], $3::uuid[], $4::bytea[]) AS step (id, referral_id, note)`,
    [tx.countyId, steps.map(each => each.id), steps.map(each => each.referralId), steps.map(each => each.note), now, by],
  );
  return rows;
}
