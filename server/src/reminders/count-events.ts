import { accepted, exhausted } from '@guanhu/shared/reminders/credit.rules';
import { callInstead } from '@guanhu/shared/reminders/message.rules';
import { Injectable } from '@nestjs/common';
import { Accounts } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import type { WechatEvent } from '../platform/wechat/subscribe-events.ts';
import { changeCredit, noteEvent } from './credit.store.ts';
import { failDelivered } from './message.store.ts';
import { Templates, type PurposeTemplate } from './templates.ts';

type Counted = Exclude<WechatEvent, { kind: 'other' }>;

/** What WeChat tells of subscriptions and messages; each happening counts once, however often it is told. */
@Injectable()
export class CountEvents {
  readonly #database: Database;
  readonly #accounts: Accounts;
  readonly #agenda: Agenda;
  readonly #templates: Templates;
  readonly #clock: Clock;

  constructor(database: Database, accounts: Accounts, agenda: Agenda, templates: Templates, clock: Clock) {
    this.#database = database;
    this.#accounts = accounts;
    this.#agenda = agenda;
    this.#templates = templates;
    this.#clock = clock;
  }

  async run(events: readonly WechatEvent[]): Promise<void> {
    for (const event of events) {
      if (event.kind === 'other') continue;
      const template = this.#templates.withId(event.templateId);
      if (!template) continue;
      const accounts = await this.#accounts.ofOpenid(event.openid);
      for (const { countyId, personId } of accounts) {
        await this.#database.county(countyId).inTransaction(async tx => {
          if (await noteEvent(tx, event.key, event.at)) await this.#count(tx, event, personId, template, accounts.length > 1);
        });
      }
    }
  }

  /** @param elsewhere the account is known in several counties: an acceptance does not say for which, so only the phone's word counts. */
  async #count(tx: Tx, event: Counted, personId: string, { id, kind }: PurposeTemplate, elsewhere: boolean): Promise<void> {
    if (event.kind === 'sent') return event.errorCode === 0 ? undefined : this.#failed(tx, event.messageId, event.errorCode);
    if (event.kind === 'change' && event.status === 'reject') return changeCredit(tx, personId, id, exhausted);
    if (event.kind === 'popup' && event.status === 'accept' && !elsewhere)
      await changeCredit(tx, personId, id, credit => accepted(credit, 'platform', kind, event.at));
  }

  async #failed(tx: Tx, messageId: string, errcode: number): Promise<void> {
    const row = await failDelivered(tx, messageId, errcode, this.#clock.now());
    const reason = row && callInstead(row.purpose);
    if (!reason) return;
    await this.#agenda.openCall(tx, { reason, patientId: row.patientId, cause: `${row.purpose}:${row.objectId}`, causeId: row.objectId });
  }
}
