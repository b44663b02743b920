import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '../platform/cron.ts';
import { VisitWatches } from './visit-watches.ts';

@Injectable()
export class VisitWatchEffects implements OnModuleInit {
  readonly #cron: Cron;
  readonly #watches: VisitWatches;

  constructor(cron: Cron, watches: VisitWatches) {
    this.#cron = cron;
    this.#watches = watches;
  }

  onModuleInit(): void {
    this.#cron.every('* * * * *', 'ask-visitors', countyId => this.#watches.askVisitors(countyId), { atStart: true });
    this.#cron.every('* * * * *', 'ask-for-help', countyId => this.#watches.askForHelp(countyId), { atStart: true });
  }
}
