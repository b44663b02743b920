import { grant, refuse, type Decision } from '../kernel/decision.ts';

/**
 * The file for the bank: one line a payment, every field at its place, the name last because its length varies.
 *
 *     H<list 32><payments 6><total in fen 15>
 *     D<number 6><reference 32><account 32><amount in fen 12><name>
 *
 * and what comes back from it, in any order:
 *
 *     Z<list 32><payments 6><total in fen 15>
 *     R<number 6><reference 32><amount in fen 12><00 paid, anything else not><reason>
 */
export type BankPayment = { readonly reference: string; readonly account: string; readonly name: string; readonly amountFen: number };
export type BankResult = { readonly reference: string; readonly paid: boolean; readonly code: string };

const PAID = '00';
const HEAD = /^Z([0-9A-Za-z]{32})(\d{6})(\d{15})$/;
const ROW = /^R(\d{6})([0-9A-Za-z]{32})(\d{12})([0-9A-Za-z]{2})(.{0,60})$/u;

const digits = (number: number, width: number): string => String(number).padStart(width, '0');
const totalOf = (payments: readonly Pick<BankPayment, 'amountFen'>[]): number =>
  payments.reduce((sum, { amountFen }) => sum + amountFen, 0);

/** The list's number in the file: 32 characters. */
export const listNumber = (listId: string): string => listId.replaceAll('-', '');

export const bankFile = (listId: string, payments: readonly BankPayment[]): string =>
  [
    `H${listNumber(listId)}${digits(payments.length, 6)}${digits(totalOf(payments), 15)}`,
    ...payments.map(
      ({ reference, account, name, amountFen }, n) =>
        `D${digits(n + 1, 6)}${reference}${account.padEnd(32)}${digits(amountFen, 12)}${name}`,
    ),
    '',
  ].join('\r\n');

/** What the bank says of every payment of the list; refused as a whole when one line is not what was sent. */
export function readBankResult(
  listId: string,
  sent: readonly Pick<BankPayment, 'reference' | 'amountFen'>[],
  text: string,
): Decision<readonly BankResult[]> {
  const [head, ...lines] = text
    .replace(/^\ufeff/, '')
    .split(/\r?\n/)
    .filter(line => line !== '');
  const said = HEAD.exec(head ?? '');
  if (!said) return refuse('BANK_FILE_UNREADABLE');
  if (said[1] !== listNumber(listId)) return refuse('BANK_FILE_OF_ANOTHER');
  const amounts = new Map(sent.map(({ reference, amountFen }) => [reference, amountFen]));
  const results = new Map<string, BankResult>();
  for (const line of lines) {
    const [, , reference = '', amount, code = ''] = ROW.exec(line) ?? [];
    if (amount === undefined) return refuse('BANK_FILE_UNREADABLE');
    const expected = amounts.get(reference);
    if (expected === undefined || results.has(reference)) return refuse('BANK_FILE_ROWS_EXTRA');
    if (Number(amount) !== expected) return refuse('BANK_FILE_AMOUNT_CHANGED');
    results.set(reference, { reference, paid: code === PAID, code });
  }
  if (results.size < sent.length) return refuse('BANK_FILE_ROWS_MISSING');
  if (Number(said[2]) !== sent.length || Number(said[3]) !== totalOf(sent)) return refuse('BANK_FILE_AMOUNT_CHANGED');
  return grant([...results.values()]);
}
