import type { CarePart } from '@guanhu/shared/agenda/care-part.rules';
import { dayOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { ConsentDecision } from '@guanhu/shared/registry/consent.terms';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import type { CountyVault } from '../platform/crypto/vault.ts';
import type { Reader, Tx } from '../platform/database/database.ts';

/** Where a life stands, and what decides about what goes on. */
export type LifeRow = {
  readonly state: PatientState;
  /** What the last turn came from; null while the file is in the state in which it was opened. */
  readonly before: PatientState | null;
  readonly care: readonly CarePart[];
  /** When that last changed; null while it is as it was when the file was opened. */
  readonly careSince: Date | null;
  /** The day of the last turn; null while the file is in the state in which it was opened. */
  readonly since: CalendarDate | null;
  readonly lastId: Id | null;
  readonly consent: ConsentDecision | null;
  readonly consentOn: CalendarDate | null;
};

const LIFE = `
  SELECT patient.state, CASE WHEN turn.to_state = patient.state THEN turn.from_state END AS before, patient.care, patient.care_changed_at AS "careSince", turn.on_day AS since, turn.id AS "lastId", decided.decision AS consent, decided.on_day AS "consentOn"
  FROM patient
  LEFT JOIN LATERAL (
    SELECT id, on_day, from_state, to_state FROM life_event WHERE life_event.county_id = $1 AND life_event.patient_id = patient.id ORDER BY id DESC LIMIT 1
  ) AS turn ON true
  LEFT JOIN LATERAL (
    SELECT decision, on_day FROM consent WHERE consent.county_id = $1 AND consent.patient_id = patient.id
    ORDER BY recorded_at DESC, id DESC LIMIT 1
  ) AS decided ON true
  WHERE patient.county_id = $1 AND patient.id = $2`;

export async function readLife(reader: Reader, patientId: Id): Promise<LifeRow | undefined> {
  const [row] = await reader.sql<LifeRow>(LIFE, [reader.countyId, patientId]);
  return row;
}

/** The life, locked until the transaction ends: two turns of one patient take turns. */
export async function lockLife(tx: Tx, patientId: Id): Promise<LifeRow | undefined> {
  await tx.sql('SELECT id FROM patient WHERE county_id = $1 AND id = $2 FOR NO KEY UPDATE', [tx.countyId, patientId]);
  return readLife(tx, patientId);
}

/** What the shared rules made of state and consent; since when only changes with what goes on. */
export async function writeLife(
  tx: Tx,
  patientId: Id,
  { state, care, now }: { state: PatientState; care: readonly CarePart[]; now: Date },
): Promise<void> {
  await tx.sql(
    `UPDATE patient SET state = $3, care = $4, care_since = CASE WHEN care = $4 THEN care_since ELSE $6::date END,
       care_changed_at = CASE WHEN care = $4 THEN care_changed_at ELSE $5::timestamptz END, version = version + 1
     WHERE county_id = $1 AND id = $2`,
    [tx.countyId, patientId, state, care, now, dayOf(now)],
  );
}

/** What was stated of a turn. */
export type TurnFacts = {
  readonly reason: string;
  readonly place?: string | undefined;
  readonly expectedBack?: CalendarDate | undefined;
  readonly lostReason?: number | undefined;
  readonly deathCause?: number | undefined;
  readonly fatalIllness?: number | undefined;
};
type Turn = {
  readonly id: Id;
  readonly from: PatientState;
  readonly to: PatientState;
  readonly on: CalendarDate;
  readonly visitId: Id | null;
  readonly by: Id;
};
export type TurnRow = Turn & { readonly facts: TurnFacts; readonly at: Date };

const facts = (row: Id) => ({ table: 'life_event', row, column: 'facts_sealed' });

export async function insertTurn(
  tx: Tx,
  vault: CountyVault,
  { patientId, facts: stated, now, ...turn }: Turn & { patientId: Id; facts: TurnFacts; now: Date },
): Promise<void> {
  await tx.sql(
    `INSERT INTO life_event (county_id, id, patient_id, from_state, to_state, on_day, facts_sealed, visit_id, recorded_by, recorded_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      tx.countyId,
      turn.id,
      patientId,
      turn.from,
      turn.to,
      turn.on,
      vault.seal(facts(turn.id), JSON.stringify(stated)),
      turn.visitId,
      turn.by,
      now,
    ],
  );
}

/** A page of a life, newest first. */
export async function readTurns(reader: Reader, vault: CountyVault, patientId: Id, before: Id | null, limit: number): Promise<TurnRow[]> {
  const rows = await reader.sql<Omit<TurnRow, 'facts'> & { facts_sealed: Buffer }>(
    `SELECT id, from_state AS "from", to_state AS "to", on_day AS "on", visit_id AS "visitId", recorded_by AS "by", recorded_at AS at, facts_sealed
     FROM life_event WHERE county_id = $1 AND patient_id = $2 AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
    [reader.countyId, patientId, before, limit],
  );
  return rows.map(({ facts_sealed, ...row }) => ({ ...row, facts: JSON.parse(vault.open(facts(row.id), facts_sealed)) as TurnFacts }));
}

/** What was stated of one turn. */
export async function readTurnFacts(reader: Reader, vault: CountyVault, id: Id): Promise<TurnFacts> {
  const [row] = await reader.sql<{ sealed: Buffer }>('SELECT facts_sealed AS sealed FROM life_event WHERE county_id = $1 AND id = $2', [
    reader.countyId,
    id,
  ]);
  if (!row) throw new Error('a turn of a life that is not there');
  return JSON.parse(vault.open(facts(id), row.sealed)) as TurnFacts;
}
