import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Cron } from '../platform/cron.ts';
import { OutboxHandlers } from '../platform/outbox/outbox.ts';
import { Attachments } from './attachments.ts';

/** The bytes follow their row: erased when it was removed, swept when it never came to be. */
@Injectable()
export class AttachmentsEffects implements OnModuleInit {
  readonly #handlers: OutboxHandlers;
  readonly #cron: Cron;
  readonly #attachments: Attachments;

  constructor(handlers: OutboxHandlers, cron: Cron, attachments: Attachments) {
    this.#handlers = handlers;
    this.#cron = cron;
    this.#attachments = attachments;
  }

  onModuleInit(): void {
    this.#handlers.on('attachment-removed', ({ countyId, payload }) => this.#attachments.erase(countyId, String(payload['attachmentId'])));
    // 03:40 in China.
    this.#cron.every('40 19 * * *', 'sweep-files', async countyId => {
      await this.#attachments.sweep(countyId);
    });
  }
}
