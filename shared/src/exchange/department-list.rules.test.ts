import type { RawCell, RawSheet } from '../intake/import.terms.ts';
import { calendarDate } from '../kernel/calendar-date.ts';
import { identityCheckDigit } from '../registry/identity-number.rules.ts';
import { readDepartmentList, readField, readTypedList } from './department-list.rules.ts';
import { optionsOf } from './difference.terms.ts';
import { EXCHANGE_FIELD_KEYS, fieldOf } from './exchange.terms.ts';

const today = calendarDate('2026-11-20');
const sheet = (cells: RawCell[][], rest: Partial<RawSheet> = {}): RawSheet => ({ name: '名单', cells, merges: [], flags: [], ...rest });
const numberOf = (first: string) => first + identityCheckDigit(first);
const A = numberOf('99010119790228001');
const B = numberOf('99010119800301002');
const read = (cells: RawCell[][], rest: Partial<RawSheet> = {}, department: 'police' | 'health' | 'civilAffairs' = 'health') =>
  readDepartmentList([sheet(cells, rest)], department, today);
const HEAD = ['姓名', '身份证号', '人员状态', '危险性等级'];

it('reads a list below its title, with every field that is the department’s to state', () => {
  const { rows, ignored } = read([
    ['试验镇在册人员'],
    [...HEAD, '备注'],
    ['试甲', A, '在管', '3级', '无'],
    [null],
    ['试乙', B, '失联', ''],
  ]);
  expect(rows).toEqual([
    {
      sheet: '名单',
      row: 3,
      name: '试甲',
      idNumber: A,
      born: '1979-02-28',
      values: { status: 'inCare', risk: '3' },
      refused: null,
      notices: [],
    },
    {
      sheet: '名单',
      row: 5,
      name: '试乙',
      idNumber: B,
      born: '1980-03-01',
      values: { status: 'lostToFollowUp' },
      refused: null,
      notices: [],
    },
  ]);
  expect(ignored).toEqual(['备注']);
});

it('takes in no column that is not the department’s to state (TH-11)', () => {
  const { rows, ignored } = read([HEAD, ['试甲', A, '在管', '3级']], {}, 'police');
  expect(rows[0]?.values).toEqual({ status: 'inCare' });
  expect(ignored).toEqual(['危险性等级']);
});

it('makes 18 digits of 15 and says so', () => {
  const { rows } = read([HEAD, ['试甲', '990101790228001', '在管', '']]);
  expect(rows[0]).toMatchObject({ idNumber: A, born: '1979-02-28', refused: null, notices: ['IDENTITY_OLD'] });
});

it('finds the same person twice, also under the old number, and takes the first line only (DY-07)', () => {
  const { rows } = read([HEAD, ['试甲', A, '在管', ''], ['试甲', '990101790228001', '失访', '']]);
  expect(rows.map(row => row.refused)).toEqual([null, 'TWICE']);
  expect(rows[1]?.values).toEqual({});
});

it.each<[string, RawCell[], Partial<RawSheet>, string]>([
  ['no name', ['', A, '', ''], {}, 'NAME_MISSING'],
  ['two names', ['试甲、试乙', A, '', ''], {}, 'NAME_UNREADABLE'],
  ['a wrong number', ['试甲', `${A.slice(0, 17)}${A.endsWith('1') ? '2' : '1'}`, '', ''], {}, 'IDENTITY_WRONG'],
  ['a number that lost digits', ['试甲', 9.90101197902e17, '', ''], {}, 'IDENTITY_AS_NUMBER'],
  ['neither number nor birth', ['试甲', '', '', ''], {}, 'PERSON_UNKNOWABLE'],
  ['a formula', ['试甲', A, '', ''], { flags: [{ row: 1, column: 2, kind: 'formula' }] }, 'CELL_FORMULA'],
  ['what would run as a formula', ['=cmd', A, '', ''], { flags: [{ row: 1, column: 0, kind: 'formulaLike' }] }, 'CELL_FORMULA'],
  ['an error', ['试甲', A, '', ''], { flags: [{ row: 1, column: 1, kind: 'error' }] }, 'CELL_ERROR'],
])('refuses a line with %s, and keeps it with its reason', (_, line, rest, refused) => {
  expect(read([HEAD, line], rest).rows).toMatchObject([{ refused, values: {} }]);
});

it('leaves out what it does not understand and says so', () => {
  expect(read([HEAD, ['试甲', A, '正常', '高']]).rows[0]).toMatchObject({
    refused: null,
    values: {},
    notices: ['VALUE_UNREADABLE', 'VALUE_UNREADABLE'],
  });
});

it('reads a cell merged downwards for each of its lines', () => {
  const merges = [{ top: 1, left: 2, bottom: 2, right: 2 }];
  const { rows } = read([HEAD, ['试甲', A, '在管', '1'], ['试乙', B, null, '2']], { merges });
  expect(rows.map(row => row.values.status)).toEqual(['inCare', 'inCare']);
});

it('skips sheets without a list by name', () => {
  const list = readDepartmentList([sheet([['说明']], { name: '说明' }), sheet([HEAD, ['试甲', A, '', '']])], 'health', today);
  expect(list.skipped).toEqual(['说明']);
  expect(list.rows).toHaveLength(1);
});

it('reads a birth where there is no number', () => {
  const { rows } = read([
    ['姓名', '出生日期'],
    ['试甲', '1979年2月'],
    ['试乙', '去年'],
    ['试丙', new Date('1980-03-01T00:00:00Z')],
  ]);
  expect(rows.map(({ born, refused }) => [born, refused])).toEqual([
    ['1979-02', null],
    [null, 'BORN_UNREADABLE'],
    ['1980-03-01', null],
  ]);
});

it('reads what was typed alike', () => {
  const { rows } = readTypedList([{ name: '试 甲', idNumber: A, values: { economy: '低保', risk: '3' } }], 'civilAffairs', today);
  expect(rows).toMatchObject([{ sheet: '', row: 1, name: '试甲', values: { economy: '1' } }]);
  expect(rows[0]?.values).not.toHaveProperty('risk');
});

it('gives a verdict to every one of 50,000 lines', () => {
  const line = (n: number): RawCell[] => ['试甲', '', String(1930 + (n % 80)), ''];
  const { rows } = read([['姓名', '身份证号', '出生日期', '危险性等级'], ...Array.from({ length: 50_000 }, (_, n) => line(n))]);
  expect(rows).toHaveLength(50_000);
});

it('knows every option of every field by its own words', () => {
  for (const field of EXCHANGE_FIELD_KEYS)
    for (const [code, label] of Object.entries(optionsOf(field) ?? {})) expect([field, readField(field, label)]).toEqual([field, code]);
});

it('names a purpose with its law for every field, and shows a field to whoever states it (TH-11, BQ-06)', () => {
  for (const field of EXCHANGE_FIELD_KEYS) {
    const { statedBy, seenBy } = fieldOf(field);
    expect(statedBy.filter(each => !seenBy.includes(each))).toEqual([]);
  }
});
