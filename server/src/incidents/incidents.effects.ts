import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '../platform/cron.ts';
import { EscalateUnanswered } from './escalate-unanswered.ts';

@Injectable()
export class IncidentsEffects implements OnModuleInit {
  readonly #cron: Cron;
  readonly #escalate: EscalateUnanswered;

  constructor(cron: Cron, escalate: EscalateUnanswered) {
    this.#cron = cron;
    this.#escalate = escalate;
  }

  onModuleInit(): void {
    this.#cron.every('* * * * *', 'escalate-incidents', countyId => this.#escalate.run(countyId), { atStart: true });
  }
}
