import { daysBetween, type CalendarDate } from '../kernel/calendar-date.ts';
import type { KeyGroupPolicy } from '../policy/indicator-policy.terms.ts';
import type { KnownFacts } from '../relief/facts.rules.ts';
import type { KeyGroup } from './key-groups.terms.ts';

/** What is known of a patient in care. */
export type KeyGroupFacts = {
  /** The last day on which the person came home from hospital, treatment or custody; null when never. */
  readonly homeOn: CalendarDate | null;
  /** 用药依从性 as the last visit that says found it. */
  readonly adherence: number | null;
  /** The first day without a whole dose at home, by what was given out for the order in force; null when nothing says so. */
  readonly runsOutOn: CalendarDate | null;
  readonly guardians: number;
  /** The most patients that one of the guardians looks after. */
  readonly wards: number;
  /** 监护 as the last quick form that says it: 3 too little, 4 nobody. */
  readonly duty: number | null;
};

/** 不用药. */
const NO_MEDICINE = 3;
/** 照看不够. */
const TOO_LITTLE = 3;
/** One guardian of so many has more than one person can do (annex 一人一专班: one guardian with two patients). */
const MANY_WARDS = 2;

const HOLDS: Readonly<Record<Exclude<KeyGroup, 'poor'>, (facts: KeyGroupFacts, policy: KeyGroupPolicy, today: CalendarDate) => boolean>> = {
  cameHome: ({ homeOn }, { homeDays }, today) => homeOn !== null && homeOn <= today && daysBetween(homeOn, today) <= homeDays,
  withoutMedicine: ({ adherence, runsOutOn }, { withoutMedicineDays }, today) =>
    adherence === NO_MEDICINE || (runsOutOn !== null && daysBetween(runsOutOn, today) >= withoutMedicineDays),
  noGuardian: ({ guardians }) => guardians === 0,
  weakGuardian: ({ guardians, wards, duty }) => guardians > 0 && ((duty !== null && duty >= TOO_LITTLE) || wards >= MANY_WARDS),
};

/** Whether somebody belongs to a group today. It is a list of whom to look after first, and nothing follows from it by itself. */
export const isOfGroup = (group: Exclude<KeyGroup, 'poor'>, facts: KeyGroupFacts, policy: KeyGroupPolicy, today: CalendarDate): boolean =>
  HOLDS[group](facts, policy, today);

/** Whether the family is known to be in need, by the file, the ledger of relief or what it said. */
export const isPoor = ({ poor, lowIncome, hasMinimumLiving, hasExtremeHardship }: KnownFacts): boolean =>
  [poor, lowIncome, hasMinimumLiving, hasExtremeHardship].some(known => known?.answer === 'yes');
