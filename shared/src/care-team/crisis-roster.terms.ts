/** Hours that one shift of the crisis roster may last at most: nobody is on call for longer than a weekend. */
export const MOST_SHIFT_HOURS = 72;
/** How far ahead a roster may be written, days. */
export const MOST_SHIFT_DAYS_AHEAD = 366;
/** The longest stretch of a roster that is shown at once, days. */
export const MOST_ROSTER_DAYS = 62;
