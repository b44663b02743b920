import type { StandingFacts } from '@guanhu/shared/assessment/standing.rules';
import type { RatingSource } from '@guanhu/shared/assessment/assessment.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { ownOf, type Spread } from '@guanhu/shared/policy/policy-in-force.rules';
import { isDiagnosed } from '@guanhu/shared/registry/patient-life.rules';
import type { Stability } from '@guanhu/shared/policy/stability.terms';
import type { RiskRating } from '@guanhu/shared/registry/risk-rating.rules';
import type { Part } from '../agenda/agenda.public.ts';
import { UNDATED } from './cycle.store.ts';
import { statesWhere } from './state-list.store.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';

export type StandingRow = StandingFacts & {
  readonly id: Id;
  readonly riskOn: CalendarDate | null;
  readonly stabilityOn: CalendarDate | null;
  readonly bandOn: CalendarDate | null;
  readonly calmerBand: string | null;
  readonly lastVisitOn: CalendarDate | null;
  readonly policySeq: number;
};

/**
 * `diagnosed`: before that what is found is kept, and leads to no band and no dates. Of a file that is closed its band says it: somebody may have
 * moved away as a suspicion.
 */
export type LockedStanding = StandingRow & { readonly diagnosed: boolean };

/** The number of no policy: a standing with it is made anew by the plan of the day, once the patient is diagnosed. */
export const NO_POLICY = -1;
const UNDIAGNOSED = statesWhere(state => !isDiagnosed(state));

const COLUMNS = `id, risk, risk_on AS "riskOn", stability, stability_on AS "stabilityOn", settled, band, band_on AS "bandOn",
  calmer_band AS "calmerBand", last_visit_on AS "lastVisitOn", last_incident_on AS "lastIncidentOn", policy_seq AS "policySeq"`;

export const readStandings = (reader: Reader, patientIds: readonly Id[]): Promise<StandingRow[]> =>
  reader.sql(`SELECT ${COLUMNS} FROM standing WHERE county_id = $1 AND id = ANY($2::uuid[])`, [reader.countyId, patientIds]);

/** The standing, locked until the transaction ends: two findings of one patient take turns. */
export async function lockStanding(tx: Tx, patientId: Id): Promise<LockedStanding | undefined> {
  const [row] = await tx.sql<LockedStanding>(
    `SELECT ${COLUMNS}, (SELECT patient.state NOT IN ${UNDATED} OR patient.state NOT IN ${UNDIAGNOSED} AND standing.band IS NOT NULL FROM patient WHERE patient.county_id = $1 AND patient.id = $2) AS diagnosed
     FROM standing WHERE county_id = $1 AND id = $2 FOR UPDATE`,
    [tx.countyId, patientId],
  );
  return row;
}

/** An empty standing for a patient who has none. */
export async function ensureStanding(tx: Tx, patientId: Id, policySeq: number): Promise<void> {
  await tx.sql('INSERT INTO standing (county_id, id, policy_seq) VALUES ($1, $2, $3) ON CONFLICT (county_id, id) DO NOTHING', [
    tx.countyId,
    patientId,
    policySeq,
  ]);
}

/** An empty standing for everybody of a part who has none, so that their dates are made next. */
export async function ensureStandings(tx: Tx, { from, to }: Part): Promise<void> {
  await tx.sql(
    `INSERT INTO standing (county_id, id, policy_seq)
     SELECT $1, id, ${String(NO_POLICY)} FROM patient WHERE county_id = $1 AND id BETWEEN $2 AND $3 AND state <> 'deceased'
       AND NOT EXISTS (SELECT FROM standing WHERE standing.county_id = $1 AND standing.id BETWEEN $2 AND $3 AND standing.id = patient.id)
     ON CONFLICT (county_id, id) DO NOTHING`,
    [tx.countyId, from, to],
  );
}

