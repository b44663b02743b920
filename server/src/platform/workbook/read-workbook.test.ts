import { deflateRawSync } from 'node:zlib';
import { readResponsibilityList } from '@guanhu/shared/intake/responsibility-list.rules';
import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { utils, write, type WorkBook, type WorkSheet } from '@e965/xlsx';
import { readWorkbook, WORKBOOK_LIMITS, type WorkbookReading } from './read-workbook.ts';
import { storedZip } from './zip-archive.ts';

const MEGABYTE = 1024 * 1024;
const book = (...sheets: [string, WorkSheet][]): WorkBook => {
  const one = utils.book_new();
  for (const [name, sheet] of sheets) utils.book_append_sheet(one, sheet, name);
  return one;
};
const xlsx = (one: WorkBook): Buffer => write(one, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer;
const file = (cells: unknown[][]): Buffer => xlsx(book(['名单', utils.aoa_to_sheet(cells)]));
const fault = (reading: WorkbookReading) => (reading.ok ? 'read' : reading.fault);
const sheets = (reading: WorkbookReading) => (reading.ok ? reading.sheets : []);
const only = (reading: WorkbookReading) => sheets(reading)[0] ?? { name: '', cells: [], flags: [], merges: [] };

/** A workbook by its parts, as an attacker would write it. */
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const parts = (sheetXml: string, more: Record<string, string> = {}): ReadonlyMap<string, Buffer> =>
  new Map(
    Object.entries({
      '[Content_Types].xml':
        `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>` +
        `<Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/><Override PartName="/xl/externalLinks/externalLink1.xml" ContentType="${SHEET_TYPE}.externalLink+xml"/></Types>`,
      '_rels/.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `<?xml version="1.0"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="名单" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<?xml version="1.0"?><worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">${sheetXml}</worksheet>`,
      ...more,
    }).map(([name, text]) => [name, Buffer.from(text)] as const),
  );
const cell = (at: string, text: string) => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`;
const data = (...cells: string[]) => `<sheetData><row r="1">${cells.join('')}</row></sheetData>`;

describe('a workbook', () => {
  it('is read as raw cells from A1, with its merged ranges', () => {
    const sheet = utils.sheet_add_aoa(utils.aoa_to_sheet([]), [['责任清单'], [], [null, '祝\u3000屿', 3, true]], { origin: 'B2' });
    sheet['!merges'] = [{ s: { r: 1, c: 1 }, e: { r: 1, c: 4 } }];
    expect(readWorkbook(xlsx(book(['一', sheet], ['二', utils.aoa_to_sheet([['a']])])))).toEqual({
      ok: true,
      sheets: [
        {
          name: '一',
          cells: [[], [null, '责任清单'], [], [null, null, '祝\u3000屿', 3, true]],
          merges: [{ top: 1, left: 1, bottom: 1, right: 4 }],
          flags: [],
        },
        { name: '二', cells: [['a']], merges: [], flags: [] },
      ],
    });
  });

  it('may be stored without compression and may hold what is never opened', () => {
    const more = {
      'xl/externalLinks/externalLink1.xml': '<broken',
      'xl/media/image1.png': 'x',
      'xl/comments1.xml': '<!',
      'docProps/app.xml': '<a/>',
    };
    expect(only(readWorkbook(storedZip(parts(data(cell('A1', '祝屿')), more)))).cells).toEqual([['祝屿']]);
  });

  it('hands dates on as dates', () => {
    const [value] = only(readWorkbook(file([[new Date(Date.UTC(2024, 1, 29))]]))).cells[0] ?? [];
    expect(value).toBeInstanceOf(Date);
  });

  it('leaves hidden sheets closed', () => {
    const one = book(['看得见', utils.aoa_to_sheet([['a']])], ['隐藏', utils.aoa_to_sheet([['b']])]);
    one.Workbook = {
      Sheets: [
        { name: '看得见', Hidden: 0 },
        { name: '隐藏', Hidden: 2 },
      ],
    };
    expect(sheets(readWorkbook(xlsx(one))).map(sheet => sheet.name)).toEqual(['看得见']);
  });

  it('computes no formula and marks what a spreadsheet would run', () => {
    const xml = `<sheetData><row r="1"><c r="A1" t="str"><f>HYPERLINK("http://x","祝屿")</f><v>祝屿</v></c>${cell('B1', '=1+1')}${cell('C1', '@SUM(A1)')}${cell('D1', '-')}${cell('E1', '+8619900000001')}${cell('F1', '＋cmd')}<c r="G1" t="e"><v>#REF!</v></c>${cell('H1', '-2+3')}<c r="I1"><f>[1]Sheet1!A1</f><v>5</v></c></row></sheetData>`;
    const sheet = only(readWorkbook(storedZip(parts(xml))));
    expect(sheet.cells).toEqual([['祝屿', '=1+1', '@SUM(A1)', '-', '+8619900000001', '＋cmd', null, '-2+3', 5]]);
    expect(sheet.flags.map(flag => [flag.column, flag.kind])).toEqual([
      [0, 'formula'],
      [1, 'formulaLike'],
      [2, 'formulaLike'],
      [5, 'formulaLike'],
      [6, 'error'],
      [7, 'formulaLike'],
      [8, 'formula'],
    ]);
  });

  it('is understood by the rules of the list', () => {
    const head = ['患者姓名', '所属村(居)', '组长', '驻村民警', '综治专干', '监护人'];
    const reading = readWorkbook(file([head, ['祝屿', '竹坪村', '=cmd|calc', '逄望舒', '仉听澜', '桓拾萤']]));
    const { rows } = readResponsibilityList(sheets(reading), calendarDate('2026-03-01'));
    expect(rows[0]?.faults).toMatchObject([{ row: 2, column: 'C', code: 'CELL_FORMULA' }]);
  });
});

