import {
  approveDeskTicket,
  bindAccount,
  collectDeskSignIn,
  openDeskSignIn,
  requestStepUp,
  signInByPhone,
} from '@guanhu/shared/access/access.routes';
import type { StepUpPurpose } from '@guanhu/shared/access/access.terms';
import type { Id } from '@guanhu/shared/kernel/ids';
import type { Cast, CastPerson } from '../cast.terms.ts';
import type { House } from './house.ts';
import type { Wall } from './wall.ts';

/** Shorter than the shortest idle time of each channel. */
const FRESH_MS = { phone: 20 * 86_400_000, desk: 20 * 60_000 } as const;
type Channel = keyof typeof FRESH_MS;

/** The people of the cast as the house knows them: who they are there, and how they sign in. */
export class Residents {
  /** Ids by the cast's keys. */
  readonly ids = new Map<string, Id>();
  readonly #house: House;
  readonly #wall: Wall;
  readonly #cast: ReadonlyMap<string, CastPerson>;
  readonly #onWall = new Map<string, string>();
  readonly #bound = new Set<string>();
  readonly #sessions = new Map<string, { token: Promise<string>; usedAt: number }>();

  constructor(house: House, wall: Wall, cast: Cast) {
    this.#house = house;
    this.#wall = wall;
    this.#cast = new Map(cast.persons.map(person => [person.key, person]));
  }

  person(key: string): CastPerson {
    const person = this.#cast.get(key);
    if (!person) throw new RangeError(`nobody in the cast is called ${key}`);
    return person;
  }

  id(key: string): Id {
    const id = this.ids.get(key);
    if (id === undefined) throw new RangeError(`${key} is not in the county yet`);
    return id;
  }

  /** The cast's key of a person of the county. */
  keyOf(personId: Id): string | undefined {
    for (const [key, id] of this.ids) if (id === personId) return key;
    return undefined;
  }

  isBound(key: string): boolean {
    return this.#bound.has(key);
  }

  /** Everybody who has bound a phone that is not on the wall. */
  boundElsewhere(): readonly string[] {
    return [...this.#bound].filter(key => !this.#onWall.has(key));
  }

  /** Puts the person's phone on the wall. */
  async hang(key: string, label: string): Promise<void> {
    const { mobile, name } = this.person(key);
    const phoneId = `phone-${mobile.slice(-4)}`;
    await this.#wall.hang({ phoneId, phoneNumber: mobile, label, realName: name });
    this.#onWall.set(key, phoneId);
  }

  /** The person's phone on the wall. */
  phoneOf(key: string): string | undefined {
    return this.#onWall.get(key);
  }

  /** Binds the person's WeChat with the code given in person, as the phone does. */
  async bind(key: string, invitationCode: string): Promise<void> {
    const phoneId = this.#onWall.get(key);
    const phoneCode = phoneId === undefined ? this.#house.wechat.code(this.person(key).mobile) : await this.#wall.phoneCode(phoneId);
    const { token } = await this.#house.callHere(bindAccount, {
      body: { loginCode: await this.#loginCode(key), phoneCode, invitationCode },
    });
    this.#bound.add(key);
    void this.#keep(key, 'phone', Promise.resolve(token));
  }

  /** A session of the person's phone. */
  phone(key: string): Promise<string> {
    return this.#session(key, 'phone', async () => {
      const answer = await this.#house.callHere(signInByPhone, { body: { loginCode: await this.#loginCode(key) } });
      if (answer.outcome !== 'signed-in') throw new Error(`${key} cannot sign in: ${answer.outcome}`);
      return answer.token;
    });
  }

  /** A session at the desk, approved on the person's phone. */
  desk(key: string): Promise<string> {
    return this.#session(key, 'desk', async () => {
      const { ticketId, secret, code } = await this.#house.call(openDeskSignIn, { body: { device: '办公室电脑' } });
      await this.#house.call(approveDeskTicket, { as: await this.phone(key), params: { code } });
      const answer = await this.#house.call(collectDeskSignIn, { params: { ticketId }, body: { secret } });
      if (answer.state !== 'approved') throw new Error(`${key} did not get into the desk: ${answer.state}`);
      return answer.token;
    });
  }

  /** An approval by the person's phone of one deed at the desk. */
  async stepUp(key: string, purpose: StepUpPurpose, objectId: Id): Promise<Id> {
    const asked = await this.#house.call(requestStepUp, { as: await this.desk(key), body: { purpose, objectId, device: '办公室电脑' } });
    await this.#house.call(approveDeskTicket, { as: await this.phone(key), params: { code: asked.code } });
    return asked.ticketId;
  }

  #loginCode(key: string): Promise<string> {
    const phoneId = this.#onWall.get(key);
    if (phoneId !== undefined) return this.#wall.loginCode(phoneId);
    const { wechat } = this.#house;
    return Promise.resolve(wechat.code(wechat.openidOf(this.person(key).mobile)));
  }

  #session(key: string, channel: Channel, open: () => Promise<string>): Promise<string> {
    const kept = this.#sessions.get(`${key}/${channel}`);
    if (kept && this.#house.clock.now().getTime() - kept.usedAt < FRESH_MS[channel]) {
      kept.usedAt = this.#house.clock.now().getTime();
      return kept.token;
    }
    return this.#keep(key, channel, open());
  }

  #keep(key: string, channel: Channel, token: Promise<string>): Promise<string> {
    this.#sessions.set(`${key}/${channel}`, { token, usedAt: this.#house.clock.now().getTime() });
    return token;
  }
}
