import { accepted, exhausted, spent } from '@guanhu/shared/reminders/credit.rules';
import { Injectable } from '@nestjs/common';
import { Accounts } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import type { WechatEvent } from '../platform/wechat/subscribe-events.ts';
import { failDelivered, settleDoubt } from './attempt.store.ts';
import { changeCredit, noteEvent } from './credit.store.ts';
import { settleMessages } from './message.store.ts';
import { Templates, type PurposeTemplate } from './templates.ts';

type Counted = Exclude<WechatEvent, { kind: 'other' }>;
type Sent = Extract<WechatEvent, { kind: 'sent' }>;

/** What WeChat tells of subscriptions and messages; each happening counts once, however often it is told. */
@Injectable()
export class CountEvents {
  readonly #database: Database;
  readonly #accounts: Accounts;
  readonly #outbox: Outbox;
  readonly #templates: Templates;
  readonly #clock: Clock;

  constructor(database: Database, accounts: Accounts, outbox: Outbox, templates: Templates, clock: Clock) {
    this.#database = database;
    this.#accounts = accounts;
    this.#outbox = outbox;
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
  async #count(tx: Tx, event: Counted, personId: string, template: PurposeTemplate, elsewhere: boolean): Promise<void> {
    if (event.kind === 'sent') return this.#sent(tx, event, personId, template);
    const { id, kind } = template;
    const entry = { source: 'platform', at: event.at } as const;
    if (event.kind === 'change' && event.status === 'reject')
      return changeCredit(tx, personId, id, { ...entry, cause: 'rejected' }, exhausted);
    if (event.kind === 'popup' && event.status === 'accept' && !elsewhere)
      await changeCredit(tx, personId, id, { ...entry, cause: 'accepted' }, credit => accepted(credit, 'platform', kind, event.at));
  }

  /**
   * What became of a message. One that the platform had taken and that did not arrive goes the next way; one whose answer we never had is
   * a doubt no more, and its credit is spent.
   */
  async #sent(tx: Tx, { messageId: platformId, errorCode, at }: Sent, personId: string, { id, kind }: PurposeTemplate): Promise<void> {
    const now = this.#clock.now();
    const arrived = errorCode === 0;
    const failed = arrived ? undefined : await failDelivered(tx, platformId, errorCode, now);
    if (failed !== undefined) return this.#outbox.put(tx, { kind: 'remind-onward', key: failed, payload: { messageId: failed } });
    const settled = await settleDoubt(tx, { personId, templateId: id, platformId, state: arrived ? 'sent' : 'failed', at });
    if (!settled || !arrived) return;
    await settleMessages(tx, [{ id: settled.id, state: 'sent', channel: 'wechat' }], now);
    const entry = { cause: 'confirmedLate', source: 'platform', at, messageId: settled.id } as const;
    await changeCredit(tx, personId, id, entry, credit => spent(credit, kind));
  }
}
