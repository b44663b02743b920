import { SEAT_LABELS, SEATS, type Seat } from '../care-team/seats.terms.ts';
import type { MergedRange } from './import.terms.ts';

/** One patient with who is responsible, by name. */
export type ListedTeam = { readonly patient: string; readonly village: string; readonly seats: Readonly<Record<Seat, readonly string[]>> };
/** A sheet to be written: cells from A1, and what is merged. The first rows are the head. */
export type PlainSheet = {
  readonly name: string;
  readonly cells: readonly (readonly (string | number | null)[])[];
  readonly merges: readonly MergedRange[];
  readonly headRows: number;
};

const PLAIN = ['序号', '患者姓名', '所属村(居)'] as const;
const LAST = PLAIN.length + SEATS.length - 1;
/** Title, then two rows of head. */
const HEAD_ROWS = 3;
const JOINT = '、';

/** The annex's layout: a merged title, a head of two rows with 管控责任人 over the eight posts, one row a patient. */
export function responsibilitySheet(townshipName: string, teams: readonly ListedTeam[]): PlainSheet {
  const blanks = (count: number): null[] => Array.from({ length: count }, () => null);
  return {
    name: '责任清单',
    headRows: HEAD_ROWS,
    cells: [
      [`${townshipName}严重精神障碍患者「一人一专班」管控责任清单`, ...blanks(LAST)],
      [...PLAIN, '管控责任人', ...blanks(SEATS.length - 1)],
      [...blanks(PLAIN.length), ...SEATS.map(seat => SEAT_LABELS[seat])],
      ...teams.map(({ patient, village, seats }, at) => [at + 1, patient, village, ...SEATS.map(seat => seats[seat].join(JOINT) || null)]),
    ],
    merges: [
      { top: 0, left: 0, bottom: 0, right: LAST },
      ...PLAIN.map((_, column) => ({ top: 1, left: column, bottom: HEAD_ROWS - 1, right: column })),
      { top: 1, left: PLAIN.length, bottom: 1, right: LAST },
    ],
  };
}
