import fc from 'fast-check';
import { bankFile, listNumber, readBankResult } from './bank-file.rules.ts';

const LIST = '01900000-0000-7000-8000-000000000001';
const SENT = [
  { reference: 'gh'.padEnd(32, 'a'), account: '6217000000000000001', name: '试一', amountFen: 60_000 },
  { reference: 'gh'.padEnd(32, 'b'), account: '6217000000000000002', name: '试二', amountFen: 45_050 },
];
const row = (n: number, code = '00', amountFen = SENT[n]?.amountFen ?? 0, reference = SENT[n]?.reference ?? ''): string =>
  `R${String(n + 1).padStart(6, '0')}${reference}${String(amountFen).padStart(12, '0')}${code}`;
const head = (many = 2, total = 105_050, list = LIST): string =>
  `Z${listNumber(list)}${String(many).padStart(6, '0')}${String(total).padStart(15, '0')}`;
const read = (...lines: string[]) => readBankResult(LIST, SENT, lines.join('\r\n'));
const refusal = (...lines: string[]): string => {
  const decision = read(...lines);
  return decision.granted ? 'granted' : decision.code;
};

it('writes every field at its place', () => {
  expect(bankFile(LIST, SENT).split('\r\n')).toEqual([
    'H01900000000070008000000000000001000002000000000105050',
    `D000001gh${'a'.repeat(30)}6217000000000000001             000000060000试一`,
    `D000002gh${'b'.repeat(30)}6217000000000000002             000000045050试二`,
    '',
  ]);
});

it('reads who was paid, in any order, with or without a mark at the beginning', () => {
  expect(read(`\ufeff${head()}`, row(1, '51'), row(0), '')).toEqual({
    granted: true,
    value: [
      { reference: SENT[1]?.reference, paid: false, code: '51' },
      { reference: SENT[0]?.reference, paid: true, code: '00' },
    ],
  });
});

it.each([
  ['nothing', 'BANK_FILE_UNREADABLE', ['']],
  ['another list', 'BANK_FILE_OF_ANOTHER', [head(2, 105_050, '01900000-0000-7000-8000-000000000002'), row(0), row(1)]],
  ['a changed amount', 'BANK_FILE_AMOUNT_CHANGED', [head(), row(0, '00', 60_001), row(1)]],
  ['a changed total', 'BANK_FILE_AMOUNT_CHANGED', [head(2, 105_051), row(0), row(1)]],
  ['a missing row', 'BANK_FILE_ROWS_MISSING', [head(), row(0)]],
  ['an extra row', 'BANK_FILE_ROWS_EXTRA', [head(), row(0), row(1), row(1, '00', 1, 'gh'.padEnd(32, 'c'))]],
  ['a row twice', 'BANK_FILE_ROWS_EXTRA', [head(), row(0), row(0), row(1)]],
  ['half a row', 'BANK_FILE_UNREADABLE', [head(), row(0).slice(0, 40), row(1)]],
])('refuses %s as a whole', (_, code, lines) => {
  expect(refusal(...lines)).toBe(code);
});

it('takes no file in which any one digit of an amount was changed', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1 }), fc.nat({ max: 11 }), fc.nat({ max: 9 }), (line, place, digit) => {
      const rows = [row(0), row(1)];
      const changed = [...(rows[line] ?? '')];
      if (changed[39 + place] === String(digit)) return;
      changed[39 + place] = String(digit);
      rows[line] = changed.join('');
      expect(refusal(head(), ...rows)).toBe('BANK_FILE_AMOUNT_CHANGED');
    }),
  );
});
