import type { ProofQuestion } from '@guanhu/shared/duties/duties.terms';
import type { AppliedBenefit } from '@guanhu/shared/relief/relief.terms';
import type { LoggedKind } from '@guanhu/shared/outreach/activity.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader } from '../platform/database/database.ts';

/*
 * What the rooms below have written down, counted: for how many it was done, of how many. One statement for each question and township.
 * $1 county, $2 township, $3 and $4 first and last day of the period, $5 today; a statement that needs no day takes them all the same.
 */
const USED = '$3::date <= $4::date AND $5::date IS NOT NULL';
/** Somebody whom the doctor follows up. */
const CARED = `patient.county_id = $1 AND patient.township_id = $2 AND 'clinical' = ANY(patient.care) AND ${USED}`;
const CHINA = (at: string): string => `(${at} AT TIME ZONE 'Asia/Shanghai')::date`;
const IN_PERIOD = (day: string): string => `${day} BETWEEN $3 AND $4 AND ${USED}`;
const TOWNSHIP = (table: string): string =>
  `JOIN patient ON patient.county_id = $1 AND patient.id = ${table}.patient_id AND patient.township_id = $2`;
/** Those cared for, and for whom something exists. */
const OF_CARED = (exists: string): string =>
  `SELECT count(*) FILTER (WHERE EXISTS (${exists}))::int AS done, count(*)::int AS of FROM patient WHERE ${CARED}`;
const quoted = (keys: readonly string[]): string => keys.map(key => `'${key}'`).join(', ');
const DONE_OF = (done: string, from: string): string =>
  `SELECT count(*) FILTER (WHERE ${done})::int AS done, count(*)::int AS of FROM ${from}`;

/** One is asked for, in the township or one of its villages. */
const HELD = (...kinds: readonly LoggedKind[]): string =>
  `SELECT count(*)::int AS done, 1 AS of FROM outreach_activity AS activity
     JOIN area ON area.county_id = $1 AND area.id = activity.area_id AND $2 = ANY(area.path)
   WHERE activity.county_id = $1 AND activity.kind IN (${quoted(kinds)}) AND ${IN_PERIOD('activity.on_day')}`;
/** What was applied for in the period: whether it has a result, of what has one or is late. What was taken back counts neither way. */
const APPLIED = (...benefits: readonly AppliedBenefit[]): string =>
  DONE_OF(
    `application.state IN ('granted', 'refused', 'upheld')`,
    `relief_application AS application ${TOWNSHIP('application')} WHERE application.county_id = $1
     AND application.benefit IN (${quoted(benefits)}) AND ${IN_PERIOD(CHINA('application.created_at'))}
     AND (application.state IN ('granted', 'refused', 'upheld') OR application.due_on < $5)`,
  );

