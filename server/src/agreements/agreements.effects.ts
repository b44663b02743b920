import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '../platform/cron.ts';
import { OutboxHandlers } from '../platform/outbox/outbox.ts';
import { CloseEnded } from './close-ended.ts';
import { FollowStandards } from './follow-standards.ts';
import { NoteGuardianChange } from './note-guardian-change.ts';
import { RemindOfRenewal } from './remind-of-renewal.ts';
import { TellOfLateAnswers } from './tell-of-late-answers.ts';

/** 00:07 in China. */
const DAILY = '7 16 * * *';
/** 09:23 in China. */
const MORNING = '23 1 * * *';

@Injectable()
export class AgreementsEffects implements OnModuleInit {
  readonly #cron: Cron;
  readonly #handlers: OutboxHandlers;
  readonly #closeEnded: CloseEnded;
  readonly #guardianChange: NoteGuardianChange;
  readonly #followStandards: FollowStandards;
  readonly #renewal: RemindOfRenewal;
  readonly #late: TellOfLateAnswers;

  constructor(
    cron: Cron,
    handlers: OutboxHandlers,
    closeEnded: CloseEnded,
    guardianChange: NoteGuardianChange,
    followStandards: FollowStandards,
    renewal: RemindOfRenewal,
    late: TellOfLateAnswers,
  ) {
    this.#cron = cron;
    this.#handlers = handlers;
    this.#closeEnded = closeEnded;
    this.#guardianChange = guardianChange;
    this.#followStandards = followStandards;
    this.#renewal = renewal;
    this.#late = late;
  }

  onModuleInit(): void {
    this.#cron.every(DAILY, 'close-ended-agreements', countyId => this.#closeEnded.run(countyId), { atStart: true });
    this.#cron.every(DAILY, 'follow-raised-standards', countyId => this.#followStandards.run(countyId), { atStart: true });
    this.#cron.every(MORNING, 'remind-of-renewal', countyId => this.#renewal.run(countyId));
    this.#cron.every(MORNING, 'tell-of-late-applications', countyId => this.#late.run(countyId));
    this.#handlers.on('guardian-changed', ({ countyId, payload }) => this.#guardianChange.run(countyId, String(payload['patientId'])));
  }
}
