import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '../platform/cron.ts';
import { RemindOfEnding } from './remind-of-ending.ts';

/** 09:31 in China. */
const MORNING = '31 1 * * *';

@Injectable()
export class ReliefEffects implements OnModuleInit {
  readonly #cron: Cron;
  readonly #ending: RemindOfEnding;

  constructor(cron: Cron, ending: RemindOfEnding) {
    this.#cron = cron;
    this.#ending = ending;
  }

  onModuleInit(): void {
    this.#cron.every(MORNING, 'remind-of-ending-relief', countyId => this.#ending.run(countyId));
  }
}
