import type { AnswerOf } from '@guanhu/shared/kernel/route';
import { addDays, mondayOf, weekdayMark, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { readMedicationWeek } from '@guanhu/shared/medication/medication.routes';
import type { MedicationAnswer, StripState } from '@guanhu/shared/medication/medication.terms';
import type { WeekDay } from '../../ui/week-strip/week-strip.tsx';

type Week = AnswerOf<typeof readMedicationWeek>;
type Day = Week['days'][number];

/** What is asked now, what was answered, and the strip above the question. */
export type MedicineCard = {
  readonly today: CalendarDate;
  readonly strip: readonly WeekDay[];
  /** Days without an answer that may still be given, today first. */
  readonly open: readonly CalendarDate[];
  /** Today's answer, the phone's own included. */
  readonly said: MedicationAnswer | undefined;
  /** The first day without medicine at home, when somebody should think of it. */
  readonly runsOutOn: CalendarDate | null;
  /** Why nobody asks, when nobody does. */
  readonly pause: Week['pause'];
};

/** A week without answers: what a phone without signal knows on the morning after. */
const blankWeek = (today: CalendarDate, isAsked: boolean): readonly Day[] =>
  Array.from({ length: 7 }, (_, index) => {
    const on = addDays(mondayOf(today), index);
    const state = on > today ? ('future' as const) : isAsked ? ('none' as const) : ('notAsked' as const);
    return { on, state, why: null, backfilled: false, answerable: isAsked && on === today };
  });

const isAnswer = (state: StripState): state is MedicationAnswer => state === 'taken' || state === 'partly' || state === 'notTaken';

function looks(day: Day, today: CalendarDate): WeekDay['state'] {
  if (day.state === 'taken') return 'taken';
  if (isAnswer(day.state)) return 'partly';
  if (day.state === 'future' || day.on > today) return 'ahead';
  if (day.state === 'notAsked') return 'notAsked';
  return day.on === today ? 'today' : 'unanswered';
}

/**
 * Puts the server's week, the phone's date and what was tapped meanwhile together.
 * @param own answers given on this phone that the server's week does not show yet, by day
 */
export function medicineCard(week: Week, phoneToday: CalendarDate, own: Readonly<Record<string, MedicationAnswer>>): MedicineCard {
  // A week that was kept from an earlier day must not ask about that day as today.
  const today = phoneToday > week.today ? phoneToday : week.today;
  // A pause goes on until the server says that it is over.
  const isAsked = week.pause === null;
  const known = mondayOf(today) === week.monday ? week.days : blankWeek(today, isAsked);
  const days = known.map((day): Day => {
    const answered = own[day.on];
    if (answered !== undefined) return { ...day, state: answered, backfilled: day.on < today };
    if (day.on === today && day.on > week.today) return { ...day, state: isAsked ? 'none' : 'notAsked', answerable: isAsked };
    return day;
  });
  const open = days.filter(day => day.answerable && day.state === 'none').map(day => day.on);
  const now = days.find(day => day.on === today)?.state;
  return {
    today,
    strip: days.map(day => ({ name: weekdayMark(day.on), state: looks(day, today), backfilled: day.backfilled })),
    open: [...open].sort((a, b) => (a === today ? -1 : b === today ? 1 : a < b ? 1 : -1)),
    said: now !== undefined && isAnswer(now) ? now : undefined,
    runsOutOn: week.runsOutOn,
    pause: week.pause,
  };
}
