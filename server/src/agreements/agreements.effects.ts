import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '../platform/cron.ts';
import { CloseEnded } from './close-ended.ts';

/** 00:07 in China. */
const DAILY = '7 16 * * *';

@Injectable()
export class AgreementsEffects implements OnModuleInit {
  readonly #cron: Cron;
  readonly #closeEnded: CloseEnded;

  constructor(cron: Cron, closeEnded: CloseEnded) {
    this.#cron = cron;
    this.#closeEnded = closeEnded;
  }

  onModuleInit(): void {
    this.#cron.every(DAILY, 'close-ended-agreements', countyId => this.#closeEnded.run(countyId), { atStart: true });
  }
}
