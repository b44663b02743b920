import type { TaskRow } from './tasks.ts';
import { todayWords } from '../../words/today.ts';

/** One door: everything that is to be done behind it, so that one visit serves it all. What is about nobody has a door of its own. */
export type Stop = { readonly patientId: string | null; readonly rows: readonly TaskRow[] };
/** Doors near one another. */
export type Stretch = { readonly village: string; readonly stops: readonly Stop[] };
export type Walk = {
  readonly stretches: readonly Stretch[];
  /** Needs no walking. */
  readonly calls: readonly TaskRow[];
};

export const WALK_FILTERS = { all: todayWords.all, late: todayWords.overdue, today: todayWords.dueToday, calls: todayWords.calls } as const;
export type WalkFilter = keyof typeof WALK_FILTERS;

/** The more days late, the sooner; then the sooner due. */
const pressing = (a: TaskRow, b: TaskRow): number =>
  b.overdueDays - a.overdueDays || compare(a.dueOn, b.dueOn) || compare(a.taskId, b.taskId);
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const first = <T>(of: readonly T[]): T => of[0] as T;

const groups = <T>(rows: readonly T[], keyOf: (row: T) => string): (readonly T[])[] => {
  const found = new Map<string, T[]>();
  for (const row of rows) found.set(keyOf(row), [...(found.get(keyOf(row)) ?? []), row]);
  return [...found.values()];
};

/**
 * The day's work as a walk: village by village, door by door, everything of one door together. The village with the longest overdue task
 * comes first and within it that door; then what is due soonest. Calls stand apart. Every task stands in it once.
 */
export function walkOf(rows: readonly TaskRow[]): Walk {
  const order = (of: readonly TaskRow[]) => [...of].sort(pressing);
  const stretches = groups(order(rows.filter(row => row.page !== 'call')), row => row.village).map(inVillage => ({
    village: first(inVillage).village,
    stops: groups(inVillage, row => row.patientId ?? row.taskId).map(atDoor => ({ patientId: first(atDoor).patientId, rows: atDoor })),
  }));
  return { stretches, calls: order(rows.filter(row => row.page === 'call')) };
}

/** The calls, which are made before setting out, then the walk, as far as so many tasks: a phone draws no hundred doors at once. */
export function firstOfWalk(rows: readonly TaskRow[], most: number): Walk {
  const { stretches, calls } = walkOf(rows);
  return walkOf([...calls, ...stretches.flatMap(({ stops }) => stops.flatMap(stop => stop.rows))].slice(0, most));
}

/** What the reader wants to see now: by when it is due or how it is done, and by a part of a name or place. */
export function walkFilter(rows: readonly TaskRow[], filter: WalkFilter, typed: string): readonly TaskRow[] {
  const part = typed.trim();
  const isMeant: Record<WalkFilter, (row: TaskRow) => boolean> = {
    all: () => true,
    late: row => row.tone === 'late',
    today: row => row.tone !== 'calm',
    calls: row => row.page === 'call',
  };
  return rows.filter(row => isMeant[filter](row) && (part === '' || row.title.includes(part)));
}
