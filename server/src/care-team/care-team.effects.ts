import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Leavings } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { passSeats } from './care-team.store.ts';

/** Whoever leaves hands their seats to the successor in the same act; tasks follow the seat. */
@Injectable()
export class CareTeamEffects implements OnModuleInit {
  readonly #leavings: Leavings;
  readonly #clock: Clock;

  constructor(leavings: Leavings, clock: Clock) {
    this.#leavings = leavings;
    this.#clock = clock;
  }

  onModuleInit(): void {
    this.#leavings.also((tx, { personId, successorId }) =>
      passSeats(tx, { from: personId, to: successorId, lastDay: this.#clock.today() }),
    );
  }
}
