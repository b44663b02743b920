import { addDays, earlier, later, type CalendarDate } from '../kernel/calendar-date.ts';
import { VISITING_SEATS, type VisitPolicy, type VisitingSeat } from '../policy/policy.terms.ts';
import type { Stability } from '../policy/stability.terms.ts';
import { EARLY_REVISIT_DAYS, NATIONAL_INTERVAL_DAYS, bandOf, rankOf, worse } from '../policy/visit-policy.rules.ts';
import type { RiskRating } from '../registry/risk-rating.rules.ts';

/** Where a patient stands. Nulls are what nobody knows yet. */
export type StandingFacts = {
  readonly risk: RiskRating | null;
  readonly stability: Stability | null;
  /** Whether the class was the same at the visit before. */
  readonly settled: boolean;
  /** Key of a band of the policy in force. */
  readonly band: string | null;
  readonly lastIncidentOn: CalendarDate | null;
};

export const NOTHING_KNOWN: StandingFacts = { risk: null, stability: null, settled: false, band: null, lastIncidentOn: null };

/** Something new that is known of a patient. */
export type Finding = {
  readonly risk?: RiskRating | undefined;
  readonly stability?: Stability | undefined;
  /** Whether the finder may decide on a better class: the doctor. Anybody's worse one counts at once. */
  readonly decides?: boolean | undefined;
  readonly incidentOn?: CalendarDate | undefined;
};

export type NextStanding = {
  readonly facts: StandingFacts;
  /** The calmer band that the facts speak for. The present one stays: a downgrade is decided by two people. */
  readonly calmerBand: string | null;
};

/** The standing after a finding. Upgrades count at once; the band never gets calmer by itself. */
export function standingAfter(before: StandingFacts, finding: Finding, policy: VisitPolicy, today: CalendarDate): NextStanding {
  const facts = { ...foundAfter(before, finding), lastIncidentOn: latest(before.lastIncidentOn, finding.incidentOn ?? null) };
  const found = bandOf(policy, facts, today)?.key ?? null;
  const stays = staysAt(policy, before.band, found);
  return { facts: { ...facts, band: stays ? before.band : found }, calmerBand: stays && found !== before.band ? found : null };
}

/** What the newest findings say, by themselves. */
export type FoundFacts = Pick<StandingFacts, 'risk' | 'stability' | 'settled'>;

/** Risk and class after a finding. */
export function foundAfter(before: FoundFacts, finding: Finding): FoundFacts {
  const stability = nextStability(before.stability, finding);
  return {
    risk: finding.risk ?? before.risk,
    stability,
    settled: finding.stability === undefined ? before.settled : before.stability === stability,
  };
}

/** Of which days risk and class speak. */
export type FoundOn = { readonly riskOn: CalendarDate | null; readonly stabilityOn: CalendarDate | null };

/** Whether a visit of the day `on` rates what was rated of a later day already: it was uploaded late. */
export const isOvertaken = ({ risk, stability }: Finding, on: CalendarDate, { riskOn, stabilityOn }: FoundOn): boolean =>
  (risk !== undefined && riskOn !== null && on < riskOn) || (stability !== undefined && stabilityOn !== null && on < stabilityOn);

/**
 * The standing after a visit of the day `on`, as its answer says it. What was found of a later day stands; the band rises all the same,
 * for so it would have done.
 */
export function standingAfterVisit(
  before: StandingFacts & FoundOn,
  finding: Finding,
  { on, policy, today }: { on: CalendarDate; policy: VisitPolicy; today: CalendarDate },
): NextStanding {
  const next = standingAfter(before, finding, policy, today);
  const keepsRisk = isOvertaken({ risk: finding.risk }, on, before);
  const keepsClass = isOvertaken({ stability: finding.stability }, on, before);
  if (!keepsRisk && !keepsClass) return next;
  const facts = {
    ...next.facts,
    ...(keepsRisk && { risk: before.risk }),
    ...(keepsClass && { stability: before.stability, settled: before.settled }),
  };
  return standingAfter(facts, {}, policy, today);
}

