import type { CalendarAdded, DailyEntry } from './calendar.ts';

/** A browser cannot write into a calendar: nothing is offered. */
export const hasCalendar = (): boolean => false;

export const addDaily: (entry: DailyEntry) => Promise<CalendarAdded> = () => Promise.resolve('unsupported');
