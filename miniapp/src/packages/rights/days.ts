import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';

/** '6月15日' */
export const dayInWords = (day: CalendarDate): string => `${String(Number(day.slice(5, 7)))}月${String(Number(day.slice(8, 10)))}日`;
