import { addDays, earlier, type CalendarDate } from '../kernel/calendar-date.ts';
import { fen, NOTHING, share, sum, type Fen } from '../kernel/fen.ts';
import { lengthInDays, monthsTouching, overlap, type Span } from './term.rules.ts';

/** The standard from a day on, until the next one begins. */
export type RewardStandard = { readonly from: CalendarDate; readonly yearlyFen: Fen };

/** What the amounts of an agreement rest on. */
export type RewardTerms = {
  readonly term: Span;
  /** Day from which months are counted; the term's first day unless the county keeps another year. */
  readonly anchor: CalendarDate;
  /** In order of `from`; days before the first one earn nothing. */
  readonly standards: readonly RewardStandard[];
  /** Days without duty: a long hospital stay, custody, missing. */
  readonly pauses: readonly Span[];
  /** Most that one agreement may earn in its term; null without a cap. */
  readonly capFen: Fen | null;
  /** What the agreement with the guardian before left over in rounding; the pair then sums to what one agreement would have been. */
  readonly carry?: Exact | undefined;
};

/** One month in words: twelve of them make the year, to the fen, because the year is what is rounded. */
export const monthlyOf = (yearlyFen: Fen): Fen => share(yearlyFen, 1, 12);

/** Days of `span` outside all `pauses`, which may overlap one another. */
function dutyDays(span: Span, pauses: readonly Span[]): number {
  const paused = new Set<number>();
  for (const pause of pauses) {
    const shared = overlap(span, pause);
    if (!shared) continue;
    const start = lengthInDays({ from: span.from, to: shared.from }) - 1;
    for (let day = 0; day < lengthInDays(shared); day += 1) paused.add(start + day);
  }
  return lengthInDays(span) - paused.size;
}

/** A sum of fractions of fen kept exact: numerator over denominator, both whole. */
export type Exact = { readonly numerator: bigint; readonly denominator: bigint };
const NO_REST: Exact = { numerator: 0n, denominator: 1n };
const plus = (a: Exact, b: Exact): Exact => ({
  numerator: a.numerator * b.denominator + b.numerator * a.denominator,
  denominator: a.denominator * b.denominator,
});
/** Also of what is less than nothing: a carry may be. */
const roundHalfUp = ({ numerator, denominator }: Exact): number => {
  const [twice, whole] = [numerator * 2n + denominator, denominator * 2n];
  return Number(twice / whole - (twice < 0n && twice % whole !== 0n ? 1n : 0n));
};
const halfUp = (exact: Exact): Fen => fen(roundHalfUp(exact));

/** The stretches of `span` with the yearly amount in force on them. */
function stretches(span: Span, standards: readonly RewardStandard[]): readonly (readonly [Span, Fen])[] {
  return standards.flatMap((standard, index) => {
    const next = standards[index + 1];
    const to = next ? earlier(addDays(next.from, -1), span.to) : span.to;
    const inForce = overlap(span, { from: standard.from, to });
    return inForce ? [[inForce, standard.yearlyFen] as const] : [];
  });
}

/**
 * What the days of `span` earn, unrounded: for every month that it touches, days of duty ÷ calendar days of that month × a
 * twelfth of the yearly standard. A whole month of duty is a twelfth whatever its length.
 */
function earned(span: Span, terms: RewardTerms): Exact {
  let total = NO_REST;
  for (const month of monthsTouching(span, terms.anchor)) {
    const inside = overlap(month, span);
    if (!inside) continue;
    let ofMonth = 0n;
    for (const [stretch, yearlyFen] of stretches(inside, terms.standards)) {
      ofMonth += BigInt(dutyDays(stretch, terms.pauses)) * BigInt(yearlyFen);
    }
    if (ofMonth > 0n) total = plus(total, { numerator: ofMonth, denominator: BigInt(lengthInDays(month) * 12) });
  }
  return total;
}

const capped = (amount: Fen, terms: RewardTerms): Fen => (terms.capFen !== null && amount > terms.capFen ? terms.capFen : amount);
/** What decided periods earn in full, by their first day. */
export type Decided = ReadonlyMap<CalendarDate, Fen>;
const atLeastNothing = (amount: number): Fen => fen(Math.max(amount, NOTHING));

/** What the whole term earns with every duty done, rounded once together with what a guardian before left over. */
export const fullAmount = (terms: RewardTerms): Fen =>
  capped(atLeastNothing(roundHalfUp(plus(terms.carry ?? NO_REST, earned(terms.term, terms)))), terms);

/**
 * What each period earns with every duty done. Each is rounded half up by itself and never exceeds what is left; the last one
 * absorbs the rest, so that the periods sum to the amount of the term to the fen. What is decided stays as it is; when nothing else is
 * left because the agreement ended exactly where a decided period ends, that one rises by the rest. Source: payment rules of the reward.
 * @param decided what periods that are decided already earn in full, by their first day
 */
export function amountsOf(periods: readonly Span[], terms: RewardTerms, decided: Decided = new Map()): readonly Fen[] {
  const fixed = periods.map(period => decided.get(period.from));
  let left = fullAmount(terms) - sum(fixed.filter(amount => amount !== undefined));
  const lastOpen = fixed.lastIndexOf(undefined);
  return periods.map((period, index) => {
    const amount = fixed[index];
    if (amount !== undefined) return lastOpen === -1 && index === periods.length - 1 && left > 0 ? fen(amount + left) : amount;
    const rest = atLeastNothing(left);
    const own = halfUp(earned(period, terms));
    const mine = index === lastOpen || own > rest ? rest : own;
    left -= mine;
    return mine;
  });
}

/**
 * What an agreement that ends with its guardian hands on to the next one of the same patient and year: the part of a fen that rounding
 * took or gave, and what is left under the cap. Source: a new guardian needs a new agreement, the amount splits by days.
 * @param paid what its periods earn together, where that is not the amount of its term
 */
export function handOn(terms: RewardTerms, paid: Fen = fullAmount(terms)): Pick<RewardTerms, 'anchor' | 'capFen' | 'carry'> {
  const exact = plus(terms.carry ?? NO_REST, earned(terms.term, terms));
  // Under a cap nothing of a fen is left over: what is cut is cut.
  const isCut = terms.capFen !== null && roundHalfUp(exact) > terms.capFen;
  return {
    anchor: terms.anchor,
    capFen: terms.capFen === null ? null : fen(terms.capFen - paid),
    carry: isCut ? NO_REST : plus(exact, { numerator: -BigInt(paid), denominator: 1n }),
  };
}

/** What the guardian has earned in a period until `today`, labelled 预计 wherever it is shown. */
export function expectedSoFar(period: Span, terms: RewardTerms, today: CalendarDate, fullFen: Fen): Fen {
  if (today < period.from) return NOTHING;
  const own = halfUp(earned({ from: period.from, to: earlier(today, period.to) }, terms));
  return today >= period.to || own > fullFen ? fullFen : own;
}
