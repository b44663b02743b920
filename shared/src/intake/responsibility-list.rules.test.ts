import { calendarDate } from '../kernel/calendar-date.ts';
import { identityCheckDigit } from '../registry/identity-number.rules.ts';
import type { CellFlag, DetailRow, ListRow, MergedRange, RawCell, RawSheet } from './import.terms.ts';
import { readResponsibilityList } from './responsibility-list.rules.ts';
import { columnLetters, roleOfHeading } from './sheet-head.rules.ts';

const today = calendarDate('2026-03-01');
const POSTS = ['组长', '驻村民警', '综治专干', '精防医生', '康复协调员', '民政干部', '网格员', '监护人'];
const TITLE: RawCell[] = ['听泉镇严重精神障碍患者「一人一专班」责任清单'];
const UPPER: RawCell[] = ['序号', '患者姓名', '所属村(居)', '管控责任人'];
const LOWER: RawCell[] = [null, null, null, ...POSTS];
const HEAD_MERGES: MergedRange[] = [
  { top: 0, left: 0, bottom: 0, right: 10 },
  ...[0, 1, 2].map(left => ({ top: 1, left, bottom: 2, right: left })),
  { top: 1, left: 3, bottom: 1, right: 10 },
];
const STAFF = ['郜砚秋', '逄望舒', '仉听澜', '宓扶摇', '郗疏影', '鄢栖迟', '荀漱玉'];
const sheet = (cells: RawCell[][], merges: MergedRange[] = [], flags: CellFlag[] = [], name = 'Sheet1'): RawSheet => ({
  name,
  cells,
  merges,
  flags,
});
const list = (rows: RawCell[][], more: { merges?: MergedRange[]; flags?: CellFlag[] } = {}) =>
  sheet([TITLE, UPPER, LOWER, ...rows], [...HEAD_MERGES, ...(more.merges ?? [])], more.flags);
const row = (patient: RawCell, village: RawCell = '竹坪村', guardian: RawCell = '桓拾萤', staff: RawCell[] = STAFF): RawCell[] => [
  1,
  patient,
  village,
  ...staff,
  guardian,
];
const read = (...sheets: RawSheet[]) => readResponsibilityList(sheets, today);
const listRows = (...sheets: RawSheet[]) => read(...sheets).rows.filter((one): one is ListRow => one.part === 'list');
const names = (one: ListRow | undefined) =>
  one &&
  [one.patient, ...Object.values(one.seats)].map(cell =>
    cell.reading.kind === 'people' ? cell.reading.names.join('+') : cell.reading.kind,
  );

describe('the head of a list', () => {
  it('is found below a merged title, in two merged rows', () => {
    const result = read(list([row('祝屿')]));
    expect(result.sheets).toEqual([{ name: 'Sheet1', kind: 'list', ignored: [] }]);
    expect(result.problems).toEqual([]);
    expect(result.skipped.map(one => [one.place.row, one.kind])).toEqual([
      [1, 'title'],
      [2, 'head'],
      [3, 'head'],
    ]);
    expect(names(result.rows[0] as ListRow)).toEqual(['祝屿', ...STAFF, '桓拾萤']);
    expect(result.rows[0]).toMatchObject({
      key: 's0r4',
      place: { sheet: 'Sheet1', row: 4, column: '' },
      village: { value: '竹坪村', place: { column: 'C' } },
    });
  });

  it('may have been typed without merging', () => {
    expect(names(listRows(sheet([TITLE, UPPER, LOWER, row('祝屿')]))[0])).toEqual(['祝屿', ...STAFF, '桓拾萤']);
  });

  it('may be one row, without a title, its columns in another order with blank and unknown ones between', () => {
    const cells = [
      ['网格员', null, '村（居）', '患者姓名', '低保类别', '监护人', '精防医生', '组长', '民警'],
      ['荀漱玉', null, '竹坪村', '祝屿', '甲', '桓拾萤', '宓扶摇', '郜砚秋', '逄望舒'],
    ];
    const result = read(sheet(cells));
    expect(result.sheets[0]?.ignored).toEqual([{ sheet: 'Sheet1', row: 1, column: 'E' }]);
    expect(names(result.rows[0] as ListRow)).toEqual(['祝屿', '郜砚秋', '逄望舒', 'none', '宓扶摇', 'none', 'none', '荀漱玉', '桓拾萤']);
    expect(result.problems.map(problem => [problem.code, problem.weight])).toEqual(Array(3).fill(['HEAD_COLUMN_MISSING', 'notice']));
  });

  it('may be repeated on every printed page', () => {
    const result = read(list([row('祝屿'), UPPER, LOWER, row('祝桐')]));
    expect(result.rows.map(one => one.place.row)).toEqual([4, 7]);
  });

  it('refuses a list without villages, or with a post twice', () => {
    const without = [
      ['患者姓名', ...POSTS],
      ['祝屿', ...STAFF, '桓拾萤'],
    ];
    expect(read(sheet(without)).problems).toMatchObject([
      { code: 'HEAD_COLUMN_MISSING', weight: 'refusal', say: expect.stringContaining('所属村居') as string },
    ]);
    const twice = [
      ['患者姓名', '村', ...POSTS, '网格员'],
      ['祝屿', '竹坪村', ...STAFF, '桓拾萤', '荀漱玉'],
    ];
    expect(read(sheet(twice)).problems).toMatchObject([{ code: 'HEAD_COLUMN_TWICE', weight: 'refusal', column: 'K' }]);
  });

  it('is missed in a file that is something else, or empty', () => {
    expect(
      read(
        sheet([
          ['科目', '金额'],
          ['办公费', 12],
        ]),
      ).problems,
    ).toMatchObject([{ code: 'HEAD_NOT_FOUND' }]);
    expect(read(sheet([])).problems).toMatchObject([{ code: 'HEAD_NOT_FOUND' }]);
    expect(read().problems).toMatchObject([{ code: 'HEAD_NOT_FOUND' }]);
    expect(read(list([])).problems).toMatchObject([{ code: 'NO_ROWS' }]);
  });

  it('knows headings with remarks in brackets and signs', () => {
    expect(['组长（村主职）', '*患者姓名', ' 所 属 村 / 居 ', '监护人：', '身份证号码', '奖金'].map(roleOfHeading)).toEqual([
      'lead',
      'patient',
      'village',
      'guardian',
      'identityNumber',
      null,
    ]);
    expect([0, 25, 26, 59, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'BH', 'ZZ', 'AAA']);
  });
});

