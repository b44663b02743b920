import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '../platform/cron.ts';
import { OutboxHandlers } from '../platform/outbox/outbox.ts';
import { EraseEndedClues } from './erase-ended-clues.ts';
import { FollowIncident } from './follow-incident.ts';
import { OpenRounds } from './open-rounds.ts';

@Injectable()
export class ScreeningEffects implements OnModuleInit {
  readonly #cron: Cron;
  readonly #handlers: OutboxHandlers;
  readonly #incident: FollowIncident;
  readonly #erase: EraseEndedClues;
  readonly #rounds: OpenRounds;

  constructor(cron: Cron, handlers: OutboxHandlers, incident: FollowIncident, erase: EraseEndedClues, rounds: OpenRounds) {
    this.#cron = cron;
    this.#handlers = handlers;
    this.#incident = incident;
    this.#erase = erase;
    this.#rounds = rounds;
  }

  onModuleInit(): void {
    this.#handlers.on('clue-kept', ({ countyId, payload }) =>
      this.#incident.kept(countyId, {
        incidentId: String(payload['incidentId']),
        areaId: String(payload['areaId']),
        by: String(payload['by']),
      }),
    );
    this.#handlers.on('clue-dropped', ({ countyId, payload }) => this.#incident.dropped(countyId, String(payload['incidentId'])));
    // 00:10 in China, behind the day's planning.
    this.#cron.every('10 16 * * *', 'open-screening-rounds', countyId => this.#rounds.run(countyId), { atStart: true });
    this.#cron.every('50 3 * * *', 'erase-ended-clues', countyId => this.#erase.run(countyId), { atStart: true });
  }
}