const QUESTIONS: Readonly<Record<ProofQuestion, string>> = {
  visited: OF_CARED(`SELECT FROM visit WHERE visit.county_id = $1 AND visit.patient_id = patient.id AND visit.state = 'recorded'
    AND visit.result = 'done' AND visit.on_day BETWEEN $3 AND $4`),
  examined: OF_CARED(`SELECT FROM health_exam WHERE health_exam.county_id = $1 AND health_exam.patient_id = patient.id
    AND health_exam.on_day > $5::date - interval '1 year' AND health_exam.on_day <= $5`),
  reviewed: OF_CARED(`SELECT FROM risk_review WHERE risk_review.county_id = $1 AND risk_review.patient_id = patient.id
    AND risk_review.on_day > $5::date - interval '6 months' AND risk_review.on_day <= $5`),
  staffed: OF_CARED(`SELECT FROM team_seat WHERE team_seat.county_id = $1 AND team_seat.patient_id = patient.id
    AND team_seat.post IN ('lead', 'doctor', 'police') AND team_seat.since <= $5 AND (team_seat.until IS NULL OR team_seat.until >= $5)
    HAVING count(DISTINCT team_seat.post) = 3`),
  lostReported: DONE_OF(
    `lost_report.state = 'issued'`,
    `lost_report ${TOWNSHIP('lost_report')} WHERE lost_report.county_id = $1 AND lost_report.state <> 'void' AND ${IN_PERIOD('lost_report.drafted_on')}`,
  ),
  referred: DONE_OF(
    `referral.state IN ('answered', 'declined')`,
    `referral ${TOWNSHIP('referral')} WHERE referral.county_id = $1 AND ${IN_PERIOD(CHINA('referral.sent_at'))}`,
  ),
  refilled: DONE_OF(
    `task.state = 'done' AND ${CHINA('task.closed_at')} <= task.overdue_after`,
    `task ${TOWNSHIP('task')} WHERE task.county_id = $1 AND task.kind = 'refill' AND task.state <> 'cancelled'
     AND task.overdue_after < $5 AND ${IN_PERIOD('task.overdue_after')}`,
  ),
  caseTeams: DONE_OF(
    `case_team.state <> 'proposed' AND case_team.review_on >= $5`,
    `case_team ${TOWNSHIP('case_team')} WHERE case_team.county_id = $1 AND case_team.state IN ('proposed', 'open', 'closing') AND ${USED}`,
  ),
  handled: DONE_OF(
    'handling.record_done_at IS NOT NULL',
    `handling ${TOWNSHIP('handling')} WHERE handling.county_id = $1 AND ${IN_PERIOD(CHINA('handling.begun_at'))}`,
  ),
  agreements: DONE_OF(
    `agreement.state NOT IN ('draft', 'signedByGuardian')`,
    `agreement ${TOWNSHIP('agreement')} WHERE agreement.county_id = $1 AND ${IN_PERIOD('agreement.from_on')}`,
  ),
  paid: DONE_OF(
    `entitlement.state = 'paid'`,
    `entitlement ${TOWNSHIP('entitlement')} WHERE entitlement.county_id = $1 AND ${IN_PERIOD(CHINA('entitlement.created_at'))}`,
  ),
  // At least one is asked for.
  rehabilitated: `SELECT count(*) FILTER (WHERE EXISTS (SELECT FROM rehab_session WHERE rehab_session.county_id = $1
      AND rehab_session.programme_id = programme.id AND rehab_session.on_day BETWEEN $3 AND $4))::int AS done, greatest(count(*), 1)::int AS of
    FROM rehab_programme AS programme JOIN area ON area.county_id = $1 AND area.id = programme.area_id AND $2 = ANY(area.path)
    WHERE programme.county_id = $1 AND programme.since <= $4 AND (programme.until IS NULL OR programme.until >= $3) AND ${USED}`,
  // One is asked for.
  drilled: `SELECT count(*)::int AS done, 1 AS of FROM drill WHERE county_id = $1 AND township_id = $2 AND ${IN_PERIOD('on_day')}`,
  met: `SELECT count(*)::int AS done, 1 AS of FROM meeting WHERE county_id = $1 AND township_id = $2 AND kind = 'regular'
    AND state NOT IN ('planned', 'cancelled') AND ${IN_PERIOD('on_day')}`,
  exchanged: DONE_OF(
    `round.state = 'signed'`,
    `exchange_round AS round WHERE round.county_id = $1 AND round.township_id = $2
     AND round.month BETWEEN to_char($3::date, 'YYYY-MM') AND to_char($4::date, 'YYYY-MM') AND ${USED}`,
  ),
  guided: HELD('guidance'),
  publicised: HELD('publicity', 'lecture'),
  livingRelief: APPLIED('minimumLiving', 'extremeHardship', 'temporaryRelief'),
  disabledRelief: APPLIED('nursingSubsidy', 'outpatientRest'),
  certificates: APPLIED('disabilityCertificate'),
  medicalRelief: APPLIED('medicalRelief', 'insuranceSubsidy'),
  specialOutpatient: APPLIED('specialOutpatient'),
  // What is still within its time, and what the family took back, counts neither way.
  legallyHelped: DONE_OF(
    `matter.state = 'closed'`,
    `legal_matter AS matter LEFT JOIN patient ON patient.county_id = $1 AND patient.id = matter.patient_id
     JOIN area ON area.county_id = $1 AND area.id = coalesce(matter.area_id, patient.village_id) AND $2 = ANY(area.path)
     WHERE matter.county_id = $1 AND matter.kind IN ('legalAdvice', 'legalAid', 'forensic') AND ${IN_PERIOD('matter.found_on')}
     AND matter.outcome IS DISTINCT FROM 'withdrawn' AND (matter.state = 'closed' OR matter.due_on < $5)`,
  ),
};

/** For how many it was done, of how many. */
export async function readProof(
  reader: Reader,
  question: ProofQuestion,
  asked: { townshipId: Id; from: CalendarDate; to: CalendarDate; today: CalendarDate },
): Promise<{ done: number; of: number }> {
  const [row] = await reader.sql<{ done: number; of: number }>(QUESTIONS[question], [
    reader.countyId,
    asked.townshipId,
    asked.from,
    asked.to,
    asked.today,
  ]);
  return row ?? { done: 0, of: 0 };
}