describe('a file that is no workbook', () => {
  const compound = (inside: string) =>
    Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600), Buffer.from(inside, 'utf16le')]);
  it.each([
    ['nothing', Buffer.alloc(0), 'FILE_EMPTY'],
    ['CSV', Buffer.from('姓名,村\n祝屿,竹坪村\n'), 'FILE_NOT_XLSX'],
    ['HTML called .xlsx', Buffer.from('<html><table><tr><td>祝屿</td></tr></table></html>'), 'FILE_NOT_XLSX'],
    ['PDF', Buffer.from('%PDF-1.7'), 'FILE_NOT_XLSX'],
    ['.xls', compound('Workbook'), 'FILE_OLD_XLS'],
    ['an encrypted .xlsx', compound('EncryptedPackage'), 'FILE_ENCRYPTED'],
    ['another archive', storedZip(new Map([['a.txt', Buffer.from('a')]])), 'FILE_NOT_XLSX'],
    [
      'OpenDocument',
      storedZip(
        new Map([
          ['META-INF/manifest.xml', Buffer.from('<a/>')],
          ['content.xml', Buffer.from('<a/>')],
        ]),
      ),
      'FILE_NOT_XLSX',
    ],
    [
      '.xlsb',
      storedZip(
        new Map([
          ['[Content_Types].xml', Buffer.from('<Types/>')],
          ['xl/workbook.bin', Buffer.alloc(9)],
        ]),
      ),
      'FILE_NOT_XLSX',
    ],
    ['a workbook with macros', storedZip(parts(data(cell('A1', 'a')), { 'xl/vbaProject.bin': 'x' })), 'FILE_MACROS'],
    ['a truncated workbook', file([['祝屿']]).subarray(0, 900), 'FILE_DAMAGED'],
    ['the first bytes of an archive', Buffer.from('PK\u0003\u0004', 'latin1'), 'FILE_DAMAGED'],
  ])('%s is refused by its content', (_, bytes, expected) => {
    expect(fault(readWorkbook(bytes))).toBe(expected);
  });

  it('never makes the reader throw, whatever byte is changed', () => {
    const good = storedZip(parts(data(cell('A1', '祝屿'))));
    for (let at = 0; at < good.length; at += 7) {
      const bad = Buffer.from(good);
      bad.writeUInt8((bad.readUInt8(at) + 101) % 256, at);
      expect(() => readWorkbook(bad)).not.toThrow();
    }
  });
});

