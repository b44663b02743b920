import type { Actor } from '@guanhu/shared/access/access.terms';
import { answered } from '@guanhu/shared/reminders/credit.rules';
import type { SubscriptionsAnswer, SubscriptionsBody } from '@guanhu/shared/reminders/reminders.contract';
import { Injectable } from '@nestjs/common';
import { Clock } from '../platform/clock/clock.ts';
import type { Tx } from '../platform/database/database.ts';
import { changeCredit, readCredits } from './credit.store.ts';
import { Templates } from './templates.ts';

/** What a person answered when asked for messages. */
@Injectable()
export class ReportSubscriptions {
  readonly #templates: Templates;
  readonly #clock: Clock;

  constructor(templates: Templates, clock: Clock) {
    this.#templates = templates;
    this.#clock = clock;
  }

  async run(tx: Tx, { personId }: Actor, { answers }: SubscriptionsBody): Promise<SubscriptionsAnswer> {
    const now = this.#clock.now();
    for (const { id, kind } of this.#templates.all) {
      const answer = answers[id];
      if (answer === undefined) continue;
      const entry = { cause: answer === 'ban' ? 'rejected' : 'accepted', source: 'phone', at: now } as const;
      await changeCredit(tx, personId, id, entry, credit => answered(credit, answer, 'phone', kind, now));
    }
    const credits = (await readCredits(tx, [personId])).get(personId);
    return {
      credits: this.#templates.all.map(({ id, purpose, kind }) => ({ purpose, templateId: id, kind, left: credits?.get(id) ?? 0 })),
    };
  }
}
