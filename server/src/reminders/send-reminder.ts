import { MESSAGE_WORDS, callInstead, messagePage } from '@guanhu/shared/reminders/message.rules';
import { exhausted, spent } from '@guanhu/shared/reminders/credit.rules';
import { quietUntil } from '@guanhu/shared/reminders/quiet-hours.rules';
import { PURPOSE_KEYS, type MessageState, type RemindPayload } from '@guanhu/shared/reminders/reminders.terms';
import { Inject, Injectable } from '@nestjs/common';
import { Accounts } from '../access/access.public.ts';
import { Agenda } from '../agenda/agenda.public.ts';
import { Clock } from '../platform/clock/clock.ts';
import { Config } from '../platform/config/config.ts';
import { Database, type Tx } from '../platform/database/database.ts';
import { newId } from '../platform/ids.ts';
import type { Log } from '../platform/log/log.ts';
import { Later, type Job, type Payload } from '../platform/outbox/outbox.ts';
import { LOG } from '../platform/platform.module.ts';
import { WECHAT_API, type WechatApi } from '../platform/ports.ts';
import { subscribeData } from '../platform/wechat/template-values.ts';
import type { SendOutcome, SubscribeMessage } from '../platform/wechat/wechat-api.ts';
import { Policies } from '../policy/policy.public.ts';
import { changeCredit, readCredits } from './credit.store.ts';
import { beginMessage, settleMessage, type MessageRow } from './message.store.ts';
import { Templates, type PurposeTemplate } from './templates.ts';

const BUSY_SECONDS = 30;

type Ready = { readonly row: MessageRow; readonly template: PurposeTemplate; readonly message: SubscribeMessage };

/**
 * Keeps one promise to tell a person something: a subscribe message while the person has credit, else a telephone call.
 *
 * The message is written as `sending` and committed before WeChat is asked. Whoever finds it so after a crash cannot know whether
 * it went out; it is then not sent again but telephoned: a family would rather be called than told twice and left to wonder.
 */
@Injectable()
export class SendReminder {
  readonly #database: Database;
  readonly #accounts: Accounts;
  readonly #agenda: Agenda;
  readonly #policies: Policies;
  readonly #templates: Templates;
  readonly #wechat: WechatApi;
  readonly #config: Config;
  readonly #clock: Clock;
  readonly #log: Log;

  constructor(
    database: Database,
    accounts: Accounts,
    agenda: Agenda,
    policies: Policies,
    templates: Templates,
    @Inject(WECHAT_API) wechat: WechatApi,
    config: Config,
    clock: Clock,
    @Inject(LOG) log: Log,
  ) {
    this.#database = database;
    this.#accounts = accounts;
    this.#agenda = agenda;
    this.#policies = policies;
    this.#templates = templates;
    this.#wechat = wechat;
    this.#config = config;
    this.#clock = clock;
    this.#log = log;
  }

