import { SEATS, type Seat } from '../care-team/seats.terms.ts';
import { compactText, visibleText } from '../kernel/plain-text.ts';
import type { CellFlag, CellPlace, MergedRange, RawCell, RawSheet } from './import.terms.ts';

/** What a column is about. `index` (序号) and `remark` (备注) are known so that they are not reported, and never read. */
export type ColumnRole =
  | 'index'
  | 'remark'
  | 'patient'
  | 'village'
  | Seat
  | 'identityNumber'
  | 'mobile'
  | 'diagnosis'
  | 'riskRating'
  | 'state'
  | 'relation'
  | 'guardianMobile';

const HEADINGS: Readonly<Record<ColumnRole, string>> = {
  index: '序号 编号 序',
  remark: '备注 说明',
  patient: '患者姓名 姓名 患者 病人姓名 服务对象 服务对象姓名 管控对象 管理对象',
  village: '所属村居 所属村 村居 村 居 所在村 所在村居 村居名称 村名 村社区 所属村社区 行政村 所属社区 社区 村委会',
  lead: '组长 小组组长 村级组长 村级小组组长 专班组长',
  police: '驻村民警 社区民警 责任民警 包村民警 民警 驻村社区民警 派出所民警',
  securityOfficer: '综治专干 综治干部 综治员 村综治专干 平安专干',
  doctor: '精防医生 精防人员 精防医师 责任医生',
  rehabCoordinator: '康复协调员 康复员 残疾人康复协调员',
  civilAffairs: '民政干部 民政专干 民政助理 民政协理员 民政工作人员',
  gridWorker: '网格员 专职网格员 村网格员 责任网格员',
  guardian: '监护人 监护人姓名 家属 监护人员',
  identityNumber: '身份证号 身份证号码 身份证 公民身份号码 证件号码 证件号 患者身份证号 患者身份证号码',
  mobile: '联系电话 电话 手机 手机号 手机号码 电话号码 联系方式 患者电话 患者联系电话 本人电话 患者手机号',
  diagnosis: '诊断 诊断名称 疾病诊断 疾病名称 病种 患病类型 诊断类型 确诊诊断 疾病类型',
  riskRating: '危险性等级 危险等级 风险等级 危险性评估等级 危险性评估 危险性 危险性评级 风险评估等级',
  state: '人员状态 当前状态 目前状态 管理状态 患者状态 状态 人员现况 现况 在管状态',
  relation: '与患者关系 关系 与患者的关系 监护人与患者关系 监护人与患者的关系 监护关系 与病人关系',
  guardianMobile: '监护人电话 监护人联系电话 监护人手机 监护人手机号 监护人手机号码 监护人联系方式 家属电话',
};
const ROLE_OF = new Map(
  (Object.keys(HEADINGS) as ColumnRole[]).flatMap(role => HEADINGS[role].split(' ').map(word => [word, role] as const)),
);
/** The heading that a person knows a column by. */
export const headingOf = (role: ColumnRole): string => HEADINGS[role].split(' ')[0] ?? role;

/** A head stands within this many rows of the top: titles, dates and the name of the office come before it. */
const HEAD_WITHIN = 20;
/** Fewer known headings than this are no head. */
const FEWEST_HEADINGS = 3;

/** 0 → 'A', 26 → 'AA'. */
export function columnLetters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : columnLetters(Math.floor(column / 26) - 1) + last;
}

/** A sheet whose merged ranges can be looked into. */
export class Grid {
  readonly sheet: RawSheet;
  readonly width: number;
  readonly #merged = new Map<number, MergedRange>();
  readonly #flags: ReadonlyMap<string, CellFlag['kind']>;

  constructor(sheet: RawSheet) {
    this.sheet = sheet;
    this.width = sheet.cells.reduce((widest, row) => Math.max(widest, row.length), 0);
    this.#flags = new Map(sheet.flags.map(flag => [`${flag.row}:${flag.column}`, flag.kind]));
    for (const range of sheet.merges) {
      for (let row = range.top; row <= Math.min(range.bottom, sheet.cells.length - 1); row += 1) {
        for (let column = range.left; column <= Math.min(range.right, this.width - 1); column += 1) {
          this.#merged.set(row * this.width + column, range);
        }
      }
    }
  }

