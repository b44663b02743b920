import { dayOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Injectable } from '@nestjs/common';

/** The only place the server asks what time it is. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date();
  }

  /** Today in China. */
  today(): CalendarDate {
    return dayOf(this.now());
  }
}
