import { KIND_PARTS } from '@guanhu/shared/agenda/care-part.rules';
import type { Cycle } from '@guanhu/shared/assessment/assessment.terms';
import type { CycleDue } from '@guanhu/shared/assessment/cycle.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { ownOf, type Spread } from '@guanhu/shared/policy/policy-in-force.rules';
import { isClosed, isDiagnosed } from '@guanhu/shared/registry/patient-life.rules';
import type { Stability } from '@guanhu/shared/policy/stability.terms';
import type { Scope } from '../access/access.public.ts';
import { holdersOf, type Part } from '../agenda/agenda.public.ts';
import type { Reader, Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import { statesWhere } from './state-list.store.ts';

export type CycleRow = CycleDue & {
  readonly patientId: Id;
  readonly lastDoneOn: CalendarDate | null;
  readonly wantedBy: CalendarDate | null;
};

/** Files on which nothing is done any more, or nothing yet; what goes on in the other states the plan of the day knows. */
export const UNDATED = statesWhere(state => isClosed(state) || !isDiagnosed(state));

export const readCycles = (reader: Reader, patientIds: readonly Id[]): Promise<CycleRow[]> =>
  reader.sql(
    `SELECT patient_id AS "patientId", cycle, counted_from AS "countedFrom", due_on AS "dueOn", overdue_after AS "overdueAfter",
       last_done_on AS "lastDoneOn", wanted_by AS "wantedBy"
     FROM assessment_due WHERE county_id = $1 AND patient_id = ANY($2::uuid[]) ORDER BY patient_id, due_on, cycle`,
    [reader.countyId, patientIds],
  );

export type OutdatedCycle = {
  readonly patientId: Id;
  readonly townshipId: Id;
  readonly cycle: Cycle;
  readonly stability: Stability | null;
  readonly riskOn: CalendarDate | null;
  /** Null when there is no date yet. */
  readonly countedFrom: CalendarDate | null;
  readonly wantedBy: CalendarDate | null;
};

/** Cycles of a part that have no date, or one that another policy made than the one in force where the patient lives. */
export const readOutdatedCycles = (tx: Tx, { from, to }: Part, seqs: Spread<number>): Promise<OutdatedCycle[]> =>
  tx.sql(
    // Whose two dates are not both of the policy in force is found by one look at each patient's, in the order of patients; then come the few themselves.
    `WITH outdated AS MATERIALIZED (
       SELECT patient.id, coalesce(own.seq, $4::int) AS seq FROM patient
       LEFT JOIN unnest($5::uuid[], $6::int[]) AS own (township_id, seq) ON own.township_id = patient.township_id
       LEFT JOIN (
         SELECT patient_id, count(*) AS dates, min(policy_seq) AS first_seq, max(policy_seq) AS last_seq FROM assessment_due
         WHERE county_id = $1 AND patient_id BETWEEN $2 AND $3 GROUP BY patient_id
       ) AS made ON made.patient_id = patient.id
       WHERE patient.county_id = $1 AND patient.id BETWEEN $2 AND $3 AND patient.state NOT IN ${UNDATED}
         AND (made.dates, made.first_seq, made.last_seq) IS DISTINCT FROM (2::bigint, coalesce(own.seq, $4::int), coalesce(own.seq, $4::int))
     )
     SELECT patient.id AS "patientId", patient.township_id AS "townshipId", each.cycle, standing.stability, standing.risk_on AS "riskOn",
       due.counted_from AS "countedFrom", due.wanted_by AS "wantedBy"
     FROM outdated
     JOIN patient ON patient.county_id = $1 AND patient.id = outdated.id
     JOIN standing ON standing.county_id = $1 AND standing.id = outdated.id
     CROSS JOIN (VALUES ('riskReview'), ('healthExam')) AS each (cycle)
     LEFT JOIN assessment_due AS due ON due.county_id = $1 AND due.patient_id = outdated.id AND due.cycle = each.cycle
     WHERE due.policy_seq IS DISTINCT FROM outdated.seq`,
    [tx.countyId, from, to, seqs.county, ...ownOf(seqs)],
  );

export type MadeCycle = CycleDue & { readonly patientId: Id; readonly policySeq: number };

const ROWS = `unnest($2::uuid[], $3::uuid[], $4::text[], $5::date[], $6::date[], $7::date[], $8::int[])
  AS row (id, patient_id, cycle, counted_from, due_on, overdue_after, policy_seq)`;
const valuesOf = (tx: Tx, made: readonly MadeCycle[]) => [
  tx.countyId,
  made.map(() => newId()),
  made.map(one => one.patientId),
  made.map(one => one.cycle),
  made.map(one => one.countedFrom),
  made.map(one => one.dueOn),
  made.map(one => one.overdueAfter),
  made.map(one => one.policySeq),
];

/** Sets these dates as the rules made them. The round stays, so the task that is open is still the one that is due. */
export async function writeCycles(tx: Tx, made: readonly MadeCycle[]): Promise<void> {
  if (made.length === 0) return;
  await tx.sql(
    `INSERT INTO assessment_due (county_id, id, patient_id, cycle, counted_from, due_on, overdue_after, policy_seq) SELECT $1, row.* FROM ${ROWS}
     ON CONFLICT (county_id, patient_id, cycle) DO UPDATE SET counted_from = excluded.counted_from, due_on = excluded.due_on,
       overdue_after = excluded.overdue_after, policy_seq = excluded.policy_seq`,
    valuesOf(tx, made),
  );
}

/**
 * It was done on the day from which the new date counts: the round rises, and the task that was open is done. What was wanted after that
 * day is wanted still.
 */
export async function startRound(tx: Tx, made: MadeCycle, by: Id, now: Date): Promise<void> {
  await tx.sql(
    `INSERT INTO assessment_due (county_id, id, patient_id, cycle, counted_from, due_on, overdue_after, policy_seq, last_done_on)
     SELECT $1, row.*, row.counted_from FROM ${ROWS}
     ON CONFLICT (county_id, patient_id, cycle) DO UPDATE SET counted_from = excluded.counted_from, due_on = excluded.due_on,
       overdue_after = excluded.overdue_after, policy_seq = excluded.policy_seq, last_done_on = excluded.last_done_on, round = assessment_due.round + 1,
       wanted_by = CASE WHEN assessment_due.wanted_by > excluded.counted_from THEN assessment_due.wanted_by END`,
    valuesOf(tx, [made]),
  );
  await tx.sql(
    `UPDATE task SET state = 'done', closed_at = $4, closed_by = $5, version = version + 1
     WHERE county_id = $1 AND patient_id = $2 AND kind = $3 AND state IN ('open', 'suspended')`,
    [tx.countyId, made.patientId, made.cycle, now, by],
  );
}

/** The review of a patient is wanted by this day, until it is done. */
export async function hastenReview(tx: Tx, patientId: Id, by: CalendarDate): Promise<void> {
  await tx.sql(
    `UPDATE assessment_due SET wanted_by = least(wanted_by, $3::date), overdue_after = CASE WHEN due_on > $3 THEN $3 ELSE overdue_after END,
       due_on = least(due_on, $3)
     WHERE county_id = $1 AND patient_id = $2 AND cycle = 'riskReview'`,
    [tx.countyId, patientId, by],
  );
}

/** Open tasks of a part follow their dates. */
export async function moveCycleTasks(tx: Tx, { from, to }: Part): Promise<void> {
  await tx.sql(
    `UPDATE task SET due_on = due.due_on, overdue_after = due.overdue_after, version = task.version + 1
     FROM assessment_due AS due
     WHERE task.county_id = $1 AND due.county_id = $1 AND due.patient_id = task.patient_id AND due.cycle = task.kind
       AND task.kind IN ('riskReview', 'healthExam') AND task.state IN ('open', 'suspended')
       AND (task.due_on, task.overdue_after) <> (due.due_on, due.overdue_after)
       AND task.patient_id BETWEEN $2 AND $3 AND due.patient_id BETWEEN $2 AND $3`,
    [tx.countyId, from, to],
  );
}

/** The key of a round's task. */
const KEY = `due.cycle || ':' || due.id || ':' || due.round`;
/** The part of care that reviews and exams belong to. */
const PART = KIND_PARTS.riskReview;

/** What was cancelled when a file was closed is opened as another round when the file goes on; up to what is in sight ($4; $5, $6). */
export async function reviveCycles(tx: Tx, { from, to }: Part, sight: Spread<CalendarDate>): Promise<void> {
  await tx.sql(
    // From the few that were cancelled (index task_cancelled_cycle), not from the many that are in sight.
    `WITH cancelled AS MATERIALIZED (
       SELECT patient_id, kind, key FROM task
       WHERE county_id = $1 AND patient_id BETWEEN $2 AND $3 AND kind IN ('riskReview', 'healthExam') AND state = 'cancelled'
     )
     UPDATE assessment_due AS due SET round = due.round + 1
     FROM cancelled
     JOIN patient ON patient.county_id = $1 AND patient.id = cancelled.patient_id AND '${PART}' = ANY(patient.care)
     LEFT JOIN unnest($5::uuid[], $6::date[]) AS own (township_id, sight) ON own.township_id = patient.township_id
     WHERE due.county_id = $1 AND due.patient_id = cancelled.patient_id AND due.cycle = cancelled.kind AND ${KEY} = cancelled.key
       AND due.due_on <= coalesce(own.sight, $4::date)`,
    [tx.countyId, from, to, sight.county, ...ownOf(sight)],
  );
}

/**
 * What of the cycles, which are kinds of tasks, comes into sight in a part ($2, $3), for the doctor of the patient's team today ($4): up to $5, in the townships $6
 * with a policy of their own up to the day $7 of each.
 */
export const CYCLES_DUE = `
  SELECT due.cycle, ${KEY}, due.patient_id, holder.person_id, 'doctor', NULL::text, NULL::uuid,
         due.due_on, due.overdue_after
  FROM assessment_due AS due
  JOIN patient ON patient.county_id = $1 AND patient.id = due.patient_id AND patient.id BETWEEN $2 AND $3 AND '${PART}' = ANY(patient.care)
  LEFT JOIN unnest($6::uuid[], $7::date[]) AS own (township_id, sight) ON own.township_id = patient.township_id
  LEFT JOIN (${holdersOf({ day: '$4', from: '$2', to: '$3' })}) AS holder ON holder.patient_id = due.patient_id AND holder.post = 'doctor'
  WHERE due.county_id = $1 AND due.patient_id BETWEEN $2 AND $3 AND due.due_on <= coalesce(own.sight, $5::date)`;

export type ListedCycle = Omit<CycleRow, 'wantedBy'> & {
  readonly id: Id;
  readonly townshipId: Id;
  readonly villageName: string;
  readonly nameSealed: Buffer;
};

/** Cycles within a scope, soonest due first; up to `sight` when only those in sight are asked for. */
export const listCycles = (
  reader: Reader,
  asked: {
    scope: Scope;
    today: CalendarDate;
    cycle: Cycle | null;
    sight: Spread<CalendarDate> | null;
    after: { dueOn: CalendarDate; id: Id };
    limit: number;
  },
): Promise<ListedCycle[]> =>
  reader.sql(
    `SELECT due.id, due.patient_id AS "patientId", due.cycle, due.counted_from AS "countedFrom", due.due_on AS "dueOn",
       due.overdue_after AS "overdueAfter", due.last_done_on AS "lastDoneOn", patient.township_id AS "townshipId", area.name AS "villageName",
       patient.name_sealed AS "nameSealed"
     FROM assessment_due AS due
     JOIN patient ON patient.county_id = $1 AND patient.id = due.patient_id AND patient.state NOT IN ${UNDATED}
     JOIN area ON area.county_id = $1 AND area.id = patient.village_id
     LEFT JOIN unnest($10::uuid[], $11::date[]) AS own (township_id, sight) ON own.township_id = patient.township_id
     WHERE due.county_id = $1 AND (due.due_on, due.id) > ($2::date, $3::uuid) AND ($4::text IS NULL OR due.cycle = $4)
       AND ($9::date IS NULL OR due.due_on <= coalesce(own.sight, $9::date))
       AND (area.path && $5::uuid[] OR EXISTS (
         SELECT FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = patient.id
           AND team_seat.person_id = ANY($6::uuid[]) AND since <= $7 AND (until IS NULL OR until >= $7)))
     ORDER BY due.due_on, due.id LIMIT $8`,
    [
      reader.countyId,
      asked.after.dueOn,
      asked.after.id,
      asked.cycle,
      asked.scope.areas,
      asked.scope.seats,
      asked.today,
      asked.limit,
      asked.sight?.county ?? null,
      ...ownOf(asked.sight ?? { county: null, townships: [] }),
    ],
  );