/** Standings of a part, of those with an open file who were diagnosed, whose dates were made by another policy than the one in force where the patient lives. */
export const readOutdated = (tx: Tx, { from, to }: Part, seqs: Spread<number>): Promise<(StandingRow & { readonly townshipId: Id })[]> =>
  tx.sql(
    `SELECT ${COLUMNS.replace('id,', 'standing.id,')}, patient.township_id AS "townshipId"
     FROM standing JOIN patient ON patient.county_id = $1 AND patient.id = standing.id AND patient.id BETWEEN $2 AND $3 AND patient.state NOT IN ${UNDATED}
     LEFT JOIN unnest($5::uuid[], $6::int[]) AS own (township_id, seq) ON own.township_id = patient.township_id
     WHERE standing.county_id = $1 AND standing.id BETWEEN $2 AND $3 AND standing.policy_seq <> coalesce(own.seq, $4::int)
     ORDER BY standing.id FOR UPDATE OF standing`,
    [tx.countyId, from, to, seqs.county, ...ownOf(seqs)],
  );

/** Writes whole standings, one statement for any number. */
export async function writeStandings(tx: Tx, rows: readonly StandingRow[]): Promise<void> {
  if (rows.length === 0) return;
  await tx.sql(
    `UPDATE standing SET risk = row.risk, risk_on = row.risk_on, stability = row.stability, stability_on = row.stability_on, settled = row.settled,
       band = row.band, band_on = row.band_on, calmer_band = row.calmer_band, last_visit_on = row.last_visit_on,
       last_incident_on = row.last_incident_on, policy_seq = row.policy_seq, version = version + 1
     FROM unnest($2::uuid[], $3::smallint[], $4::date[], $5::text[], $6::date[], $7::boolean[], $8::text[], $9::date[], $10::text[], $11::date[], $12::date[], $13::int[])
       AS row (id, risk, risk_on, stability, stability_on, settled, band, band_on, calmer_band, last_visit_on, last_incident_on, policy_seq)
     WHERE standing.county_id = $1 AND standing.id = row.id`,
    [
      tx.countyId,
      rows.map(row => row.id),
      rows.map(row => row.risk),
      rows.map(row => row.riskOn),
      rows.map(row => row.stability),
      rows.map(row => row.stabilityOn),
      rows.map(row => row.settled),
      rows.map(row => row.band),
      rows.map(row => row.bandOn),
      rows.map(row => row.calmerBand),
      rows.map(row => row.lastVisitOn),
      rows.map(row => row.lastIncidentOn),
      rows.map(row => row.policySeq),
    ],
  );
}

export type PastFinding = {
  readonly on: CalendarDate;
  readonly ratedAt: Date;
  readonly source: RatingSource;
  readonly risk: RiskRating | null;
  readonly stability: Stability | null;
  /** Whether it was the doctor's own visit or review. */
  readonly decides: boolean;
};

/** Everything that was found of a patient, oldest first. */
export const readFindings = (tx: Tx, patientId: Id): Promise<PastFinding[]> =>
  tx.sql(
    `SELECT rating.on_day AS on, rating.rated_at AS "ratedAt", rating.source, rating.risk, rating.stability, rating.source = 'review' OR coalesce(visit.seat = 'doctor', false) AS decides
     FROM rating LEFT JOIN visit ON rating.source = 'visit' AND visit.county_id = $1 AND visit.id = rating.cause_id
     WHERE rating.county_id = $1 AND rating.patient_id = $2 ORDER BY rating.on_day, rating.rated_at, rating.id`,
    [tx.countyId, patientId],
  );

export type NewRating = {
  readonly patientId: Id;
  readonly on: CalendarDate;
  readonly source: RatingSource;
  readonly causeId: Id;
  readonly risk: RiskRating | null;
  readonly stability: Stability | null;
  /** The band that it led to, and by which policy. */
  readonly band: string | null;
  readonly policySeq: number;
  readonly by: Id | null;
  readonly now: Date;
};

/** @returns false when this cause was rated before: the finding has been counted. */
export async function insertRating(tx: Tx, rating: NewRating): Promise<boolean> {
  const rows = await tx.sql(
    `INSERT INTO rating (county_id, id, patient_id, on_day, source, cause_id, risk, stability, rated_by, rated_at, band, policy_seq)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (county_id, patient_id, source, cause_id) DO NOTHING RETURNING id`,
    [
      tx.countyId,
      newId(),
      rating.patientId,
      rating.on,
      rating.source,
      rating.causeId,
      rating.risk,
      rating.stability,
      rating.by,
      rating.now,
      rating.band,
      rating.policySeq,
    ],
  );
  return rows.length === 1;
}