  async run({ countyId, key, payload }: Job): Promise<void> {
    const county = this.#database.county(countyId);
    const remind = remindOf(payload);
    if (remind.purpose !== 'incident') {
      const until = quietUntil(await this.#policies.inForce(county, 'reminder', this.#clock.today(), remind), this.#clock.now());
      if (until) throw new Later(Math.ceil((until.getTime() - this.#clock.now().getTime()) / 1000));
    }
    const ready = await county.inTransaction(tx => this.#begin(tx, key, remind));
    if (!ready) return;
    const outcome = await this.#wechat.sendSubscribeMessage(ready.message);
    await county.inTransaction(tx => this.#settle(tx, ready, outcome));
    if (outcome.outcome === 'busy') throw new Later(BUSY_SECONDS);
  }

  /** Writes `sending`; undefined when there is nothing to send any more, or nothing to send it with. */
  async #begin(tx: Tx, key: string, remind: RemindPayload): Promise<Ready | undefined> {
    const { purpose, personId, patientId, objectId } = remind;
    if (purpose === 'medication' || purpose === 'visit') {
      const task = await this.#agenda.task(tx, objectId);
      if (task?.state !== 'open') return undefined;
    }
    const page = messagePage(purpose, objectId);
    const { row, before } = await beginMessage(tx, {
      id: newId(),
      key,
      personId,
      patientId,
      purpose,
      objectId,
      page,
      at: this.#clock.now(),
    });
    if (before === 'sending') return this.#end(tx, row, 'doubtful');
    if (before !== undefined && before !== 'waiting') return undefined;

    const template = this.#templates.of(purpose);
    if (!template) return this.#end(tx, row, 'failed');
    const openid = (await this.#accounts.openidsOf(tx, [personId])).get(personId);
    const credit = (await readCredits(tx, personId)).get(template.id);
    if (openid === undefined || (credit?.left ?? 0) === 0) return this.#end(tx, row, 'noCredit');
    const { what } = await this.#policies.inForce(tx, 'message', this.#clock.today(), { patientId });
    const data = dataOf(template, remind, what[purpose], this.#clock.now());
    if (data.outcome === 'unfit') {
      this.#log.error({ purpose, field: data.field, key: data.key, why: data.why }, 'a message does not fit its template');
      return this.#end(tx, row, 'failed');
    }
    if (before === 'waiting') await settleMessage(tx, row.id, { state: 'sending', now: this.#clock.now() });
    const state = this.#config.accounts.wechat.miniprogramState;
    return { row, template, message: { openid, templateId: template.id, page, data: data.data, state } };
  }

  async #settle(tx: Tx, { row, template }: Ready, outcome: SendOutcome): Promise<void> {
    const now = this.#clock.now();
    switch (outcome.outcome) {
      case 'sent':
        await changeCredit(tx, row.personId, template.id, credit => spent(credit, template.kind));
        return settleMessage(tx, row.id, { state: 'sent', wechatId: outcome.messageId, now });
      case 'no-credit':
      case 'banned':
        await changeCredit(tx, row.personId, template.id, exhausted);
        return this.#end(tx, row, 'noCredit');
      case 'busy':
        return settleMessage(tx, row.id, { state: 'waiting', errcode: outcome.errcode, now });
      case 'unknown':
        return this.#end(tx, row, 'doubtful', outcome.errcode);
      case 'misconfigured':
        this.#log.error({ purpose: row.purpose, errcode: outcome.errcode }, 'WeChat refuses our messages: configuration');
        return this.#end(tx, row, 'failed', outcome.errcode);
      case 'bad-openid':
      case 'bad-data':
        this.#log.warn({ purpose: row.purpose, outcome: outcome.outcome }, 'WeChat refused a message');
        return this.#end(tx, row, 'failed');
    }
  }

  /** The message did not, or may not, arrive: somebody telephones instead where that helps. */
  async #end(tx: Tx, row: MessageRow, state: MessageState, errcode?: number): Promise<undefined> {
    await settleMessage(tx, row.id, { state, errcode, now: this.#clock.now() });
    const reason = callInstead(row.purpose);
    if (reason !== null)
      await this.#agenda.openCall(tx, { reason, patientId: row.patientId, cause: `${row.purpose}:${row.objectId}`, causeId: row.objectId });
    return undefined;
  }
}

function remindOf(payload: Payload): RemindPayload {
  const purpose = PURPOSE_KEYS.find(key => key === payload['purpose']);
  if (!purpose) throw new Error('a reminder without a purpose');
  const amountFen = payload['amountFen'];
  return {
    purpose,
    personId: String(payload['personId']),
    patientId: String(payload['patientId']),
    objectId: String(payload['objectId']),
    ...(typeof amountFen === 'number' ? { amountFen } : {}),
  };
}

/** The values that the template asks for, in the county's own words when it has set some. */
function dataOf(template: PurposeTemplate, { purpose, amountFen }: RemindPayload, own: string | undefined, now: Date) {
  const words = MESSAGE_WORDS[purpose];
  const values = { ...words, what: own ?? words.what, when: now, ...(amountFen === undefined ? {} : { amount: { fen: amountFen } }) };
  return subscribeData<string>({ templateId: template.id, keys: template.keys }, values);
}
