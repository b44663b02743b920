import { isOver, type UnfiledOutcome, type UnfiledSource } from '@guanhu/shared/incidents/incidents.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { COLUMNS, type IncidentRow, type NewIncident } from './incidents.store.ts';

const described = (row: Id) => ({ table: 'incident', row, column: 'description_sealed' });

/** Two reports of one place take turns, so that they can find each other. @returns false without such a place */
export async function lockArea(tx: Tx, areaId: Id): Promise<boolean> {
  const rows = await tx.sql('SELECT id FROM area WHERE county_id = $1 AND id = $2 FOR NO KEY UPDATE', [tx.countyId, areaId]);
  return rows.length === 1;
}

/** The incident with somebody without a file in this place that is nearest to `happenedAt`, of one kind; what was settled is over. */
export async function nearestUnfiled(
  tx: Tx,
  { areaId, kind, happenedAt }: { areaId: Id; kind: IncidentRow['kind']; happenedAt: Date },
): Promise<IncidentRow | undefined> {
  const [row] = await tx.sql<IncidentRow>(
    `SELECT ${COLUMNS} FROM incident
     WHERE county_id = $1 AND area_id = $2 AND kind = $3 AND outcome IS NULL
       AND happened_at BETWEEN $4::timestamptz - interval '1 day' AND $4::timestamptz + interval '1 day'
     ORDER BY abs(extract(epoch FROM happened_at - $4::timestamptz)), id LIMIT 1`,
    [tx.countyId, areaId, kind, happenedAt],
  );
  return row;
}

