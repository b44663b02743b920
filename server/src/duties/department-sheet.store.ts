import {
  UNIT_OF_DEPARTMENT,
  UNIT_OF_ROLE,
  UNIT_OF_SEAT,
  UNIT_OF_SOURCE,
  type SheetMeasure,
} from '@guanhu/shared/duties/department-sheet.terms';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Reader } from '../platform/database/database.ts';

/*
 * What each office did in time, counted from what the rooms keep. One statement a measure and township, a row for each office of which there
 * is anything: $1 county, $2 township, $3 and $4 first and last day of the quarter, $5 today. Nothing counts before its last day is over,
 * unless it is done already.
 */
const CHINA = (at: string): string => `(${at} AT TIME ZONE 'Asia/Shanghai')::date`;
const IN_QUARTER = (day: string): string => `${day} BETWEEN $3::date AND $4::date`;
const COUNTED = (unit: string, inTime: string, missed = "'{}'::text[]"): string =>
  `${unit} AS unit, count(*) FILTER (WHERE ${inTime})::int AS done, count(*)::int AS of, ${missed} AS missed`;
const MISSED = (day: string, inTime: string): string =>
  `coalesce(array_agg(${day}::text ORDER BY ${day}) FILTER (WHERE (${inTime}) IS NOT TRUE), '{}'::text[])`;

/** Names of one kind and the offices that they stand for, as two lists for a statement. */
const pairs = (units: Readonly<Record<string, string>>): readonly [readonly string[], readonly string[]] => [
  Object.keys(units),
  Object.values(units),
];
const NAMED = (from: number): string => `unnest($${String(from)}::text[], $${String(from + 1)}::text[]) AS named (key, unit)`;

type Statement = { readonly text: string; readonly values: (countersignDays: number) => readonly unknown[] };

/** Written out, for so is the index: nobody else's tasks are read. */
const SEATS = Object.keys(UNIT_OF_SEAT)
  .map(seat => `'${seat}'`)
  .join(', ');
const DONE_IN_TIME = `task.state = 'done' AND ${CHINA('task.closed_at')} <= task.overdue_after`;
const ANSWERED_IN_TIME = `${CHINA('letter.answered_at')} <= letter.due_on`;
const HANDED_IN = 'list.id IS NOT NULL AND NOT list.late';
const SIGNED_IN_TIME = `${CHINA('given.at')} <= sent.due_on`;

const STATEMENTS: Readonly<Record<Exclude<SheetMeasure, 'duties'>, Statement>> = {
  tasks: {
    text: `SELECT ${COUNTED('named.unit', DONE_IN_TIME)}
      FROM task JOIN patient ON patient.county_id = $1 AND patient.id = task.patient_id AND patient.township_id = $2
      JOIN ${NAMED(6)} ON named.key = task.seat
      WHERE task.county_id = $1 AND task.seat IN (${SEATS}) AND task.state IN ('open', 'done')
        AND ${IN_QUARTER('task.overdue_after')} AND (task.overdue_after < $5::date OR task.state = 'done')
      GROUP BY named.unit`,
    values: () => pairs(UNIT_OF_SEAT),
  },
  exchange: {
    text: `SELECT ${COUNTED('named.unit', HANDED_IN, MISSED('round.deadline', HANDED_IN))}
      FROM exchange_round AS round CROSS JOIN ${NAMED(6)}
      LEFT JOIN exchange_list AS list ON list.county_id = $1 AND list.round_id = round.id AND list.department = named.key
      WHERE round.county_id = $1 AND round.township_id = $2 AND round.month BETWEEN to_char($3::date, 'YYYY-MM') AND to_char($4::date, 'YYYY-MM')
        AND (round.deadline < $5::date OR list.id IS NOT NULL)
      GROUP BY named.unit`,
    values: () => pairs(UNIT_OF_DEPARTMENT),
  },
  // To whom it was sent, as the posts stood on that day; an organisation that a post names goes before what its role usually is.
  letters: {
    text: `SELECT ${COUNTED('receiver.unit', ANSWERED_IN_TIME, MISSED('letter.due_on', ANSWERED_IN_TIME))}
      FROM supervision_letter AS letter CROSS JOIN LATERAL (
        SELECT DISTINCT coalesce(organisation.kind, named.unit) AS unit
        FROM post LEFT JOIN organisation ON organisation.county_id = $1 AND organisation.id = post.organisation_id
        LEFT JOIN ${NAMED(6)} ON named.key = post.role
        WHERE post.county_id = $1 AND post.person_id = letter.receiver_id AND post.from_on <= ${CHINA('letter.sent_at')}
          AND (post.until_on IS NULL OR post.until_on >= ${CHINA('letter.sent_at')})
      ) AS receiver
      WHERE letter.county_id = $1 AND letter.township_id = $2 AND ${IN_QUARTER('letter.due_on')}
        AND (letter.due_on < $5::date OR letter.answered_at IS NOT NULL) AND receiver.unit IS NOT NULL
      GROUP BY receiver.unit`,
    values: () => pairs(UNIT_OF_ROLE),
  },
  // Of the text that was sent round last: an earlier one was objected to and is nobody's any more.
  countersigns: {
    text: `SELECT ${COUNTED('organisation.kind', SIGNED_IN_TIME, MISSED('sent.due_on', SIGNED_IN_TIME))}
      FROM (SELECT id, text_id, ${CHINA('sent_at')} + $6::int AS due_on FROM meeting
        WHERE meeting.county_id = $1 AND township_id = $2 AND state IN ('countersigning', 'issued')) AS sent
      JOIN meeting_unit AS unit ON unit.county_id = $1 AND unit.meeting_id = sent.id
      JOIN organisation ON organisation.county_id = $1 AND organisation.id = unit.organisation_id
      LEFT JOIN countersignature AS given ON given.county_id = $1 AND given.text_id = sent.text_id AND given.organisation_id = unit.organisation_id
      WHERE ${IN_QUARTER('sent.due_on')} AND (sent.due_on < $5::date OR given.id IS NOT NULL)
      GROUP BY organisation.kind`,
    values: countersignDays => [countersignDays],
  },
  notices: {
    text: `SELECT ${COUNTED('named.unit', `${CHINA('notice.received_at')} <= notice.comes_on`)}
      FROM release_notice AS notice JOIN area ON area.county_id = $1 AND area.id = notice.area_id AND $2 = ANY(area.path)
      JOIN ${NAMED(6)} ON named.key = notice.source
      WHERE notice.county_id = $1 AND notice.state <> 'withdrawn' AND ${IN_QUARTER('notice.comes_on')} AND $5::date IS NOT NULL
      GROUP BY named.unit`,
    values: () => pairs(UNIT_OF_SOURCE),
  },
};
export const COUNTED_MEASURES = Object.keys(STATEMENTS) as readonly Exclude<SheetMeasure, 'duties'>[];

export type UnitCount = {
  /** An office; there may be others than those with a sheet. */
  readonly unit: string;
  readonly done: number;
  readonly of: number;
  readonly missed: readonly CalendarDate[];
};

/** What the offices of a township did in time in a quarter, of one measure. */
export const countMeasure = (
  reader: Reader,
  measure: Exclude<SheetMeasure, 'duties'>,
  asked: { townshipId: Id; from: CalendarDate; to: CalendarDate; today: CalendarDate; countersignDays: number },
): Promise<UnitCount[]> =>
  reader.sql(STATEMENTS[measure].text, [
    reader.countyId,
    asked.townshipId,
    asked.from,
    asked.to,
    asked.today,
    ...STATEMENTS[measure].values(asked.countersignDays),
  ]);