  /** The range that the cell is part of. */
  mergedAt(row: number, column: number): MergedRange | null {
    return this.#merged.get(row * this.width + column) ?? null;
  }

  /** The value; a cell inside a range merged downwards in one column repeats the value of its top (one village for several rows). */
  valueAt(row: number, column: number): RawCell {
    const range = this.mergedAt(row, column);
    const top = range !== null && range.left === range.right ? range.top : row;
    return this.sheet.cells[top]?.[column] ?? null;
  }

  /** The text of a heading: every cell of a merged range says what its top left cell says. */
  headingAt(row: number, column: number): string {
    const range = this.mergedAt(row, column);
    return textOf(this.sheet.cells[range?.top ?? row]?.[range?.left ?? column] ?? null);
  }

  /** Why the cell cannot be taken as what a person typed. */
  flagAt(row: number, column: number): CellFlag['kind'] | null {
    return this.#flags.get(`${row}:${column}`) ?? null;
  }

  placeOf(row: number, column: number | null): CellPlace {
    return { sheet: this.sheet.name, row: row + 1, column: column === null ? '' : columnLetters(column) };
  }
}

/** A cell as text; a date is no text. */
export function textOf(cell: RawCell): string {
  if (cell === null || cell instanceof Date) return '';
  return visibleText(String(cell)).trim();
}

/** The role that a heading names; remarks in brackets and signs do not matter: 所属村(居)、组长（村主职）. */
export function roleOfHeading(text: string): ColumnRole | null {
  const compact = compactText(text).replace(/[*:/、,.]/g, '');
  return ROLE_OF.get(compact.replace(/[()]/g, '')) ?? ROLE_OF.get(compact.replace(/\([^)]*\)/g, '')) ?? null;
}

export type Head = {
  /** Zero-based row after which data begin. */
  readonly lastRow: number;
  readonly columns: ReadonlyMap<ColumnRole, number>;
  readonly twice: readonly { readonly role: ColumnRole; readonly column: number }[];
  /** Columns with a heading that no rule knows. */
  readonly ignored: readonly number[];
};

function headOf(grid: Grid, upper: number, lower: number): Head {
  const columns = new Map<ColumnRole, number>();
  const twice: { role: ColumnRole; column: number }[] = [];
  const ignored: number[] = [];
  for (let column = 0; column < grid.width; column += 1) {
    const [above, below] = [grid.headingAt(upper, column), grid.headingAt(lower, column)];
    let role = roleOfHeading(below) ?? roleOfHeading(above);
    if (role === null) {
      if (above !== '' || below !== '') ignored.push(column);
      continue;
    }
    // A second 联系电话 to the right of the guardian is the guardian's.
    if (role === 'mobile' && columns.has('mobile') && columns.has('guardian')) role = 'guardianMobile';
    if (columns.has(role)) twice.push({ role, column });
    else columns.set(role, column);
  }
  return { lastRow: lower, columns, twice, ignored };
}

/** Finds the head: one row, or two when a group heading (管控责任人) stands over the posts; titles above it do not matter. */
export function findHead(grid: Grid): Head | null {
  let best: Head | null = null;
  for (let row = 0; row < Math.min(grid.sheet.cells.length, HEAD_WITHIN); row += 1) {
    for (const head of [headOf(grid, row, row), headOf(grid, row, row + 1)]) {
      if (head.lastRow >= grid.sheet.cells.length || !head.columns.has('patient')) continue;
      if (head.columns.size >= FEWEST_HEADINGS && head.columns.size > (best?.columns.size ?? 0)) best = head;
    }
  }
  return best;
}

/** Whether a later row repeats the head, as printed pages do. */
export const repeatsHead = (grid: Grid, head: Head, row: number): boolean =>
  [...head.columns].filter(([role, column]) => roleOfHeading(grid.headingAt(row, column)) === role).length >= FEWEST_HEADINGS;

/** What a sheet with this head holds. */
export function kindOfHead(head: Head): 'list' | 'details' | 'other' {
  const staff = SEATS.filter(seat => seat !== 'guardian' && head.columns.has(seat)).length;
  if (staff >= FEWEST_HEADINGS) return 'list';
  const details = (['identityNumber', 'diagnosis', 'riskRating', 'guardianMobile', 'relation'] as const).filter(role =>
    head.columns.has(role),
  );
  return details.length >= 2 ? 'details' : 'other';
}
