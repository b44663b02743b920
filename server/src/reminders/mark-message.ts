import type { Actor } from '@guanhu/shared/access/access.terms';
import { Refusal } from '@guanhu/shared/kernel/decision';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { MarkAnswer } from '@guanhu/shared/reminders/reminders.contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { markMessage } from './message.store.ts';

/** Somebody has opened what they were told, or says that they know. */
@Injectable()
export class MarkMessage {
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** @throws Refusal NOT_FOUND_OR_NO_ACCESS when the message is somebody else's */
  async run(tx: Tx, { personId }: Actor, messageId: Id, acknowledged: boolean): Promise<MarkAnswer> {
    const times = await markMessage(tx, { id: messageId, personId, acknowledged, now: this.#clock.now() });
    if (!times) throw new Refusal('NOT_FOUND_OR_NO_ACCESS');
    return { messageId, readAt: times.readAt.toISOString(), acknowledgedAt: times.acknowledgedAt?.toISOString() ?? null };
  }
}
