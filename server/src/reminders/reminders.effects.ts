import { Injectable, type OnModuleInit } from '@nestjs/common';
import { OutboxHandlers } from '../platform/outbox/outbox.ts';
import { SendReminder } from './send-reminder.ts';

/** Other rooms reach reminders by promising `remind` (see `RemindPayload`). */
@Injectable()
export class RemindersEffects implements OnModuleInit {
  readonly #handlers: OutboxHandlers;
  readonly #send: SendReminder;

  constructor(handlers: OutboxHandlers, send: SendReminder) {
    this.#handlers = handlers;
    this.#send = send;
  }

  onModuleInit(): void {
    this.#handlers.on('remind', job => this.#send.run(job));
  }
}
