/** Letters and digits that nobody mistakes for another, on paper or read out: no 0 O, 1 I L, 2 Z, 5 S, 8 B. */
export const CODE_ALPHABET = '34679ACDEFGHJKMNPQRTUVWXY';
export const CODE_LENGTH = 8;
const CODE = new RegExp(`^[${CODE_ALPHABET}]{${String(CODE_LENGTH)}}$`);

/** A code of eight characters (37 bits). `below(n)` gives an unpredictable whole number from 0 to n − 1. */
export const makeCode = (below: (n: number) => number): string =>
  Array.from({ length: CODE_LENGTH }, () => CODE_ALPHABET[below(CODE_ALPHABET.length)]).join('');

/** The code that was meant by what was typed: spaces, hyphens, full-width and small letters are forgiven. `undefined` when it is none. */
export function readCode(typed: string): string | undefined {
  const code = typed.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase();
  return CODE.test(code) ? code : undefined;
}

/** 'ACDE-3467': as it is shown and printed. */
export const showCode = (code: string): string => `${code.slice(0, CODE_LENGTH / 2)}-${code.slice(CODE_LENGTH / 2)}`;

/** What the QR of a desk ticket holds. */
export const ticketQr = (code: string): string => `guanhu:ticket:${code}`;
/** What the QR of an invitation holds; with the county, so that nothing has to be searched. */
export const invitationQr = (countyId: number, code: string): string => `guanhu:invitation:${String(countyId)}:${code}`;

export type ScannedCode =
  { readonly kind: 'ticket'; readonly code: string } | { readonly kind: 'invitation'; readonly countyId: number; readonly code: string };

/** Reads a scanned QR of ours. `undefined` for anything else. */
export function readQr(text: string): ScannedCode | undefined {
  const [, ticket] = /^guanhu:ticket:(.+)$/.exec(text) ?? [];
  const ticketCode = ticket === undefined ? undefined : readCode(ticket);
  if (ticketCode !== undefined) return { kind: 'ticket', code: ticketCode };
  const [, county, invitation] = /^guanhu:invitation:([1-9]\d{0,9}):(.+)$/.exec(text) ?? [];
  const code = invitation === undefined ? undefined : readCode(invitation);
  return county !== undefined && code !== undefined ? { kind: 'invitation', countyId: Number(county), code } : undefined;
}
