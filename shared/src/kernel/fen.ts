/** Money: whole fen (1/100 yuan), never a fraction, never more than 2^53. */
export type Fen = number & { readonly __fen: never };

/** @throws RangeError unless `amount` is a whole number of fen, zero or more. */
export function fen(amount: number): Fen {
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError('not an amount in fen');
  return amount as Fen;
}

export const NOTHING: Fen = fen(0);

export const sum = (amounts: readonly Fen[]): Fen => fen(amounts.reduce((total: number, each) => total + each, 0));

/** '600.00': two decimals and no grouping, so that it can be copied into a form. */
export function yuan(amount: number): string {
  const whole = Math.trunc(Math.abs(amount) / 100);
  const rest = String(Math.abs(amount) % 100).padStart(2, '0');
  return `${amount < 0 ? '-' : ''}${whole}.${rest}`;
}

/** '26,116.67': for people, grouped by thousands. */
export const yuanGrouped = (amount: number): string => yuan(amount).replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** `amount × numerator ÷ denominator`, half up, in whole fen. Source: part-months by days (domain rules of the reward). */
export function share(amount: Fen, numerator: number, denominator: number): Fen {
  const product = BigInt(amount) * BigInt(numerator);
  const divisor = BigInt(denominator);
  return fen(Number((product * 2n + divisor) / (divisor * 2n)));
}
