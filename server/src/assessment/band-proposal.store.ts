import type { BandProposalState } from '@guanhu/shared/assessment/assessment.terms';
import type { Lowering } from '@guanhu/shared/assessment/retelling.rules';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

export type ProposalRow = {
  readonly id: Id;
  readonly patientId: Id;
  readonly fromBand: string;
  readonly toBand: string;
  readonly policySeq: number;
  readonly state: BandProposalState;
  readonly proposedBy: Id;
  readonly proposedAt: Date;
  readonly version: number;
};
const COLUMNS = `band_proposal.id, band_proposal.patient_id AS "patientId", from_band AS "fromBand", to_band AS "toBand", policy_seq AS "policySeq",
  band_proposal.state, proposed_by AS "proposedBy", proposed_at AS "proposedAt", band_proposal.version`;
const place = (row: Id, column: 'reason_sealed' | 'decision_sealed') => ({ table: 'band_proposal', row, column });

export async function insertProposal(
  tx: Tx,
  vault: CountyVault,
  proposal: Omit<ProposalRow, 'state' | 'version'> & { readonly reason: string },
): Promise<boolean> {
  const { id } = proposal;
  const rows = await tx.sql(
    `INSERT INTO band_proposal (county_id, id, patient_id, from_band, to_band, policy_seq, reason_sealed, proposed_by, proposed_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
    [
      tx.countyId,
      id,
      proposal.patientId,
      proposal.fromBand,
      proposal.toBand,
      proposal.policySeq,
      vault.seal(place(id, 'reason_sealed'), proposal.reason),
      proposal.proposedBy,
      proposal.proposedAt,
    ],
  );
  return rows.length === 1;
}

export async function proposalWaits(reader: Reader, patientId: Id): Promise<boolean> {
  const rows = await reader.sql(`SELECT id FROM band_proposal WHERE county_id = $1 AND patient_id = $2 AND state = 'waiting'`, [
    reader.countyId,
    patientId,
  ]);
  return rows.length > 0;
}

export async function readProposal(reader: Reader, id: Id): Promise<ProposalRow | undefined> {
  const [row] = await reader.sql<ProposalRow>(`SELECT ${COLUMNS} FROM band_proposal WHERE county_id = $1 AND id = $2`, [
    reader.countyId,
    id,
  ]);
  return row;
}

/** @returns false when the proposal changed since it was read. */
export async function decideProposal(
  tx: Tx,
  vault: CountyVault,
  decision: { id: Id; version: number; state: 'agreed' | 'refused'; reason: string; by: Id; now: Date },
): Promise<boolean> {
  const sealed = vault.seal(place(decision.id, 'decision_sealed'), decision.reason);
  const rows = await tx.sql(
    `UPDATE band_proposal SET state = $4, decision_sealed = $5, decided_by = $6, decided_at = $7, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 AND state = 'waiting' RETURNING id`,
    [tx.countyId, decision.id, decision.version, decision.state, sealed, decision.by, decision.now],
  );
  return rows.length === 1;
}

/** To which bands two people have lowered the patient, and when. */
export async function readLowerings(tx: Tx, patientId: Id): Promise<Lowering[]> {
  const rows = await tx.sql<{ band: string; decidedAt: Date }>(
    `SELECT to_band AS band, decided_at AS "decidedAt" FROM band_proposal WHERE county_id = $1 AND patient_id = $2 AND state = 'agreed'`,
    [tx.countyId, patientId],
  );
  return rows.map(row => ({ ...row, on: dayOf(row.decidedAt) }));
}

/** Proposals of these patients for which the facts no longer speak are over. */
export async function lapseProposals(tx: Tx, patientIds: readonly Id[]): Promise<void> {
  await tx.sql(
    `UPDATE band_proposal SET state = 'lapsed', version = band_proposal.version + 1 FROM standing
     WHERE band_proposal.county_id = $1 AND standing.county_id = $1 AND standing.id = band_proposal.patient_id
       AND band_proposal.patient_id = ANY($2::uuid[]) AND band_proposal.state = 'waiting' AND standing.calmer_band IS DISTINCT FROM band_proposal.to_band`,
    [tx.countyId, patientIds],
  );
}

export type WaitingProposal = ProposalRow & { readonly reason: string; readonly villageName: string; readonly nameSealed: Buffer };

/** Proposals that wait within these areas, in the order of their ids; of one patient when named. */
export async function listWaiting(
  reader: Reader,
  vault: CountyVault,
  { areas, patientId, after, limit }: { areas: readonly Id[]; patientId: Id | null; after: Id | null; limit: number },
): Promise<WaitingProposal[]> {
  const rows = await reader.sql<Omit<WaitingProposal, 'reason'> & { reason_sealed: Buffer }>(
    `SELECT ${COLUMNS}, reason_sealed, area.name AS "villageName", patient.name_sealed AS "nameSealed"
     FROM band_proposal
     JOIN patient ON patient.county_id = $1 AND patient.id = band_proposal.patient_id
     JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     WHERE band_proposal.county_id = $1 AND band_proposal.state = 'waiting' AND area.path && $2::uuid[]
       AND ($3::uuid IS NULL OR band_proposal.patient_id = $3) AND ($4::uuid IS NULL OR band_proposal.id > $4)
     ORDER BY band_proposal.id LIMIT $5`,
    [reader.countyId, areas, patientId, after, limit],
  );
  return rows.map(({ reason_sealed, ...row }) => ({ ...row, reason: vault.open(place(row.id, 'reason_sealed'), reason_sealed) }));
}
