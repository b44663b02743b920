import { createHash } from 'node:crypto';
import type { Context } from '../context.ts';
import { randomHex } from '../kernel/random.ts';
import type { Phone } from '../world.ts';

export interface NewPhone {
  phoneNumber: string;
  label: string;
  phoneId?: string;
  realName?: string;
}

/** The people with phones. */
export class Phones {
  readonly #context: Context;
  /** Phones by `appid/openid`, filled as needed: a person's openids never change. */
  readonly #known = new Map<string, Phone>();

  constructor(context: Context) {
    this.#context = context;
  }

  all(): Phone[] {
    return this.#context.world.data.phones;
  }

  find(phoneId: string): Phone | null {
    return this.all().find(phone => phone.phoneId === phoneId) ?? null;
  }

  /** Null when the wished phoneId is taken. Two phones may have one number: numbers are recycled. */
  add(wish: NewPhone): Phone | null {
    const phoneId = wish.phoneId ?? this.#freeId();
    if (this.find(phoneId)) return null;
    const phone: Phone = {
      phoneId,
      label: wish.label,
      phoneNumber: wish.phoneNumber,
      realName: wish.realName ?? null,
      account: randomHex(32),
      answers: {},
      subscribeSwitch: true,
      transferFailReason: null,
      credits: {},
      longTerm: [],
      banned: [],
      messages: [],
    };
    this.all().push(phone);
    this.#context.world.changed();
    return phone;
  }

  #freeId(): string {
    for (let number = this.all().length + 1; ; number++) if (!this.find(`p${String(number)}`)) return `p${String(number)}`;
  }

  /** The person's id within an app: another one in every app, always the same in one. */
  openid(phone: Phone, appid: string): string {
    const digest = createHash('sha256').update(`${appid}/${phone.account}`).digest('base64url');
    return `o${digest.slice(0, 27)}`;
  }

  byOpenid(appid: string, openid: string): Phone | null {
    const key = `${appid}/${openid}`;
    if (!this.#known.has(key)) for (const phone of this.all()) this.#known.set(`${appid}/${this.openid(phone, appid)}`, phone);
    return this.#known.get(key) ?? null;
  }
}