describe('rows below the head', () => {
  it('are told apart: patients, totals, remarks, blank and numbered but empty rows', () => {
    const rows: RawCell[][] = [
      row('祝屿'),
      [],
      [2, null, null, null],
      ['合计', null, 1, 7],
      [null, '小 计', '共1人'],
      ['共1人'],
      ['备注：以上名单由各村核对'],
      ['说明', '每季度更新一次'],
      ['填表人：荀漱玉', null, null, '审核人：郜砚秋'],
      row('祝桐'),
    ];
    const result = read(list(rows));
    expect(result.rows.map(one => one.place.row)).toEqual([4, 13]);
    expect(result.skipped.slice(3).map(one => [one.place.row, one.kind])).toEqual([
      [5, 'blank'],
      [6, 'blank'],
      [7, 'total'],
      [8, 'total'],
      [9, 'total'],
      [10, 'note'],
      [11, 'note'],
      [12, 'note'],
    ]);
  });

  it('are never lost: every row of the sheet is either read or told as skipped', () => {
    const result = read(list([row('祝屿'), [null, 'x'], ['?'], [], row(null)]));
    expect([...result.rows, ...result.skipped].map(one => one.place.row).sort((a, b) => a - b)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  });

  it('share a village and posts that are merged downwards; a line across the sheet is a remark', () => {
    const merges = [
      { top: 3, left: 2, bottom: 5, right: 2 },
      { top: 3, left: 3, bottom: 5, right: 3 },
      { top: 6, left: 0, bottom: 6, right: 10 },
    ];
    const bare = (name: string): RawCell[] => [2, name, null, null, ...STAFF.slice(1), '桓拾萤'];
    const result = listRows(list([row('祝屿'), bare('祝桐'), bare('祝棣'), ['二、柳湾片区'], row('祝枫', '柳湾村')], { merges }));
    expect(result.map(one => one.village.value)).toEqual(['竹坪村', '竹坪村', '竹坪村', '柳湾村']);
    expect(result.map(one => one.seats.lead.written)).toEqual(['郜砚秋', '郜砚秋', '郜砚秋', '郜砚秋']);
  });

  it('report what is wrong by row and column, all of it', () => {
    const [one] = listRows(list([row('祝*', null, '19900000001')]));
    expect(one?.faults.map(fault => [fault.row, fault.column, fault.code])).toEqual([
      [4, 'B', 'NAME_MASKED'],
      [4, 'K', 'NAME_CHARACTERS'],
      [4, 'C', 'VILLAGE_MISSING'],
    ]);
    expect(listRows(list([row(null)]))[0]?.faults).toMatchObject([{ code: 'PATIENT_MISSING', column: 'B', weight: 'refusal' }]);
    expect(listRows(list([row('祝屿、祝桐')]))[0]?.faults).toMatchObject([{ code: 'PATIENT_SEVERAL', column: 'B' }]);
  });

  it('do not accept formulas, error values and dates where a person should have typed', () => {
    const flags: CellFlag[] = [
      { row: 3, column: 0, kind: 'formula' },
      { row: 3, column: 1, kind: 'formula' },
      { row: 3, column: 3, kind: 'formulaLike' },
      { row: 3, column: 4, kind: 'error' },
    ];
    const staff: RawCell[] = ['=1+1', null, new Date(0), ...STAFF.slice(3)];
    expect(listRows(list([row('祝屿', '竹坪村', '桓拾萤', staff)], { flags }))[0]?.faults.map(fault => [fault.column, fault.code])).toEqual(
      expect.arrayContaining([
        ['B', 'CELL_FORMULA'],
        ['D', 'CELL_FORMULA'],
        ['E', 'CELL_ERROR'],
        ['F', 'CELL_DATE'],
      ]) as unknown[],
    );
  });
});

describe('the details', () => {
  const HEAD = ['患者姓名', '身份证号', '联系电话', '诊断', '危险性等级', '监护人', '与患者关系', '监护人电话', '人员状态'];
  const number = `99010119790228001${identityCheckDigit('99010119790228001')}`;
  const details = (...rows: RawCell[][]) => sheet([HEAD, ...rows], [], [], '患者信息');
  const detailRows = (...sheets: RawSheet[]) => read(...sheets).rows.filter((one): one is DetailRow => one.part === 'details');

  it('are read from a second sheet', () => {
    const result = read(
      list([row('祝屿')]),
      details(['祝 屿', number, '199 0000 0001', '精神分裂', '3级', '桓拾萤', '母亲', 19900000002, '已纳管']),
    );
    expect(result.sheets.map(one => one.kind)).toEqual(['list', 'details']);
    expect(result.rows[1]).toMatchObject({
      key: 's1r2',
      patient: { reading: { names: ['祝屿'] } },
      identityNumber: { value: number },
      mobile: { value: '19900000001' },
      diagnosis: { value: 'schizophrenia' },
      riskRating: { value: 3 },
      relation: { value: 'parent' },
      guardianMobile: { value: '19900000002' },
      state: { value: 'inCare' },
      faults: [],
    });
  });

  it('may be blank, or in words for a person to decide', () => {
    expect(detailRows(details(['祝屿', '/', null, '无', '', '', '', '']))[0]).toMatchObject({
      faults: [],
      diagnosis: { value: null, written: '' },
    });
    expect(detailRows(details(['祝屿', number, null, '抑郁症', 0, '桓拾萤', '父子', null]))[0]).toMatchObject({
      faults: [],
      diagnosis: { value: null, written: '抑郁症' },
      relation: { value: null, written: '父子' },
      riskRating: { value: 0 },
    });
  });

  it.each([
    [['祝屿', `${number.slice(0, 17)}${number.endsWith('0') ? '1' : '0'}`], 'B', 'IDENTITY_CHECK_DIGIT'],
    [['祝屿', '990101790228001'], 'B', 'IDENTITY_OLD'],
    [['祝屿', 990101197902280000], 'B', 'IDENTITY_AS_NUMBER'],
    [['祝屿', '9.90101E+17'], 'B', 'IDENTITY_AS_NUMBER'],
    [['祝屿', new Date(0)], 'B', 'CELL_DATE'],
    [['祝屿', null, '12345'], 'C', 'MOBILE_INVALID'],
    [['祝屿', null, null, null, '6'], 'E', 'RISK_INVALID'],
    [['祝屿', null, null, null, 2.5], 'E', 'RISK_INVALID'],
    [['祝屿', null, null, null, null, '桓拾萤、祝桐'], 'F', 'GUARDIAN_SEVERAL'],
    [['祝屿', null, null, null, null, null, null, null, '不好说'], 'I', 'STATE_INVALID'],
    [[null, null, null, '精神分裂'], 'A', 'PATIENT_MISSING'],
  ] as [RawCell[], string, string][])('%j is refused in column %s: %s', (cells, column, code) => {
    expect(detailRows(details(cells))[0]?.faults).toMatchObject([{ row: 2, column, code, weight: 'refusal' }]);
  });

  it('may call both phones 联系电话, and be in a second file with a sheet of the same name', () => {
    const cells = [
      ['姓名', '身份证', '联系电话', '病种', '监护人姓名', '关系', '联系电话'],
      ['祝屿', number, '19900000001', '双相障碍', '桓拾萤', '母亲', '19900000002'],
    ];
    const result = read(list([row('祝屿')]), sheet(cells));
    expect(result.sheets.map(one => one.name)).toEqual(['Sheet1', 'Sheet1（2）']);
    expect(result.rows[1]).toMatchObject({
      place: { sheet: 'Sheet1（2）' },
      mobile: { value: '19900000001' },
      guardianMobile: { value: '19900000002' },
    });
  });
});
