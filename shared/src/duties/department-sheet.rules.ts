import { addDays, addMonths, calendarDate, earlier, type CalendarDate } from '../kernel/calendar-date.ts';
import { SHEET_MEASURE_KEYS, type DutyStanding, type SheetMeasure } from './department-sheet.terms.ts';
import { dutyPeriod } from './duty-proof.rules.ts';
import type { DutyPeriod, DutyVerdict } from './duties.terms.ts';

type Days = { readonly from: CalendarDate; readonly to: CalendarDate };
/** For how many it was done in time, of how many. */
type SheetCount = { readonly done: number; readonly of: number };

/** '2026-Q2' */
export const quarterOf = (day: CalendarDate): string => `${day.slice(0, 4)}-Q${String(Math.ceil(Number(day.slice(5, 7)) / 3))}`;

/** First and last day of a quarter as `quarterOf` writes it. */
export function quarterDays(quarter: string): Days {
  const month = String(Number(quarter.slice(6)) * 3 - 2).padStart(2, '0');
  return dutyPeriod(calendarDate(`${quarter.slice(0, 4)}-${month}-01`), 'quarter');
}

/** The parts of the year of a duty that end in a quarter and have begun: a longer one is judged in the quarter of its end. */
export function judgedPeriods({ from, to }: Days, period: DutyPeriod, today: CalendarDate): readonly Days[] {
  const months = period === 'month' ? [0, 1, 2] : [0];
  return months
    .map(offset => dutyPeriod(addMonths(from, offset), period))
    .filter(part => part.to >= from && part.to <= to && part.from <= today);
}

/** As of which morning a part of the year is counted: the one after its last day, or today. */
export const judgedOn = (to: CalendarDate, today: CalendarDate): CalendarDate => earlier(addDays(to, 1), today);

/** What is not done is nobody's failing before the last day is over. */
export const standingOf = (verdict: DutyVerdict, to: CalendarDate, today: CalendarDate): DutyStanding =>
  verdict === 'lacking' && to >= today ? 'running' : verdict;

/** Duties that were done, of those that were done or missed. */
export const countStandings = (standings: readonly DutyStanding[]): SheetCount => {
  const done = standings.filter(standing => standing === 'fulfilled').length;
  return { done, of: done + standings.filter(standing => standing === 'lacking').length };
};

type SheetLine = SheetCount & {
  readonly measure: SheetMeasure;
  /** The most that it can bring. */
  readonly points: number;
  /** Null: there was nothing to do, so it counts neither way. */
  readonly got: number | null;
};
type Sheet = {
  readonly lines: readonly SheetLine[];
  /** Null when nothing of the sheet had anything to do. */
  readonly total: { readonly got: number; readonly most: number } | null;
};

/** The sheet of one department: points by the share that was done, to one decimal; what had nothing to do is left out of the sum. */
export function sheetOf(points: { readonly [M in SheetMeasure]?: number }, counts: { readonly [M in SheetMeasure]?: SheetCount }): Sheet {
  const lines = SHEET_MEASURE_KEYS.flatMap(measure => {
    const most = points[measure] ?? 0;
    if (most === 0) return [];
    const { done, of } = counts[measure] ?? { done: 0, of: 0 };
    return [{ measure, points: most, done, of, got: of === 0 ? null : Math.round((most * 10 * Math.min(done, of)) / of) / 10 }];
  });
  const judged = lines.flatMap(({ got, points: most }) => (got === null ? [] : [{ got, most }]));
  // Tenths are added as whole numbers: 0.1 + 0.2 is not 0.3.
  const got = judged.reduce((sum, line) => sum + Math.round(line.got * 10), 0) / 10;
  return { lines, total: judged.length === 0 ? null : { got, most: judged.reduce((sum, line) => sum + line.most, 0) } };
}
