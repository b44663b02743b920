import { addDays, type CalendarDate } from '../kernel/calendar-date.ts';
import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { MOST_PHOTOS } from './activity.terms.ts';

/** Days for which something can still be written down. */
const LATEST_DAYS = 366;

/** An activity is written down when it has been held, and within a year. */
export const decideActivityDay = (on: CalendarDate, today: CalendarDate): Decision<CalendarDate> =>
  on > today || on < addDays(today, -LATEST_DAYS) ? refuse('ACTIVITY_DAY_WRONG') : grant(on);

/** Whether another photograph can stand beside those that were not taken out, and is one at all. */
export function decideActivityPhoto({ photos, type }: { readonly photos: number; readonly type: string }): Decision<true> {
  if (!type.startsWith('image/')) return refuse('ACTIVITY_PHOTO_NOT_PICTURE');
  return photos >= MOST_PHOTOS ? refuse('ACTIVITY_PHOTOS_FULL') : grant(true);
}
