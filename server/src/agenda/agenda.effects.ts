import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '../platform/cron.ts';
import { OutboxHandlers } from '../platform/outbox/outbox.ts';
import { Planning } from './planning.ts';

/** 00:05 in China. */
const DAILY = '5 16 * * *';

@Injectable()
export class AgendaEffects implements OnModuleInit {
  readonly #cron: Cron;
  readonly #handlers: OutboxHandlers;
  readonly #planning: Planning;

  constructor(cron: Cron, handlers: OutboxHandlers, planning: Planning) {
    this.#cron = cron;
    this.#handlers = handlers;
    this.#planning = planning;
  }

  onModuleInit(): void {
    this.#cron.every(DAILY, 'plan-day', countyId => this.#planning.today(countyId), { atStart: true });
    this.#handlers.on('care-changed', ({ countyId, payload }) => this.#planning.behind(countyId, String(payload['patientId'])));
    this.#handlers.on('facts-changed', ({ countyId }) => this.#planning.today(countyId));
  }
}
