import { setTimeout as wait } from 'node:timers/promises';
import type { AppConfiguration, TemplateConfiguration } from '../configuration.ts';
import type { Context } from '../context.ts';
import { randomDigits } from '../kernel/random.ts';
import { freshId } from '../pay/signing.ts';
import type { Phones } from '../phones/phones.ts';
import type { Phone, SubscribeAnswer } from '../world.ts';
import type { EventPush } from './event-push.ts';
import { PlatformRefusal } from './refusal.ts';
import { firstUnfit } from './template-values.rules.ts';

const KEPT_MESSAGES = 200;

/** What `wx.requestSubscribeMessage` reports when it fails. */
export interface SubscribeFailure {
  errMsg: string;
  errCode: number;
}

/** The body of `/cgi-bin/message/subscribe/send`. */
export interface SendRequest {
  touser: string;
  template_id: string;
  page: string | undefined;
  data: Record<string, unknown>;
}

/** Subscriptions, credits and messages. */
export class Subscribe {
  readonly #context: Context;
  readonly #phones: Phones;
  readonly #push: EventPush;
  readonly #sendingTo = new Set<string>();

  constructor(context: Context, phones: Phones, push: EventPush) {
    this.#context = context;
    this.#phones = phones;
    this.#push = push;
  }

  #template(id: string): TemplateConfiguration | undefined {
    return this.#context.configuration.templates.find(template => template.id === id);
  }

  /** The pop-up: every accepted one-time template is worth one more message. Answers as the phone is set to. */
  ask(phone: Phone, app: AppConfiguration, templateIds: string[]): Record<string, string> | SubscribeFailure {
    const failure = (errCode: number, words: string): SubscribeFailure => ({ errMsg: `requestSubscribeMessage:fail ${words}`, errCode });
    if (templateIds.length === 0) return failure(10001, 'TmplIds can not be empty');
    if (templateIds.length > 3) return failure(20003, 'Templates count out of max bounds');
    const templates = templateIds.map(id => this.#template(id));
    if (templates.some(template => template === undefined)) return failure(20001, 'No template data return, verify the template id exist');
    if (new Set(templates.map(template => template?.kind)).size > 1) return failure(20002, 'Templates type must be same');
    if (!phone.subscribeSwitch) return failure(20004, 'The main switch is switched off');
    const answers: Record<string, SubscribeAnswer> = {};
    for (const id of templateIds) answers[id] = this.#answer(phone, id);
    this.#context.world.changed();
    const shown = Object.entries(answers).filter(([, answer]) => answer === 'accept' || answer === 'reject');
    const items = shown.map(([TemplateId, answer]) => ({ TemplateId, SubscribeStatusString: answer, PopupScene: '0' }));
    this.#push.push(app, this.#phones.openid(phone, app.appid), 'subscribe_msg_popup_event', items);
    return { errMsg: 'requestSubscribeMessage:ok', ...answers };
  }

  #answer(phone: Phone, id: string): SubscribeAnswer {
    const answer = phone.banned.includes(id) ? 'ban' : (phone.answers[id] ?? phone.answers['*'] ?? 'accept');
    if (answer === 'ban' && !phone.banned.includes(id)) phone.banned.push(id);
    if (answer !== 'accept') return answer;
    if (this.#template(id)?.kind === 'long-term') phone.longTerm = [...new Set([...phone.longTerm, id])];
    else phone.credits[id] = (phone.credits[id] ?? 0) + 1;
    return answer;
  }

  /** The person refuses messages in WeChat's own settings: nothing is left, and the message server is told. */
  refuse(phone: Phone, app: AppConfiguration, templateIds: string[]): void {
    for (const id of templateIds) {
      phone.credits[id] = 0;
      phone.longTerm = phone.longTerm.filter(other => other !== id);
    }
    this.#context.world.changed();
    const items = templateIds.map(TemplateId => ({ TemplateId, SubscribeStatusString: 'reject' }));
    this.#push.push(app, this.#phones.openid(phone, app.appid), 'subscribe_msg_change_event', items);
  }

  /** Sends one message and returns its msgid; throws a PlatformRefusal. */
  async send(app: AppConfiguration, request: SendRequest): Promise<string> {
    const phone = this.#phones.byOpenid(app.appid, request.touser);
    if (!phone) throw new PlatformRefusal(40003);
    const template = this.#template(request.template_id);
    if (!template) throw new PlatformRefusal(40037);
    if (request.page !== undefined && !pageExists(app, request.page)) throw new PlatformRefusal(41030);
    const unfit = firstUnfit(Object.keys(template.keys), request.data);
    if (unfit !== null) throw new PlatformRefusal(47003, ` data.${unfit}.value invalid`);
    if (this.#sendingTo.has(request.touser)) throw new PlatformRefusal(43108);
    this.#sendingTo.add(request.touser);
    try {
      await wait(this.#context.configuration.delivery.sendMilliseconds, undefined, { signal: this.#context.closing });
      return this.#deliver(app, phone, template, request);
    } finally {
      this.#sendingTo.delete(request.touser);
    }
  }

  #deliver(app: AppConfiguration, phone: Phone, template: TemplateConfiguration, request: SendRequest): string {
    if (phone.banned.includes(template.id)) throw new PlatformRefusal(43107);
    if (template.kind === 'long-term') {
      if (!phone.longTerm.includes(template.id)) throw new PlatformRefusal(43101);
    } else {
      const credits = phone.credits[template.id] ?? 0;
      if (credits === 0) throw new PlatformRefusal(43101);
      phone.credits[template.id] = credits - 1;
    }
    const valueOf = (key: string): string => (request.data[key] as { value: string }).value;
    phone.messages.unshift({
      id: freshId(),
      appid: app.appid,
      templateId: template.id,
      title: template.title,
      page: request.page ?? null,
      lines: Object.entries(template.keys).map(([key, label]) => ({ key, label, value: valueOf(key) })),
      at: this.#context.clock.now(),
      read: false,
    });
    phone.messages.length = Math.min(phone.messages.length, KEPT_MESSAGES);
    this.#context.world.changed();
    const msgid = `2${randomDigits(18)}`;
    const item = { TemplateId: template.id, MsgID: msgid, ErrorCode: '0', ErrorStatus: 'success' };
    this.#push.push(app, request.touser, 'subscribe_msg_sent_event', [item]);
    return msgid;
  }
}

/** A page is a path inside the mini-program, with or without a query, without a leading slash. */
const pageExists = (app: AppConfiguration, page: string): boolean => {
  const path = page.split('?')[0] ?? '';
  return app.pages ? app.pages.includes(path) : /^[A-Za-z0-9_-]+(\/[A-Za-z0-9_-]+)+$/.test(path);
};