export async function insertUnfiled(
  tx: Tx,
  vault: CountyVault,
  incident: NewIncident & { areaId: Id; source: UnfiledSource | null; description: string | null },
): Promise<void> {
  await tx.sql(
    `INSERT INTO incident (county_id, id, area_id, source, description_sealed, kind, happened_at, reported_at, reported_by, escalate_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.countyId,
      incident.id,
      incident.areaId,
      incident.source,
      incident.description === null ? null : vault.seal(described(incident.id), incident.description),
      incident.kind,
      incident.happenedAt,
      incident.reportedAt,
      incident.reportedBy,
      incident.escalateAt,
    ],
  );
}

/** How whoever reported it knows. */
export async function writeSource(tx: Tx, incidentId: Id, source: UnfiledSource): Promise<void> {
  await tx.sql('UPDATE incident SET source = $3 WHERE county_id = $1 AND id = $2 AND area_id IS NOT NULL', [
    tx.countyId,
    incidentId,
    source,
  ]);
}

/** Who it was, as described; null when nothing was, or once that was erased. */
export async function readDescription(reader: Reader, vault: CountyVault, incidentId: Id): Promise<string | null> {
  const [row] = await reader.sql<{ sealed: Buffer | null }>(
    'SELECT description_sealed AS sealed FROM incident WHERE county_id = $1 AND id = $2',
    [reader.countyId, incidentId],
  );
  return row?.sealed ? vault.open(described(incidentId), row.sealed) : null;
}

/**
 * Locks the incident, so that nothing is added to it while it is closed. @returns whether something may still be added: not once it is over, or
 * a clue whose words were erased
 */
export async function lockToAdd(tx: Tx, incidentId: Id): Promise<boolean> {
  const [row] = await tx.sql<{ outcome: UnfiledOutcome | null; erased: boolean }>(
    'SELECT outcome, erased_at IS NOT NULL AS erased FROM incident WHERE county_id = $1 AND id = $2 FOR NO KEY UPDATE',
    [tx.countyId, incidentId],
  );
  return row !== undefined && !isOver(row.outcome) && !row.erased;
}

/** Kept as a clue or closed; a clue can be closed later. Somebody has seen to it: nobody else is alarmed. @returns false when it was closed before */
export async function settle(tx: Tx, which: { id: Id; outcome: UnfiledOutcome; by: Id; now: Date }): Promise<boolean> {
  const rows = await tx.sql(
    `UPDATE incident SET outcome = $3, outcome_by = $4, outcome_at = $5,
       state = 'acknowledged', acknowledged_at = coalesce(acknowledged_at, $5), escalate_at = NULL,
       description_sealed = CASE WHEN $3 = 'closed' THEN NULL ELSE description_sealed END
     WHERE county_id = $1 AND id = $2 AND (outcome IS NULL OR outcome = 'clue') RETURNING id`,
    [tx.countyId, which.id, which.outcome, which.by, which.now],
  );
  return rows.length === 1;
}

/**
 * Erases the words of clues that were settled before the county's limit ($2), in the townships $3 with a policy of their own before $4.
 * @returns the incidents
 */
export async function eraseCluesOlderThan(tx: Tx, limits: readonly unknown[], now: Date): Promise<Id[]> {
  const rows = await tx.sql<{ id: Id }>(
    `UPDATE incident SET description_sealed = NULL, erased_at = $5
     FROM area LEFT JOIN unnest($3::uuid[], $4::timestamptz[]) AS own (township_id, before) ON own.township_id = ANY(area.path)
     WHERE incident.county_id = $1 AND incident.outcome = 'clue' AND incident.erased_at IS NULL
       AND area.county_id = $1 AND area.id = incident.area_id AND incident.outcome_at < coalesce(own.before, $2::timestamptz)
     RETURNING incident.id`,
    [tx.countyId, ...limits, now],
  );
  const ids = rows.map(row => row.id);
  if (ids.length > 0)
    await tx.sql(
      'UPDATE incident_report SET note_sealed = NULL, place_sealed = NULL WHERE county_id = $1 AND incident_id = ANY($2::uuid[])',
      [tx.countyId, ids],
    );
  return ids;
}

/**
 * Both are one event from now on: the reports and files of `id` go to `sameAs`; who it was, as `id` described it, goes along in the words of its first
 * report. @returns false when one of them was closed or joined before
 */
export async function join(
  tx: Tx,
  vault: CountyVault,
  { id, sameAs, by, now, words }: { id: Id; sameAs: Id; by: Id; now: Date; words: string | null },
): Promise<boolean> {
  const rows = await tx.sql<{ id: Id; outcome: UnfiledOutcome | null }>(
    'SELECT id, outcome FROM incident WHERE county_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE',
    [tx.countyId, [id, sameAs]],
  );
  if (rows.length !== 2 || rows.some(row => isOver(row.outcome))) return false;
  await tx.sql(
    `UPDATE incident SET outcome = 'joined', same_as = $3, outcome_by = $4, outcome_at = $5, escalate_at = NULL, description_sealed = NULL
     WHERE county_id = $1 AND id = $2`,
    [tx.countyId, id, sameAs, by, now],
  );
  await tx.sql('UPDATE incident_report SET incident_id = $3 WHERE county_id = $1 AND incident_id = $2', [tx.countyId, id, sameAs]);
  await tx.sql('UPDATE incident_file SET incident_id = $3 WHERE county_id = $1 AND incident_id = $2', [tx.countyId, id, sameAs]);
  // An incident's first report has its id.
  if (words !== null)
    await tx.sql('UPDATE incident_report SET note_sealed = $3 WHERE county_id = $1 AND id = $2', [
      tx.countyId,
      id,
      vault.seal({ table: 'incident_report', row: id, column: 'note_sealed' }, words),
    ]);
  return true;
}

/** What it was, as somebody says who knows more. */
export async function setKind(tx: Tx, incidentId: Id, kind: IncidentRow['kind']): Promise<void> {
  await tx.sql('UPDATE incident SET kind = $3 WHERE county_id = $1 AND id = $2 AND area_id IS NOT NULL', [tx.countyId, incidentId, kind]);
}

/** Erases what was told of it: the words and the places of every report. That there was one stays. */
export async function eraseReports(tx: Tx, incidentId: Id): Promise<void> {
  await tx.sql('UPDATE incident_report SET note_sealed = NULL, place_sealed = NULL WHERE county_id = $1 AND incident_id = $2', [
    tx.countyId,
    incidentId,
  ]);
}
