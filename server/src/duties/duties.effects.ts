import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Leavings } from '../access/access.public.ts';
import { Supervise } from './supervise.ts';

@Injectable()
export class DutiesEffects implements OnModuleInit {
  readonly #leavings: Leavings;
  readonly #supervise: Supervise;

  constructor(leavings: Leavings, supervise: Supervise) {
    this.#leavings = leavings;
    this.#supervise = supervise;
  }

  onModuleInit(): void {
    this.#leavings.also((tx, leaving) => this.#supervise.pass(tx, leaving));
  }
}
