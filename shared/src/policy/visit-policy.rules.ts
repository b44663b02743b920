import { addMonths, calendarDate, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { RISK_RATINGS, type RiskRating } from '../registry/risk-rating.rules.ts';
import type { BandRule, VisitPolicy, VisitingSeat } from './policy.terms.ts';
import { STABILITY_KEYS, type Stability } from './stability.terms.ts';

/** The longest a doctor may stay away, by class (national norm: 2 weeks, 1 month, 3 months). */
export const NATIONAL_INTERVAL_DAYS: Readonly<Record<Stability, number>> = { unstable: 14, basicStable: 30, stable: 90 };
/** A class newly found to be basic stable is revisited after two weeks; only what stays so waits a month. */
export const EARLY_REVISIT_DAYS = 14;

/** Without an incident the day makes no difference. */
const ANY_DAY = calendarDate('2000-01-01');

/** What a band is decided by. Nulls are what nobody knows yet. */
export type BandFacts = {
  readonly risk: RiskRating | null;
  readonly stability: Stability | null;
  readonly lastIncidentOn: CalendarDate | null;
};

/** The worse of two classes; what is known wins over what is not. */
export function worse(a: Stability | null, b: Stability | null): Stability | null {
  if (a === null || b === null) return a ?? b;
  return STABILITY_KEYS.indexOf(a) <= STABILITY_KEYS.indexOf(b) ? a : b;
}

/** The class that a risk rating alone speaks for: 3–5 unstable, 1–2 basic stable, 0 stable (national norm). */
export const classOfRisk = (risk: RiskRating): Stability => (risk >= 3 ? 'unstable' : risk >= 1 ? 'basicStable' : 'stable');

/** The band of a patient on `today`; null when nothing is known that a band could be decided by. */
export function bandOf(policy: VisitPolicy, facts: BandFacts, today: CalendarDate): BandRule | null {
  const matched = policy.bands.find(band => holds(band, facts, today));
  if (matched) return matched;
  return facts.risk === null && facts.stability === null ? null : (policy.bands.find(takesTheRest) ?? null);
}

/** Position in the policy: 0 is the most serious. A band of another policy has none. */
export const rankOf = (policy: VisitPolicy, key: string): number | null => {
  const index = policy.bands.findIndex(band => band.key === key);
  return index < 0 ? null : index;
};

/** A band as staff see it; null when there is none, or when the policy no longer has it. */
export function bandView(policy: VisitPolicy, key: string | null): Pick<BandRule, 'key' | 'label' | 'colour'> | null {
  const band = policy.bands.find(one => one.key === key);
  return band ? { key: band.key, label: band.label, colour: band.colour } : null;
}

const holds = (band: BandRule, { risk, stability, lastIncidentOn }: BandFacts, today: CalendarDate): boolean =>
  (band.riskAtLeast !== undefined && risk !== null && risk >= band.riskAtLeast) ||
  (band.stability !== undefined && stability === band.stability) ||
  (band.incidentWithinMonths !== undefined && lastIncidentOn !== null && today <= addMonths(lastIncidentOn, band.incidentWithinMonths));

const takesTheRest = (band: BandRule): boolean =>
  band.riskAtLeast === undefined && band.stability === undefined && band.incidentWithinMonths === undefined;

/** A band whose doctor would stay away longer than `mostDays`, which the national norm allows; `days` is null when nobody is to come at all. */
export type LooserBand = {
  readonly band: string;
  readonly label: string;
  readonly seat: VisitingSeat;
  readonly days: number | null;
  readonly mostDays: number;
};

/**
 * The bands that are looser than the national norm: it binds the doctor, by the class that a band's own conditions speak for. Each band
 * once, with the shortest interval that the norm asks of it.
 */
export function looserBands(policy: VisitPolicy): readonly LooserBand[] {
  const found = new Map<string, LooserBand>();
  const look = (band: BandRule | null, stability: Stability): void => {
    if (!band) return;
    const [days, mostDays] = [band.intervalDays.doctor ?? null, NATIONAL_INTERVAL_DAYS[stability]];
    if (days !== null && days <= mostDays) return;
    if (mostDays < (found.get(band.key)?.mostDays ?? Infinity))
      found.set(band.key, { band: band.key, label: band.label, seat: 'doctor', days, mostDays });
  };
  for (const band of policy.bands) look(band, band.stability ?? 'stable');
  for (const risk of RISK_RATINGS) {
    const stability = classOfRisk(risk);
    look(bandOf(policy, { risk, stability, lastIncidentOn: null }, ANY_DAY), stability);
  }
  return policy.bands.flatMap(band => found.get(band.key) ?? []);
}

/**
 * Whether a county may use this policy: bands that end with one for the rest, every key once, and a doctor who never stays away longer
 * than the national norm allows.
 */
export function checkVisitPolicy(policy: VisitPolicy): Decision<VisitPolicy> {
  const { bands } = policy;
  const last = bands.at(-1);
  const complete =
    last !== undefined &&
    bands.every(band => takesTheRest(band) === (band === last)) &&
    new Set(bands.map(band => band.key)).size === bands.length;
  if (!complete) return refuse('POLICY_BANDS_INCOMPLETE');
  const looser = looserBands(policy);
  return looser.length === 0
    ? grant(policy)
    : refuse(
        'POLICY_LOOSER_THAN_NATIONAL',
        looser.map(({ band, seat }) => `${band}.${seat}`),
      );
}
