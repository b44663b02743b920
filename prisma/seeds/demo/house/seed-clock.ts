import { startOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Clock } from '@guanhu/server/platform/clock/clock';

const MINUTE = 60_000;

/** A clock that stands where the seed puts it, and ticks a millisecond at each look so that deeds keep their order. */
export class SeedClock extends Clock {
  #standing: number | null = null;

  override now(): Date {
    if (this.#standing === null) return super.now();
    this.#standing += 1;
    return new Date(this.#standing);
  }

  /** Moves to 'HH:MM' of a day in China; never back. */
  move(day: CalendarDate, time: string): void {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    const to = startOf(day).getTime() + (hours * 60 + minutes) * MINUTE;
    this.#standing = Math.max(this.#standing ?? to, to);
  }

  pass(minutes: number): void {
    if (this.#standing !== null) this.#standing += minutes * MINUTE;
  }

  /** From now on the clock on the wall. */
  arrive(): void {
    this.#standing = null;
  }
}
