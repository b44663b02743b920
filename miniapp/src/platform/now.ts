import { dayOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';

/** The phone's clock: what a person did is told with its own time, and the server keeps its own beside it. */
export const nowInstant = (): string => new Date().toISOString();
export const phoneToday = (): CalendarDate => dayOf(new Date());
