import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '../platform/cron.ts';
import { Database } from '../platform/database/database.ts';
import { OutboxHandlers, type Job } from '../platform/outbox/outbox.ts';
import { CloseClue } from './close-clue.ts';
import { EscalateUnanswered } from './escalate-unanswered.ts';
import type { LookBackAsked } from './look-back.store.ts';
import { EraseClues } from './erase-clues.ts';
import { markTold } from './incidents.store.ts';
import { StartLookBack } from './start-look-back.ts';

@Injectable()
export class IncidentsEffects implements OnModuleInit {
  readonly #cron: Cron;
  readonly #database: Database;
  readonly #handlers: OutboxHandlers;
  readonly #escalate: EscalateUnanswered;
  readonly #lookBack: StartLookBack;
  readonly #clues: EraseClues;
  readonly #close: CloseClue;

  constructor(
    cron: Cron,
    database: Database,
    handlers: OutboxHandlers,
    escalate: EscalateUnanswered,
    lookBack: StartLookBack,
    clues: EraseClues,
    close: CloseClue,
  ) {
    this.#cron = cron;
    this.#database = database;
    this.#handlers = handlers;
    this.#escalate = escalate;
    this.#lookBack = lookBack;
    this.#clues = clues;
    this.#close = close;
  }

  onModuleInit(): void {
    this.#cron.every('* * * * *', 'escalate-incidents', countyId => this.#escalate.run(countyId), { atStart: true });
    this.#handlers.on('incident-told', job => this.#told(job));
    this.#handlers.on('clue-closed', ({ countyId, payload }) =>
      this.#close.run(countyId, String(payload['incidentId']), String(payload['by'])),
    );
    this.#handlers.on('look-back-due', ({ countyId, payload }) => this.#lookBack.run(countyId, payload as LookBackAsked));
    this.#cron.every('*/10 * * * *', 'look-back-after-deaths', countyId => this.#lookBack.afterDeaths(countyId), { atStart: true });
    this.#cron.every('40 3 * * *', 'erase-clues', countyId => this.#clues.run(countyId), { atStart: true });
  }

  /** Reminders have got through to somebody. */
  #told({ countyId, payload }: Job): Promise<void> {
    const [incidentId, personId, at] = [String(payload['incidentId']), String(payload['personId']), new Date(String(payload['at']))];
    return this.#database.county(countyId).inTransaction(tx => markTold(tx, incidentId, personId, at));
  }
}
