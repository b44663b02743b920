import type { FrameLocator, Locator, Page } from 'playwright-core';
import type { Screens } from './screens.ts';

const SIZE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };
/** What of a page answers to a finger. */
const TAPPABLE = '.gh-button, .gh-item, .gh-chip, .gh-tile, .gh-tabs__tab';
/** The tab pages and their titles. */
const TITLES = { 今天: '今天', 协议: '我的协议', 服务对象: '服务对象', 我的: '我的' } as const;
type Words = string | RegExp;

/** A finger that leaves at full speed has flung the page, and the browser takes the next tap for stopping it. */
const REST_MS = 200;
const LOOKS = 10;
const LOOK_MS = 1_500;
/** Nobody looks at an empty page for longer. */
const BLANK_MS = 8_000;

/** Taps what is on top. A page that slides away still shows what the next one shows too, so a tap that cannot land looks anew. */
async function touch(target: Locator): Promise<void> {
  for (let look = 1; ; look += 1) {
    try {
      return await target.tap({ timeout: LOOK_MS });
    } catch (error) {
      if (look === LOOKS) throw error;
    }
  }
}

/** A person's phone with the mini-program on it: a screen of its own, or a frame of the wall. */
export class Phone {
  readonly page: Page;
  readonly #inside: Page | FrameLocator;

  constructor(page: Page, inside: Page | FrameLocator = page) {
    this.page = page;
    this.#inside = inside;
  }

  static async open(screens: Screens, owner: string, simulatorUrl: string, phoneId: string): Promise<Phone> {
    return new Phone(await screens.open(owner, `${simulatorUrl}/h5/index.html?phone=${phoneId}`, SIZE));
  }

  #shown(selector: string, words?: Words): Locator {
    const all = this.#inside.locator(selector).filter({ visible: true });
    return words === undefined ? all : all.filter({ hasText: words });
  }

  async tap(words: Words): Promise<void> {
    await touch(this.#shown(TAPPABLE, words).first());
  }

  async tab(name: keyof typeof TITLES): Promise<void> {
    await touch(this.#shown('.gh-tabs__tab', name));
    await this.#shown('.gh-bar__title', TITLES[name]).waitFor();
  }

  /** The chip of one question, which is named by the title of its card. */
  async answer(question: string, chip: Words): Promise<void> {
    const title = this.#inside.locator('.gh-head').getByText(question, { exact: true });
    await touch(this.#shown('.gh-card').filter({ has: title }).locator('.gh-chip').filter({ hasText: chip }).first());
  }

  async type(text: string): Promise<void> {
    await this.#shown('.gh-field input, .gh-field textarea').first().fill(text);
  }

  /**
   * Waits until the page says so. The router of the browser's build has left a page blank that was opened while the machine was busy, which
   * WeChat's own does not: whoever sees nothing at all loads it again. A page that stays blank is a fault all the same.
   */
  async sees(words: Words): Promise<void> {
    const said = this.#inside.getByText(words).filter({ visible: true }).first();
    try {
      await said.waitFor({ timeout: BLANK_MS });
    } catch {
      if (this.#inside === this.page && (await this.#shown('.gh-main').count()) === 0) await this.page.reload();
      await said.waitFor();
    }
  }

  /** Everything the page says now. */
  async words(): Promise<string> {
    return (await this.#shown('.gh-main').allInnerTexts()).join('\n');
  }

  all(selector: string): Locator {
    return this.#shown(selector);
  }

  /** The session that it keeps. */
  async token(): Promise<string> {
    const kept = await this.page.evaluate(() =>
      localStorage.getItem(`guanhu:${new URLSearchParams(location.search).get('phone') ?? ''}:session`),
    );
    return (JSON.parse(kept ?? '{}') as { token?: string }).token ?? '';
  }

  /** Starts the mini-program again, at a page when a message opens one. */
  async reopen(page = ''): Promise<void> {
    const url = new URL(this.page.url());
    await this.page.goto(`${url.origin}${url.pathname}${url.search}#/${page.replace(/^\//, '')}`);
    await this.page.reload();
  }

  /** Draws with one finger: each stroke a list of points as shares of the pad. */
  async draw(pad: string, strokes: readonly (readonly (readonly [number, number])[])[]): Promise<void> {
    const box = await this.#shown(pad).first().boundingBox();
    if (!box) throw new Error(`no ${pad} to draw on`);
    const finger = await this.page.context().newCDPSession(this.page);
    for (const stroke of strokes) {
      const points = stroke.map(([x, y]) => ({ x: box.x + x * box.width, y: box.y + y * box.height }));
      for (const [index, point] of points.entries()) {
        await finger.send('Input.dispatchTouchEvent', { type: index === 0 ? 'touchStart' : 'touchMove', touchPoints: [point] });
      }
      await this.page.waitForTimeout(REST_MS);
      await finger.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    }
    await finger.detach();
  }
}
