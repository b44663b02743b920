import type { Id } from '@guanhu/shared/kernel/ids';
import { smsWords } from '@guanhu/shared/reminders/message.rules';
import { Inject, Injectable } from '@nestjs/common';
import { People } from '../access/access.public.ts';
import { Config } from '../platform/config/config.ts';
import type { Tx } from '../platform/database/database.ts';
import type { Log } from '../platform/log/log.ts';
import { LOG } from '../platform/platform.module.ts';
import { SMS_API, type SmsApi } from '../platform/ports.ts';
import type { SmsOutcome } from '../platform/sms/sms-api.ts';
import type { Channel, Ready, Tried } from './channel.ts';
import type { OpenMessage } from './message.store.ts';

const BUSY_SECONDS = 60;
const MOBILE = /^1\d{10}$/;

/** Text messages, where the county has a vendor and the person a mobile number. */
@Injectable()
export class SmsChannel implements Channel {
  readonly name = 'sms';
  readonly perSecond: number;
  readonly #people: People;
  readonly #sms: SmsApi | null;
  readonly #log: Log;

  constructor(people: People, @Inject(SMS_API) sms: SmsApi | null, config: Config, @Inject(LOG) log: Log) {
    this.perSecond = config.accounts.sms?.messagesPerSecond ?? 20;
    this.#people = people;
    this.#sms = sms;
    this.#log = log;
  }

  async prepare(tx: Tx, messages: readonly OpenMessage[]) {
    const sms = this.#sms;
    const contacts = sms ? await this.#people.contacts(tx, [...new Set(messages.map(message => message.personId))]) : new Map<Id, never>();
    return new Map<Id, Ready | 'none' | 'noCredit' | 'failed'>(
      messages.map(message => {
        const phone = contacts.get(message.personId)?.phone;
        if (!sms || !phone || !MOBILE.test(phone)) return [message.id, 'none'];
        const sent = { phone, text: smsWords(message), reference: message.id };
        return [message.id, { templateId: null, spends: false, send: async () => this.#tried(await sms.send(sent)) }];
      }),
    );
  }

  #tried(outcome: SmsOutcome): Tried {
    switch (outcome.outcome) {
      case 'sent':
        return { state: 'sent', platformId: outcome.messageId };
      case 'busy':
        return { state: 'waiting', laterSeconds: BUSY_SECONDS };
      case 'unknown':
        return { state: 'doubtful' };
      case 'misconfigured':
        this.#log.error('the SMS vendor refuses us: configuration');
        return { state: 'failed' };
      case 'bad-number':
      case 'refused':
        return { state: 'failed' };
    }
  }
}
