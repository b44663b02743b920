import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';

/** How long something that was done may wait on a phone without signal, when the place, or the patient, has passed to somebody else since. */
const LATEST_DAYS = 30;

/** The first day whose work somebody whose place it no longer is may still hand in. */
export const firstDayHandedIn = (today: CalendarDate): CalendarDate => addDays(today, -LATEST_DAYS);
