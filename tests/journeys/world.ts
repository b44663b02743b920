import { writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { dayOf, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { Browser } from 'playwright-core';
import { startChromium } from '../support/chromium.ts';
import { SimulatedPhones, type SimulatedPhone } from '../support/simulated-phones.ts';
import { ThrowawaySystem } from '../support/throwaway-system.ts';
import { people } from './cast.ts';
import { Desk } from './desk.ts';
import { bind } from './phone-access.ts';
import { Phone } from './phone.ts';
import { ARTIFACTS, Screens } from './screens.ts';

export type Who = keyof typeof people;
/** Whoever holds a phone: of the cast, and who comes besides. */
type Owner = Who | 'stranger' | 'others';

/** The running system, the screens in front of it, and the phones and desks of the people in the story. */
export class World {
  readonly house: ThrowawaySystem;
  readonly screens: Screens;
  readonly simulated: SimulatedPhones;
  readonly today: CalendarDate = dayOf(new Date());
  /** Invitation codes, as they were handed over. */
  readonly codes = new Map<Who, string>();
  readonly #browser: Browser;
  readonly #phones = new Map<string, { readonly id: string; readonly phone: Phone }>();
  readonly #desks = new Map<Owner, Desk>();

  private constructor(house: ThrowawaySystem, browser: Browser) {
    this.house = house;
    this.#browser = browser;
    this.screens = new Screens(browser);
    this.simulated = new SimulatedPhones(house.system.simulatorUrl);
  }

  static async begin(): Promise<World> {
    const browser = await startChromium();
    try {
      return new World(await ThrowawaySystem.start('journey'), browser);
    } catch (error) {
      await browser.close();
      throw error;
    }
  }

  /** @returns what is still there that should have ended */
  async end(): Promise<readonly string[]> {
    await this.#browser.close();
    return this.house.stop();
  }

  /** Somebody takes a phone into the hand and opens the mini-program. */
  async takePhone(owner: Owner, mobile: string, label: string): Promise<Phone> {
    const id = await this.simulated.add(mobile, label);
    const phone = await Phone.open(this.screens, `${owner}-phone`, this.house.system.simulatorUrl, id);
    this.#phones.set(owner, { id, phone });
    return phone;
  }

  /** Somebody with an invitation binds a phone of their own. */
  async joins(who: Who, label: string): Promise<void> {
    const phone = await this.takePhone(who, people[who].mobile, label);
    await bind(phone, this.codes.get(who) ?? '');
    await phone.tab('我的');
    await phone.sees(people[who].name);
  }

  phone(owner: Owner): Phone {
    return this.#held(owner).phone;
  }

  /** What WeChat has on this person's phone. */
  wechat(owner: Who): Promise<SimulatedPhone> {
    return this.simulated.phone(this.#held(owner).id);
  }

  async signIn(owner: Owner): Promise<Desk> {
    const desk = await Desk.signIn(this.screens, `${owner}-desk`, this.house.system.serverUrl, this.phone(owner));
    this.#desks.set(owner, desk);
    return desk;
  }

  desk(owner: Owner): Desk {
    const desk = this.#desks.get(owner);
    if (!desk) throw new Error(`${owner} is at no desk`);
    return desk;
  }

  keep(screen: Phone | Desk, name: string): Promise<void> {
    return this.screens.keep(screen.page, name);
  }

  /** Runs `county` with a file of these lines. */
  async readIn(command: 'areas' | 'organisations', countyId: number, lines: string): Promise<string> {
    const file = this.house.path(`${command}.csv`);
    writeFileSync(file, lines);
    return this.house.command('county', command, '--id', String(countyId), '--file', file);
  }

  /** The screens, the logs and what the server refused, beside the pictures. */
  async keepWhatBroke(): Promise<void> {
    await this.screens.keepAll();
    for (const [file, text] of Object.entries(this.house.logs())) writeFileSync(join(ARTIFACTS, `broken-${basename(file)}`), text);
    writeFileSync(join(ARTIFACTS, 'broken-refusals.txt'), [...this.screens.refused, ...this.screens.errors].join('\n'));
  }

  #held(owner: string) {
    const held = this.#phones.get(owner);
    if (!held) throw new Error(`${owner} holds no phone`);
    return held;
  }
}

/** Asks again until there is an answer; for what the worker does in its own time. @throws when there is none for 20 s */
export async function eventually<T>(what: string, ask: () => Promise<T | undefined>): Promise<T> {
  const giveUpAt = performance.now() + 20_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > giveUpAt) throw new Error(`waited in vain: ${what}`);
    await sleep(250);
  }
}
