import { SEAT_LABELS, SEATS, type Seat, type StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import { DIAGNOSES } from '@guanhu/shared/registry/diagnosis.rules';
import { GUARDIAN_RELATIONS } from '@guanhu/shared/registry/guardian-relation.rules';
import { utils, write, type Range, type WorkSheet } from '@e965/xlsx';
import type { Cast, CastPatient } from './cast.terms.ts';

/** One row of the list with its row of the details, as they are written. An empty text is a blank cell. */
export type ListEntry = {
  readonly patient: string;
  readonly village: string;
  readonly seats: Readonly<Record<Seat, string>>;
  readonly identityNumber: string;
  readonly mobile: string;
  readonly diagnosis: string;
  readonly riskRating: string;
  /** Of the first guardian: the details have room for one. */
  readonly guardian: string;
  readonly relation: string;
  readonly guardianMobile: string;
};
export type WorkbookStyle = {
  readonly title: string;
  /** Order of the posts; the county's order without. */
  readonly seats?: readonly Seat[];
  /** Blank columns after the village. */
  readonly blankColumns?: number;
  /** A second sheet with the details (true unless said), or a file of its own (`detailsWorkbook`). */
  readonly details?: boolean;
  /** Total, remark and signature rows below, and a blank row in the middle. */
  readonly trimmings?: boolean;
};

const TITLE_ROWS = 1;
const HEAD_ROWS = 2;
const PLAIN_COLUMNS = ['序号', '患者姓名', '所属村(居)'];
const DETAIL_COLUMNS = ['患者姓名', '身份证号', '联系电话', '诊断', '危险性等级', '监护人', '与患者关系', '监护人电话'];

/** What the cast's list says of these patients when nobody made a mistake. */
export function listEntries(cast: Cast, patients: readonly CastPatient[] = cast.patients): ListEntry[] {
  const persons = new Map(cast.persons.map(person => [person.key, person]));
  const nameOf = (key: string | undefined) => persons.get(key ?? '')?.name ?? '';
  return patients.map(patient => {
    const [first] = patient.guardians;
    const seatName = (seat: Seat): string =>
      seat === 'guardian'
        ? patient.guardians.map(guardian => nameOf(guardian.personKey)).join('、')
        : nameOf(cast.teams[patient.villageKey]?.[seat satisfies StaffSeat]);
    return {
      patient: patient.name,
      village: cast.villages.find(village => village.key === patient.villageKey)?.name ?? '',
      seats: Object.fromEntries(SEATS.map(seat => [seat, seatName(seat)])) as Record<Seat, string>,
      identityNumber: patient.identityNumber,
      mobile: patient.mobile,
      diagnosis: DIAGNOSES[patient.diagnosis].label,
      riskRating: String(patient.riskRating),
      guardian: nameOf(first.personKey),
      relation: GUARDIAN_RELATIONS[first.relation],
      guardianMobile: persons.get(first.personKey)?.mobile ?? '',
    };
  });
}

const merged = (top: number, left: number, bottom: number, right: number): Range => ({
  s: { r: top, c: left },
  e: { r: bottom, c: right },
});

function listSheet(entries: readonly ListEntry[], style: WorkbookStyle): WorkSheet {
  const seats = style.seats ?? SEATS;
  const blanks = Array<string>(style.blankColumns ?? 0).fill('');
  const firstPost = PLAIN_COLUMNS.length + blanks.length;
  const last = firstPost + seats.length - 1;
  const rows = entries.map((entry, at) => [at + 1, entry.patient, entry.village, ...blanks, ...seats.map(seat => entry.seats[seat])]);
  const middle = Math.ceil(rows.length / 2);
  const body =
    style.trimmings === true
      ? [
          ...rows.slice(0, middle),
          [],
          ...rows.slice(middle),
          ['合计', `${entries.length}人`],
          ['备注：名单每季度核对一次，有变动及时上报。'],
          ['填表人：', '', '', '审核人：'],
        ]
      : rows;
  const cells = [
    [style.title],
    [...PLAIN_COLUMNS, ...blanks, '管控责任人'],
    [...PLAIN_COLUMNS.map(() => ''), ...blanks, ...seats.map(seat => SEAT_LABELS[seat])],
    ...body,
  ];
  const sheet = utils.aoa_to_sheet(cells.map(row => row.map(cell => (cell === '' ? null : cell))));
  sheet['!merges'] = [
    merged(0, 0, 0, last),
    ...PLAIN_COLUMNS.map((_, column) => merged(TITLE_ROWS, column, TITLE_ROWS + HEAD_ROWS - 1, column)),
    merged(TITLE_ROWS, firstPost, TITLE_ROWS, last),
    ...(style.trimmings === true ? [merged(cells.length - 2, 0, cells.length - 2, last)] : []),
  ];
  return sheet;
}

function detailsSheet(entries: readonly ListEntry[]): WorkSheet {
  const rows = entries.map(entry => [
    entry.patient,
    entry.identityNumber,
    entry.mobile,
    entry.diagnosis,
    entry.riskRating,
    entry.guardian,
    entry.relation,
    entry.guardianMobile,
  ]);
  return utils.aoa_to_sheet([DETAIL_COLUMNS, ...rows].map(row => row.map(cell => (cell === '' ? null : cell))));
}

function bytesOf(sheets: readonly (readonly [string, WorkSheet])[]): Uint8Array {
  const book = utils.book_new();
  for (const [name, sheet] of sheets) utils.book_append_sheet(book, sheet, name);
  return new Uint8Array(write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer);
}

/** The .xlsx file of a responsibility list: merged title, merged head in two rows, and the details on a second sheet. */
export const listWorkbook = (entries: readonly ListEntry[], style: WorkbookStyle): Uint8Array =>
  bytesOf([['责任清单', listSheet(entries, style)], ...(style.details === false ? [] : [['患者信息', detailsSheet(entries)] as const])]);

/** The details as a file of their own. */
export const detailsWorkbook = (entries: readonly ListEntry[]): Uint8Array => bytesOf([['患者信息', detailsSheet(entries)]]);
