import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Leavings } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { OutboxHandlers } from '../platform/outbox/outbox.ts';
import { passSeats } from './care-team.store.ts';
import { passCases } from './case-team.store.ts';
import { endShiftsOf } from './crisis-roster.store.ts';
import { endMemberships } from './group.store.ts';
import { ProposeCaseTeam } from './propose-case-team.ts';
import { ReviewOpenings } from './review-openings.ts';

/** Whoever leaves hands their seats, tasks and case teams to the successor in the same act. */
@Injectable()
export class CareTeamEffects implements OnModuleInit {
  readonly #leavings: Leavings;
  readonly #agenda: Agenda;
  readonly #handlers: OutboxHandlers;
  readonly #propose: ProposeCaseTeam;
  readonly #openings: ReviewOpenings;
  readonly #clock: Clock;

  constructor(
    leavings: Leavings,
    agenda: Agenda,
    handlers: OutboxHandlers,
    propose: ProposeCaseTeam,
    openings: ReviewOpenings,
    clock: Clock,
  ) {
    this.#leavings = leavings;
    this.#agenda = agenda;
    this.#handlers = handlers;
    this.#propose = propose;
    this.#openings = openings;
    this.#clock = clock;
  }

  onModuleInit(): void {
    this.#leavings.also(async (tx, { personId, successorId }) => {
      const on = this.#clock.today();
      await passSeats(tx, { from: personId, to: successorId, on });
      await this.#agenda.passTasks(tx, { from: personId, to: successorId });
      await passCases(tx, { from: personId, to: successorId, on });
      await endMemberships(tx, personId, on);
      await endShiftsOf(tx, personId, this.#clock.now());
    });
    this.#handlers.on('opening-review-due', job => this.#openings.remind(job.countyId, String(job.payload['openingId'])));
    this.#handlers.on('standing-changed', job => this.#propose.run(job.countyId, String(job.payload['patientId'])));
  }
}
