import type { MissingFacts } from '@guanhu/shared/incidents/missing.rules';
import type { MissingState, ReportReceiver, SearchEnd } from '@guanhu/shared/incidents/missing.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { readScopedPage, type ScopedPage } from './scoped-page.store.ts';

type FoundFacts = { readonly place: string; readonly words?: string | undefined };
export type MissingRow = {
  readonly id: Id;
  readonly patientId: Id;
  readonly name_sealed: Buffer;
  readonly villageName: string;
  readonly incidentId: Id | null;
  readonly state: MissingState;
  readonly lastSeenAt: Date;
  readonly facts: MissingFacts;
  readonly photoId: Id | null;
  readonly reportedAt: Date;
  readonly policeAt: Date | null;
  readonly committeeAt: Date | null;
  readonly foundAt: Date | null;
  readonly condition: SearchEnd | null;
  readonly found: FoundFacts | null;
  readonly foundBy: Id | null;
  readonly version: number;
};
type Sealed = Omit<MissingRow, 'facts' | 'found'> & { readonly facts_sealed: Buffer; readonly found_sealed: Buffer | null };

const SELECT = `SELECT missing.id, missing.patient_id AS "patientId", patient.name_sealed, area.name AS "villageName",
    missing.incident_id AS "incidentId", missing.state, missing.last_seen_at AS "lastSeenAt", missing.facts_sealed, missing.photo_id AS "photoId",
    missing.reported_at AS "reportedAt", missing.police_at AS "policeAt", missing.committee_at AS "committeeAt", missing.found_at AS "foundAt",
    missing.condition, missing.found_sealed, missing.found_by AS "foundBy", missing.version
  FROM missing_person AS missing
  JOIN patient ON patient.county_id = $1 AND patient.id = missing.patient_id
  JOIN area ON area.county_id = $1 AND area.id = patient.village_id
  WHERE missing.county_id = $1`;
const place = (row: Id, column: 'facts_sealed' | 'found_sealed') => ({ table: 'missing_person', row, column });
const openRow = (vault: CountyVault, { facts_sealed, found_sealed, ...row }: Sealed): MissingRow => ({
  ...row,
  facts: JSON.parse(vault.open(place(row.id, 'facts_sealed'), facts_sealed)) as MissingFacts,
  found: found_sealed === null ? null : (JSON.parse(vault.open(place(row.id, 'found_sealed'), found_sealed)) as FoundFacts),
});

export async function readMissingRow(reader: Reader, vault: CountyVault, id: Id): Promise<MissingRow | undefined> {
  const [row] = await reader.sql<Sealed>(`${SELECT} AND missing.id = $2`, [reader.countyId, id]);
  return row && openRow(vault, row);
}

/** The search that goes on; the search for somebody is one. */
export async function readOpenSearch(reader: Reader, vault: CountyVault, patientId: Id): Promise<MissingRow | undefined> {
  const [row] = await reader.sql<Sealed>(`${SELECT} AND missing.patient_id = $2 AND missing.state = 'searching'`, [
    reader.countyId,
    patientId,
  ]);
  return row && openRow(vault, row);
}

const PAGED = { select: SELECT, id: 'missing.id', at: 'missing.reported_at', state: 'missing.state' };
export async function readMissingPage(reader: Reader, vault: CountyVault, page: ScopedPage): Promise<MissingRow[]> {
  return (await readScopedPage<Sealed>(reader, PAGED, page)).map(row => openRow(vault, row));
}

/** @returns false when somebody is looked for already, or the id is taken. */
export async function insertMissing(
  tx: Tx,
  vault: CountyVault,
  missing: {
    id: Id;
    patientId: Id;
    incidentId: Id | null;
    lastSeenAt: Date;
    facts: MissingFacts;
    photoId: Id | null;
    by: Id;
    now: Date;
  },
): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO missing_person (county_id, id, patient_id, incident_id, last_seen_at, facts_sealed, photo_id, reported_at, reported_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT DO NOTHING RETURNING id`,
    [
      tx.countyId,
      missing.id,
      missing.patientId,
      missing.incidentId,
      missing.lastSeenAt,
      vault.seal(place(missing.id, 'facts_sealed'), JSON.stringify(missing.facts)),
      missing.photoId,
      missing.now,
      missing.by,
    ],
  );
  return rows.length === 1;
}

/** Notes once that the report was handed over. @returns false when something changed since `version`. */
export async function markSent(tx: Tx, sent: { id: Id; version: number; to: ReportReceiver; now: Date }): Promise<boolean> {
  const column = sent.to === 'police' ? 'police_at' : 'committee_at';
  const rows = await tx.sql(
    `UPDATE missing_person SET ${column} = coalesce(${column}, $4), version = version + 1 WHERE county_id = $1 AND id = $2 AND version = $3 RETURNING id`,
    [tx.countyId, sent.id, sent.version, sent.now],
  );
  return rows.length === 1;
}

/** @returns false when something changed since `version`. */
export async function markFound(
  tx: Tx,
  vault: CountyVault,
  found: { id: Id; version: number; at: Date; condition: SearchEnd; facts: FoundFacts; by: Id },
): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE missing_person SET state = 'found', found_at = $4, condition = $5, found_sealed = $6, found_by = $7, version = version + 1
     WHERE county_id = $1 AND id = $2 AND version = $3 AND state = 'searching' RETURNING id`,
    [
      tx.countyId,
      found.id,
      found.version,
      found.at,
      found.condition,
      vault.seal(place(found.id, 'found_sealed'), JSON.stringify(found.facts)),
      found.by,
    ],
  );
  return rows.length === 1;
}
