import type { StandingFacts, SeatDue } from '@guanhu/shared/assessment/standing.rules';
import type { PresentCycle } from '@guanhu/shared/assessment/policy-preview.rules';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Scope } from '../access/access.public.ts';
import type { Reader } from '../platform/database/database.ts';
import type { Under } from '../policy/policy.public.ts';
import { UNDATED } from './cycle.store.ts';

type JudgedKind = 'visit' | 'assessment';

export type Facts = StandingFacts & {
  readonly townshipId: Id;
  readonly dues: readonly SeatDue[];
  readonly cycles: readonly PresentCycle[];
};

/** What the rules look at, per patient: standing and dates. Both lists are read from the one table that the kind is about. */
const DUES: Readonly<Record<JudgedKind, string>> = {
  visit: `SELECT patient_id, jsonb_agg(jsonb_build_object('seat', seat, 'countedFrom', counted_from, 'dueOn', due_on) ORDER BY seat) AS dates
          FROM visit_due WHERE county_id = $1 GROUP BY patient_id`,
  assessment: `SELECT patient_id, jsonb_agg(jsonb_build_object('cycle', cycle, 'countedFrom', counted_from, 'dueOn', due_on, 'wantedBy', wanted_by) ORDER BY cycle) AS dates
               FROM assessment_due WHERE county_id = $1 GROUP BY patient_id`,
};
const FACTS = `standing.risk, standing.stability, standing.settled, standing.band, standing.last_incident_on AS "lastIncidentOn",
  patient.township_id AS "townshipId", coalesce(due.dates, '[]') AS dates`;
const from = (kind: JudgedKind): string => `
  FROM patient
  JOIN standing ON standing.county_id = $1 AND standing.id = patient.id
  JOIN area ON area.county_id = $1 AND area.id = patient.village_id
  LEFT JOIN (${DUES[kind]}) AS due ON due.patient_id = patient.id
  WHERE patient.county_id = $1 AND patient.state NOT IN ${UNDATED}
    AND ($2::uuid IS NULL OR patient.township_id = $2) AND patient.township_id <> ALL($3::uuid[])`;

type Row = StandingFacts & { readonly townshipId: Id; readonly dates: unknown[] };
const factsOf = <R extends Row>(kind: JudgedKind, { dates, ...row }: R) => ({
  ...row,
  dues: kind === 'visit' ? (dates as SeatDue[]) : [],
  cycles: kind === 'assessment' ? (dates as PresentCycle[]) : [],
});

/** Patients under a policy in groups of the same facts and dates: the rule is asked once for each group. */
export async function readGroups(
  reader: Reader,
  kind: JudgedKind,
  under: Under,
  areas: readonly Id[],
): Promise<(Facts & { readonly patients: number })[]> {
  const rows = await reader.sql<Row & { patients: number }>(
    `SELECT each.*, count(*) AS patients FROM (SELECT ${FACTS} ${from(kind)} AND area.path && $4::uuid[]) AS each GROUP BY 1, 2, 3, 4, 5, 6, 7`,
    [reader.countyId, under.only, under.except, areas],
  );
  return rows.map(row => factsOf(kind, row));
}

export type ListedFacts = Facts & { readonly id: Id; readonly nameSealed: Buffer; readonly villageName: string };

/** Patients under a policy within a scope, in the order of their ids. */
export async function readListed(
  reader: Reader,
  kind: JudgedKind,
  { under, scope, today, after, limit }: { under: Under; scope: Scope; today: CalendarDate; after: Id | null; limit: number },
): Promise<ListedFacts[]> {
  const rows = await reader.sql<Row & { id: Id; nameSealed: Buffer; villageName: string }>(
    `SELECT patient.id, patient.name_sealed AS "nameSealed", area.name AS "villageName", ${FACTS} ${from(kind)}
       AND ($4::uuid IS NULL OR patient.id > $4)
       AND (area.path && $5::uuid[] OR EXISTS (
         SELECT FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = patient.id
           AND team_seat.person_id = ANY($6::uuid[]) AND since <= $7 AND (until IS NULL OR until >= $7)))
     ORDER BY patient.id LIMIT $8`,
    [reader.countyId, under.only, under.except, after, scope.areas, scope.seats, today, limit],
  );
  return rows.map(row => factsOf(kind, row));
}
