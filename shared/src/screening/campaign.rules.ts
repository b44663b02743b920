import { addDays, calendarDate, daysBetween, earlier, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { Phase, VillageAnswer } from './campaign.terms.ts';

/** The first day of each stage and the last day of all. */
export type StageDays = {
  readonly planOn: CalendarDate;
  readonly carryOutOn: CalendarDate;
  readonly fillGapsOn: CalendarDate;
  readonly consolidateOn: CalendarDate;
  readonly endsOn: CalendarDate;
};

/** In which stage a campaign is on `today`; of several that begin on one day it is the last. */
export function phaseOf(days: StageDays, today: CalendarDate): Phase {
  if (today > days.endsOn) return 'over';
  if (today >= days.consolidateOn) return 'consolidate';
  if (today >= days.fillGapsOn) return 'fillGaps';
  if (today >= days.carryOutOn) return 'carryOut';
  return today >= days.planOn ? 'plan' : 'ahead';
}

/** The longest that a campaign may take. */
const MOST_DAYS = 366;

/** Stages follow each other, and the last day is not over yet. @returns CAMPAIGN_DAYS_WRONG */
export function decideStages(days: StageDays, today: CalendarDate): Decision<true> {
  const { planOn, carryOutOn, fillGapsOn, consolidateOn, endsOn } = days;
  const inOrder = planOn <= carryOutOn && carryOutOn < fillGapsOn && fillGapsOn < consolidateOn && consolidateOn <= endsOn;
  return inOrder && endsOn >= today && daysBetween(planOn, endsOn) < MOST_DAYS ? grant(true) : refuse('CAMPAIGN_DAYS_WRONG');
}

/** The half-year of a day: every village screens once in each (working system 2 of the township's notice). */
export function halfYearOf(day: CalendarDate): { readonly key: string; readonly from: CalendarDate; readonly until: CalendarDate } {
  const year = day.slice(0, 4);
  return day.slice(5, 7) <= '06'
    ? { key: `${year}H1`, from: calendarDate(`${year}-01-01`), until: calendarDate(`${year}-06-30`) }
    : { key: `${year}H2`, from: calendarDate(`${year}-07-01`), until: calendarDate(`${year}-12-31`) };
}

/** Days in which a standing round's gaps are filled. */
const FILL_DAYS = 14;

/** The stages of the half-year's standing round: villages answer within `roundDays`. */
export function roundStages(day: CalendarDate, roundDays: number): StageDays {
  const { from, until } = halfYearOf(day);
  const fillGapsOn = earlier(addDays(from, roundDays), addDays(until, -1));
  return { planOn: from, carryOutOn: from, fillGapsOn, consolidateOn: earlier(addDays(fillGapsOn, FILL_DAYS), until), endsOn: until };
}

/** '2026年上半年排查' */
export const roundTitle = (key: string): string => `${key.slice(0, 4)}年${key.endsWith('H1') ? '上' : '下'}半年排查`;

/**
 * Whether a village may answer so today. "Nobody found" beside a clue of the same village, or clues without any, is a slip.
 * @param clues  how many clues of the village came in since the screening began
 * @returns CAMPAIGN_NOT_RUNNING, VILLAGE_HAS_CLUES, VILLAGE_WITHOUT_CLUES
 */
export function decideVillageAnswer(answer: VillageAnswer, clues: number, days: StageDays, today: CalendarDate): Decision<true> {
  if (!isCarriedOut(days, today)) return refuse('CAMPAIGN_NOT_RUNNING');
  if (answer === 'nobody' && clues > 0) return refuse('VILLAGE_HAS_CLUES');
  return answer === 'clues' && clues === 0 ? refuse('VILLAGE_WITHOUT_CLUES') : grant(true);
}

/** Whether villages look on this day: from the second stage to the last day. */
export const isCarriedOut = (days: StageDays, today: CalendarDate): boolean =>
  ['carryOut', 'fillGaps', 'consolidate'].includes(phaseOf(days, today));
