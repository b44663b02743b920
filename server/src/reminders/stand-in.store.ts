import type { Seat } from '@guanhu/shared/care-team/seats.terms';

/** The one seat that nobody fills for somebody else: a guardian on leave from a post stays a guardian. */
const OWN_SEAT: Seat = 'guardian';

/** SQL: a deputyship in force on a day, both expressions of the statement. */
const inForce = (day: string): string => `deputyship.from_on <= ${day} AND deputyship.until_on >= ${day} AND deputyship.ended_at IS NULL`;

/**
 * SQL that joins those who stand in for a person on a day, none when nobody does: `coalesce(deputyship.deputy_id, person)` is who is told
 * instead. $1 is the county.
 */
export const deputiesOf = (person: string, day: string): string =>
  `LEFT JOIN deputyship ON deputyship.county_id = $1 AND deputyship.person_id = ${person} AND ${inForce(day)}`;

/** As `deputiesOf`, of a task's assignee. */
export const deputiesOfAssignee = (day: string): string => `${deputiesOf('task.assignee_id', day)} AND task.seat <> '${OWN_SEAT}'`;

/**
 * SQL: whether a row of `person` about a task of `seat` is told to `told` on a day: one's own, unless somebody stands in; and what is that of
 * those whom one stands in for.
 */
export const isTold = ({ told, person, seat, day }: { told: string; person: string; seat: string; day: string }): string => `(
    ${person} = ${told} AND (${seat} = '${OWN_SEAT}' OR NOT EXISTS (
      SELECT FROM deputyship WHERE deputyship.county_id = $1 AND deputyship.person_id = ${person} AND ${inForce(day)}))
    OR ${seat} <> '${OWN_SEAT}' AND EXISTS (
      SELECT FROM deputyship WHERE deputyship.county_id = $1 AND deputyship.person_id = ${person} AND deputyship.deputy_id = ${told} AND ${inForce(day)}))`;