function nextStability(before: Stability | null, { stability, decides }: Finding): Stability | null {
  if (stability === undefined) return before;
  return decides === true ? stability : worse(before, stability);
}

/** Whether the present band stays: it is the more serious one. A band that the policy no longer has cannot stay. */
function staysAt(policy: VisitPolicy, present: string | null, found: string | null): boolean {
  const presentRank = present === null ? null : rankOf(policy, present);
  if (presentRank === null) return false;
  const foundRank = found === null ? null : rankOf(policy, found);
  return foundRank === null || presentRank <= foundRank;
}

const latest = (a: CalendarDate | null, b: CalendarDate | null): CalendarDate | null => (a === null || b === null ? (a ?? b) : later(a, b));

/** The class by which a patient without one is visited: unknown risk as the worst, a known one never better than basic stable. */
export const presumedStability = (risk: RiskRating | null): Stability => (risk === null || risk >= 3 ? 'unstable' : 'basicStable');

/** Days that the doctor may stay away by the national norm alone. */
export function clinicalIntervalDays({ stability, risk, settled }: StandingFacts): number {
  if (stability === 'basicStable' && !settled) return EARLY_REVISIT_DAYS;
  return NATIONAL_INTERVAL_DAYS[stability ?? presumedStability(risk)];
}

/** Days until this seat's next visit; null when the seat does not visit. For the doctor the shortest of clinical and band interval. */
export function intervalDays(facts: StandingFacts, policy: VisitPolicy, seat: VisitingSeat): number | null {
  const clinical = clinicalIntervalDays(facts);
  const band = policy.bands.find(one => one.key === facts.band);
  if (band) {
    const byBand = band.intervalDays[seat] ?? null;
    return seat === 'doctor' ? Math.min(clinical, byBand ?? clinical) : byBand;
  }
  // No band yet: whoever visits the calmest goes within the clinical interval.
  const calmest = policy.bands.at(-1)?.intervalDays[seat];
  return seat === 'doctor' ? clinical : calmest === undefined ? null : Math.min(calmest, clinical);
}

/** Since when a seat's interval counts: its last visit, or the day care began. */
export type CountedFrom = { readonly [S in VisitingSeat]?: CalendarDate };
export type SeatDue = { readonly seat: VisitingSeat; readonly countedFrom: CalendarDate; readonly dueOn: CalendarDate };

/** When each seat that visits is due next. A seat without a day of its own counts from `began`. */
export const nextDues = (facts: StandingFacts, policy: VisitPolicy, countedFrom: CountedFrom, began: CalendarDate): readonly SeatDue[] =>
  VISITING_SEATS.flatMap(seat => {
    const days = intervalDays(facts, policy, seat);
    const from = countedFrom[seat] ?? began;
    return days === null ? [] : [{ seat, countedFrom: from, dueOn: addDays(from, days) }];
  });

/**
 * The dates of one patient after something changed: each seat counted from where it counted before. Until the next visit a date only
 * comes sooner, for a form may have asked for that.
 */
export function revisedDues(
  facts: StandingFacts,
  policy: VisitPolicy,
  present: readonly SeatDue[],
  today: CalendarDate,
): readonly SeatDue[] {
  const from: CountedFrom = Object.fromEntries(present.map(due => [due.seat, due.countedFrom]));
  return nextDues(facts, policy, from, today).map(due => {
    const before = present.find(one => one.seat === due.seat)?.dueOn;
    return before === undefined ? due : { ...due, dueOn: earlier(before, due.dueOn) };
  });
}

/** The same dates, but these seats come no later than `by`: something was found that does not wait for the interval. */
export const hastened = (dues: readonly SeatDue[], seats: readonly VisitingSeat[], by: CalendarDate): readonly SeatDue[] =>
  dues.map(due => (seats.includes(due.seat) ? { ...due, dueOn: later(due.countedFrom, earlier(due.dueOn, by)) } : due));

/** When to try again after nobody was met on `on`: within the policy's days, and never later than the visit was due anyway. */
export const retryOn = (on: CalendarDate, intervalOfSeat: number, retryDays: number): CalendarDate =>
  earlier(addDays(on, retryDays), addDays(on, intervalOfSeat));
