import { messageWords } from '@guanhu/shared/reminders/message.rules';
import type { Id } from '@guanhu/shared/kernel/ids';
import { dayOf, addDays, startOf } from '@guanhu/shared/kernel/calendar-date';
import { Inject, Injectable } from '@nestjs/common';
import { Accounts } from '../access/access.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Config } from '../platform/config/config.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Log } from '../platform/log/log.ts';
import { LOG } from '../platform/platform.module.ts';
import { WECHAT_API, type WechatApi } from '../platform/ports.ts';
import { subscribeData } from '../platform/wechat/template-values.ts';
import type { SendOutcome, SubscribeMessage } from '../platform/wechat/wechat-api.ts';
import type { Channel, Ready, Tried } from './channel.ts';
import { readCredits } from './credit.store.ts';
import type { OpenMessage } from './message.store.ts';
import { SendingQuota } from './sending-quota.ts';
import { Templates, type PurposeTemplate } from './templates.ts';

const BUSY_SECONDS = 30;
/** 43108: another message to the same person is just under way. */
const CONCURRENT = { errcode: 43108, seconds: 2 };
/** 44991, 45011: too many in this minute. */
const MINUTE_QUOTA: ReadonlySet<number | undefined> = new Set([44991, 45011]);
const MINUTE_SECONDS = 60;
/** 45009: no more today. */
const DAY_QUOTA = 45009;

/** Subscribe messages, while the person has credit. */
@Injectable()
export class WechatChannel implements Channel {
  readonly name = 'wechat';
  readonly perSecond: number;
  readonly #accounts: Accounts;
  readonly #templates: Templates;
  readonly #wechat: WechatApi;
  readonly #quota: SendingQuota;
  readonly #config: Config;
  readonly #clock: Clock;
  readonly #log: Log;

  constructor(
    accounts: Accounts,
    templates: Templates,
    @Inject(WECHAT_API) wechat: WechatApi,
    quota: SendingQuota,
    config: Config,
    clock: Clock,
    @Inject(LOG) log: Log,
  ) {
    this.perSecond = config.accounts.wechat.messagesPerSecond;
    this.#accounts = accounts;
    this.#templates = templates;
    this.#wechat = wechat;
    this.#quota = quota;
    this.#config = config;
    this.#clock = clock;
    this.#log = log;
  }

  async prepare(tx: Tx, messages: readonly OpenMessage[]) {
    const persons = [...new Set(messages.map(message => message.personId))];
    const openids = await this.#accounts.openidsOf(tx, persons);
    const credits = await readCredits(tx, persons);
    return new Map<Id, Ready | 'none' | 'noCredit' | 'failed'>(
      messages.map(message => [message.id, this.#ready(message, openids.get(message.personId), credits.get(message.personId))]),
    );
  }

  #ready(message: OpenMessage, openid: string | undefined, credits: ReadonlyMap<string, number> | undefined) {
    if (openid === undefined) return 'none';
    const candidates = this.#templates.for(message.purpose);
    // No credit holds an alarm back: the platform may know of one that we do not.
    const template =
      candidates.find(one => (credits?.get(one.id) ?? 0) > 0) ?? (message.purpose === 'incident' ? candidates[0] : undefined);
    if (!template) return candidates.length === 0 ? 'failed' : 'noCredit';
    const data = this.#data(template, message);
    if (data.outcome === 'unfit') {
      this.#log.error({ purpose: message.purpose, field: data.field, key: data.key, why: data.why }, 'a message does not fit its template');
      return 'failed';
    }
    const sent: SubscribeMessage = {
      openid,
      templateId: template.id,
      page: message.page,
      data: data.data,
      state: this.#config.accounts.wechat.miniprogramState,
    };
    const send = async () => this.#tried(message, await this.#wechat.sendSubscribeMessage(sent));
    return { templateId: template.id, spends: template.kind === 'once', send };
  }

  #data(template: PurposeTemplate, { purpose, count, what, page, at, again }: OpenMessage) {
    const words = { ...messageWords({ purpose, count, page, again: again === true }), what, when: at };
    return subscribeData<string>({ templateId: template.id, keys: template.keys }, words);
  }

  /** What the platform's answer means (codes and what to do about them: the platform's own documentation). */
  async #tried({ purpose }: OpenMessage, outcome: SendOutcome): Promise<Tried> {
    switch (outcome.outcome) {
      case 'sent':
        return { state: 'sent', platformId: outcome.messageId };
      case 'no-credit':
      case 'banned':
        return { state: 'noCredit', exhausted: true };
      case 'busy':
        return this.#busy(outcome.errcode);
      case 'unknown':
        return { state: 'doubtful', errcode: outcome.errcode };
      case 'misconfigured':
        this.#log.error({ purpose, errcode: outcome.errcode }, 'WeChat refuses our messages: configuration');
        return { state: 'failed', errcode: outcome.errcode };
      case 'bad-data':
        this.#log.error({ purpose, why: outcome.why, key: outcome.key }, 'WeChat refuses the words of a message');
        return { state: 'failed' };
      case 'bad-openid':
        this.#log.warn({ purpose }, 'WeChat does not know an account');
        return { state: 'failed' };
    }
  }

  async #busy(errcode: number | undefined): Promise<Tried> {
    if (errcode === DAY_QUOTA) {
      const now = this.#clock.now();
      const tomorrow = startOf(addDays(dayOf(now), 1));
      await this.#quota.pause(this.name, (tomorrow.getTime() - now.getTime()) / 1000);
      this.#log.error({ errcode }, 'WeChat takes no more messages today');
      return { state: 'failed', errcode };
    }
    if (MINUTE_QUOTA.has(errcode)) {
      await this.#quota.pause(this.name, MINUTE_SECONDS);
      return { state: 'waiting', errcode, laterSeconds: MINUTE_SECONDS };
    }
    return { state: 'waiting', errcode, laterSeconds: errcode === CONCURRENT.errcode ? CONCURRENT.seconds : BUSY_SECONDS };
  }
}
