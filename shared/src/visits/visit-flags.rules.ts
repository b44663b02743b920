import { dayOf, daysBetween, startOf, type CalendarDate } from '../kernel/calendar-date.ts';
import type { VisitWorkPolicy } from '../policy/visit-work.terms.ts';
import { metresBetween, type VisitPlace } from './place.rules.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/visits.ts';

/** What a reviewer is made aware of. A flag accuses nobody and blocks nothing: the words say only what is so. */
export const VISIT_FLAGS = inLanguage(
  {
    noPlace: '签到时没有位置',
    farFromHome: '离平时上门的地方较远',
    tooFast: '签到后很快就填完了',
    outsideHours: '不在平常的随访时间',
    sameTextAsLastTime: '说明和上次的一样',
    tooCloseToAnother: '和同一人的另一次签到挨得很近',
  },
  { en: en.VISIT_FLAGS },
);
export type VisitFlag = keyof typeof VISIT_FLAGS;
export const VISIT_FLAG_KEYS = [
  'noPlace',
  'farFromHome',
  'tooFast',
  'outsideHours',
  'sameTextAsLastTime',
  'tooCloseToAnother',
] as const satisfies readonly VisitFlag[];

const MINUTE_MS = 60_000;
/** 家庭访视 on the form: only there does the place say anything. */
const AT_HOME = 2;

/** What is known when a visitor checks in. */
export type CheckInFacts = {
  readonly at: Date;
  readonly place: VisitPlace | undefined;
  /** Where this patient is usually visited. */
  readonly usual: VisitPlace | undefined;
  /** The visitor's other check-ins for other patients around that time. */
  readonly others: readonly Date[];
};

/** Flags of a check-in. */
export function flagsOfCheckIn({ at, place, usual, others }: CheckInFacts, policy: VisitWorkPolicy): readonly VisitFlag[] {
  const near = others.some(other => Math.abs(at.getTime() - other.getTime()) < policy.tooCloseMinutes * MINUTE_MS);
  return flags({
    noPlace: place === undefined,
    farFromHome: place !== undefined && usual !== undefined && metresBetween(place, usual) > policy.farFromHomeMetres,
    outsideHours: isOutsideHours(at, policy),
    tooCloseToAnother: near,
  });
}

function isOutsideHours(at: Date, { hoursFrom, hoursUntil }: VisitWorkPolicy): boolean {
  const minutes = Math.floor((at.getTime() - startOf(dayOf(at)).getTime()) / MINUTE_MS);
  return minutes < minutesOf(hoursFrom) || minutes >= minutesOf(hoursUntil);
}
const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

/** What is known when the form is finished. `form` is 随访形式; undefined for an outcome that has none. */
export type RecordFacts = {
  readonly at: Date;
  readonly finishedAt: Date;
  readonly form: number | undefined;
  readonly note: string | undefined;
  /** The remark of this patient's visit before. */
  readonly noteBefore: string | undefined;
};

/** The flags of a finished visit: those of its check-in that still say something, and what the form adds. */
export function flagsOfRecord(checkIn: readonly VisitFlag[], facts: RecordFacts, policy: VisitWorkPolicy): readonly VisitFlag[] {
  const { at, finishedAt, form, note, noteBefore } = facts;
  const kept = form === undefined || form === AT_HOME ? checkIn : checkIn.filter(flag => flag !== 'noPlace' && flag !== 'farFromHome');
  const found = flags({
    tooFast: finishedAt.getTime() - at.getTime() < policy.tooFastMinutes * MINUTE_MS,
    sameTextAsLastTime: note !== undefined && noteBefore !== undefined && isSameText(note, noteBefore, policy.sameTextFrom),
  });
  return VISIT_FLAG_KEYS.filter(flag => kept.includes(flag) || found.includes(flag));
}

/** Letters, digits and characters alone: a comma more does not make it another text. */
const bare = (text: string): string => text.replace(/[\s\p{P}\p{S}]/gu, '');
const isSameText = (a: string, b: string, from: number): boolean => bare(a).length >= from && bare(a) === bare(b);

const flags = (holds: { readonly [F in VisitFlag]?: boolean }): readonly VisitFlag[] =>
  VISIT_FLAG_KEYS.filter(flag => holds[flag] === true);

/** Whether a record that is finished on `finishedOn` is late and needs a reason. */
export const isLateRecord = (on: CalendarDate, finishedOn: CalendarDate, { lateAfterDays }: VisitWorkPolicy): boolean =>
  daysBetween(on, finishedOn) > lateAfterDays;
