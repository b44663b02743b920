import { readTable } from './read-table.ts';
import { WORKBOOK_LIMITS } from './read-workbook.ts';

const read = (file: string | Buffer) => {
  const reading = readTable(Buffer.from(file as string), WORKBOOK_LIMITS);
  return reading.ok ? (reading.sheets[0] ?? null) : reading.fault;
};
/** 姓名,村 and 试甲,竹坪村 as GBK. */
const GBK = Buffer.from('d0d5c3fb2cb4e50d0acad4bcd72cd6f1c6bab4e50d0a', 'hex');

it('reads a text in GBK, and one in UTF-8 with its mark', () => {
  const cells = [['姓名', '村'], ['试甲', '竹坪村'], [null]];
  expect(read(GBK)).toMatchObject({ cells });
  expect(read('\ufeff姓名,村\r\n试甲,竹坪村\r\n')).toMatchObject({ cells });
});

it('keeps separators, quotes and line ends inside quotes', () => {
  expect(read('姓名,地址\n试甲,"竹坪村,3号 ""老屋""\n后面"')).toMatchObject({
    cells: [
      ['姓名', '地址'],
      ['试甲', '竹坪村,3号 "老屋"\n后面'],
    ],
  });
});

it('finds tabs and semicolons', () => {
  expect(read('姓名\t村\n试甲\t竹坪村')).toMatchObject({
    cells: [
      ['姓名', '村'],
      ['试甲', '竹坪村'],
    ],
  });
  expect(read('姓名;村')).toMatchObject({ cells: [['姓名', '村']] });
});

it('flags what a spreadsheet would run', () => {
  expect(read('姓名,备注\n试甲,"=HYPERLINK(""http://x"")"')).toMatchObject({ flags: [{ row: 1, column: 1, kind: 'formulaLike' }] });
});

it.each([
  ['nothing', '', 'FILE_EMPTY'],
  ['bytes that are no text', Buffer.from([0xff, 0xff, 0xff]), 'FILE_NOT_XLSX'],
  ['a text with a zero', Buffer.from('姓名\u0000'), 'FILE_NOT_XLSX'],
  ['a broken archive', Buffer.from('PK\u0003\u0004'), 'FILE_DAMAGED'],
  ['a quote that is never closed', '姓名,村\n"试甲,竹坪村\n试乙,柳湾村', 'FILE_DAMAGED'],
  ['a quote that swallows lines', `姓名,村\n"${'试甲,竹坪村\n'.repeat(200)}"`, 'FILE_DAMAGED'],
  ['too many rows', 'a\n'.repeat(WORKBOOK_LIMITS.rows + 1), 'TOO_MANY_ROWS'],
  ['too many columns', ','.repeat(WORKBOOK_LIMITS.columns), 'TOO_MANY_COLUMNS'],
  ['too many bytes', Buffer.alloc(WORKBOOK_LIMITS.bytes + 1, 'a'), 'FILE_TOO_LARGE'],
])('refuses %s', (_, file, fault) => expect(read(file)).toBe(fault));
