import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Leavings } from '../access/access.public.ts';
import { Cron } from '../platform/cron.ts';
import { CarryOutDecision } from './carry-out-decision.ts';
import { RemindOfMeeting } from './remind-of-meeting.ts';

/** 00:20 in China, after the plan of the day. */
const DAILY = '20 16 * * *';

@Injectable()
export class MeetingsEffects implements OnModuleInit {
  readonly #cron: Cron;
  readonly #leavings: Leavings;
  readonly #remind: RemindOfMeeting;
  readonly #decisions: CarryOutDecision;

  constructor(cron: Cron, leavings: Leavings, remind: RemindOfMeeting, decisions: CarryOutDecision) {
    this.#cron = cron;
    this.#leavings = leavings;
    this.#remind = remind;
    this.#decisions = decisions;
  }

  onModuleInit(): void {
    this.#cron.every(DAILY, 'meetings-due', countyId => this.#remind.run(countyId), { atStart: true });
    this.#leavings.also((tx, leaving) => this.#decisions.pass(tx, leaving));
  }
}