describe('a workbook that is too much', () => {
  it('is refused by its size before anything is opened', () => {
    expect(fault(readWorkbook(Buffer.alloc(WORKBOOK_LIMITS.bytes + 1, 'PK')))).toBe('FILE_TOO_LARGE');
  });

  /** One deflated entry with sizes of our choosing in the central directory. */
  const bomb = (real: number, declared: number): Buffer => {
    const name = Buffer.from('xl/worksheets/sheet1.xml');
    const packed = deflateRawSync(Buffer.alloc(real, 0x20));
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(8, 8);
    local.writeUInt32LE(packed.length, 18);
    local.writeUInt32LE(declared, 22);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(declared, 24);
    entry.writeUInt16LE(name.length, 28);
    const end = Buffer.alloc(22);
    end.writeUInt32LE(0x06054b50, 0);
    end.writeUInt16LE(1, 10);
    end.writeUInt32LE(30 + name.length + packed.length, 16);
    return Buffer.concat([local, name, packed, entry, name, end]);
  };

  it('is refused when it declares more than 50 MB', () => {
    expect(fault(readWorkbook(bomb(60 * MEGABYTE, 60 * MEGABYTE)))).toBe('FILE_TOO_LARGE_INSIDE');
  });
  it('is refused when it inflates to more than it declares, without inflating it', () => {
    const lying = bomb(200 * MEGABYTE, 1_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(fault(readWorkbook(lying))).toBe('FILE_DAMAGED');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(MEGABYTE);
  });
  it('is refused when two entries share their bytes', () => {
    const zip = Buffer.from(
      storedZip(
        new Map([
          ['xl/worksheets/a.xml', Buffer.alloc(500)],
          ['xl/worksheets/b.xml', Buffer.alloc(500)],
        ]),
      ),
    );
    const second = zip.lastIndexOf(Buffer.from('xl/worksheets/b.xml')) - 4;
    zip.writeUInt32LE(0, second);
    expect(fault(readWorkbook(zip))).toBe('FILE_DAMAGED');
  });

  it.each([
    ['5100 rows', 'read', Array.from({ length: 5_100 }, () => [1])],
    ['5101 rows', 'TOO_MANY_ROWS', Array.from({ length: 5_101 }, () => [1])],
    ['60 columns', 'read', [Array.from({ length: 60 }, () => 1)]],
    ['61 columns', 'TOO_MANY_COLUMNS', [Array.from({ length: 61 }, () => 1)]],
  ])('%s: %s', (_, expected, cells) => {
    expect(fault(readWorkbook(file(cells)))).toBe(expected);
  });
  it('may have formats on a million blank rows', () => {
    const xml = `<dimension ref="A1:XFD1048576"/><sheetData><row r="1">${cell('A1', '祝屿')}</row><row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>`;
    expect(only(readWorkbook(storedZip(parts(xml)))).cells).toEqual([['祝屿']]);
  });
  it('is refused for one cell far away, at once', () => {
    const xml = `<sheetData><row r="1048576">${cell('XFD1048576', 'a')}</row></sheetData>`;
    const before = performance.now();
    expect(fault(readWorkbook(storedZip(parts(xml))))).toBe('TOO_MANY_ROWS');
    expect(performance.now() - before).toBeLessThan(1_000);
  });
  it('is refused for more cells than the limits allow, even empty ones, before they are parsed', () => {
    const many = storedZip(
      parts(`<sheetData><row r="1">${'<c />'.repeat(WORKBOOK_LIMITS.rows * WORKBOOK_LIMITS.columns + 1)}</row></sheetData>`),
    );
    const before = performance.now();
    expect(fault(readWorkbook(many))).toBe('TOO_MANY_ROWS');
    expect(performance.now() - before).toBeLessThan(1_000);
  });
  it('is refused for 21 sheets', () => {
    const many = (count: number) =>
      xlsx(book(...Array.from({ length: count }, (_, at) => [`表${at}`, utils.aoa_to_sheet([['a']])] as [string, WorkSheet])));
    expect([fault(readWorkbook(many(20))), fault(readWorkbook(many(21)))]).toEqual(['read', 'TOO_MANY_SHEETS']);
  });
  it('is refused for merged ranges that cover everything again and again', () => {
    const merges = Array.from({ length: 2_000 }, () => '<mergeCell ref="A1:XFD1048576"/>').join('');
    const rows = Array.from({ length: 60 }, (_, at) => `<row r="${at + 1}">${cell(`A${at + 1}`, 'a')}</row>`).join('');
    expect(fault(readWorkbook(storedZip(parts(`<sheetData>${rows}</sheetData><mergeCells>${merges}</mergeCells>`))))).toBe(
      'TOO_MANY_MERGES',
    );
  });
  it('has its texts cut, never in the middle of a character', () => {
    const [text] = only(readWorkbook(file([['\u{20000}'.repeat(1_200)]]))).cells[0] ?? [];
    expect(Array.from(String(text))).toHaveLength(WORKBOOK_LIMITS.characters);
    expect(String(text).endsWith('\u{20000}')).toBe(true);
  });
  it('does not expand entities', () => {
    const lol = '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>';
    const xml = data(cell('A1', '&b;'));
    const zip = storedZip(
      new Map([...parts(xml), ['xl/worksheets/sheet1.xml', Buffer.from(`<?xml version="1.0"?>${lol}<worksheet>${xml}</worksheet>`)]]),
    );
    expect(JSON.stringify(readWorkbook(zip))).not.toContain('aaaaaaaaaa');
  });
});
