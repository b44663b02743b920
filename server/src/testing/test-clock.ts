import { Clock } from '../platform/clock/clock.ts';

/** A clock that a test sets; it runs on from there. */
export class TestClock extends Clock {
  #ahead = 0;

  override now(): Date {
    return new Date(super.now().getTime() + this.#ahead);
  }

  set(instant: Date): void {
    this.#ahead = instant.getTime() - super.now().getTime();
  }

  advance(milliseconds: number): void {
    this.#ahead += milliseconds;
  }
}
