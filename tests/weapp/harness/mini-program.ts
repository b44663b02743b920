import type { BrowserContext, Locator } from 'playwright-core';
import { LogicThread, type LaunchOptions } from './logic-thread.ts';
import { Phone, type PhoneSetting } from './phone.ts';
import { ViewThread } from './view-thread.ts';
import { readOutput, type WeappOutput } from './weapp-output.ts';
import { createWx } from './wx-api.ts';

const PATIENCE_MS = 8_000;

/**
 * The compiled mini-program on one phone, both threads: what a person does is a real touch in the view, what happens runs in the
 * logic thread against the real server. Storage outlives `restart()`, as on a phone.
 */
export class MiniProgram {
  readonly phone: Phone;
  readonly #output: WeappOutput;
  readonly #context: BrowserContext;
  /** Errors that the scripts reported; a test expects none. */
  readonly errors: string[] = [];
  /** Touches so far. */
  taps = 0;
  #life = new AbortController();
  #logic!: LogicThread;
  #view!: ViewThread;

  private constructor(output: WeappOutput, context: BrowserContext, setting: PhoneSetting) {
    this.#output = output;
    this.#context = context;
    this.phone = new Phone(setting);
  }

  /** @param context a browser context with touch, 375 px wide (see `phoneScreen`). */
  static async launch(dist: string, context: BrowserContext, setting: PhoneSetting, at?: LaunchOptions): Promise<MiniProgram> {
    const program = new MiniProgram(readOutput(dist), context, setting);
    await program.#start(at);
    return program;
  }

  /** Ends the process of the mini-program without a warning and opens it again, as after a crash or a tap on a message. */
  async restart(at?: LaunchOptions): Promise<void> {
    await this.close();
    await this.#start(at);
  }

  async #start(at: LaunchOptions = { path: this.#output.entryPage, query: {} }): Promise<void> {
    this.#life = new AbortController();
    this.phone.forgetWatchers();
    this.#view = await ViewThread.open(this.#context, this.#output, this.phone, event => {
      this.#logic.dispatch(event);
    });
    const wx = createWx(this.phone, () => this.#logic, this.#view, this.#life.signal);
    const report = (error: unknown) => {
      this.errors.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
    };
    this.#logic = new LogicThread(this.#output, this.#view, wx, report, this.#life.signal);
    this.#logic.launch(at);
    await this.#view.drawn();
  }

  /** The page in front, 'pages/today/index'. */
  get route(): string {
    return this.#logic.top.route;
  }
  /** The browser page that shows it, for locators of a test's own. */
  get view() {
    return this.#view.page;
  }
  #visible(text: string | RegExp): Locator {
    return this.#view.page.getByText(text).and(this.#view.page.locator(':visible')).first();
  }

  /** What a person reads on the page in front. */
  async text(): Promise<string> {
    await this.#view.drawn();
    return this.#view.page.locator('body').innerText();
  }
  /** Waits until these words can be read. @throws after eight seconds, with what could be read instead. */
  async sees(text: string | RegExp, patience = PATIENCE_MS): Promise<void> {
    try {
      await this.#visible(text).waitFor({ timeout: patience });
    } catch {
      throw new Error(
        `"${String(text)}" never appeared on ${this.route}. It says:\n${await this.text()}\nfaults: ${JSON.stringify([...this.errors, ...(await this.#view.faults())].slice(0, 3))}`,
      );
    }
  }
  /** Waits until the page says so no longer: what the phone keeps is shown until the server has answered. */
  async seesNoMore(text: string | RegExp): Promise<void> {
    await this.#visible(text).waitFor({ state: 'hidden', timeout: PATIENCE_MS });
  }
  /** Touches what bears these words. */
  async tap(text: string | RegExp): Promise<void> {
    this.taps += 1;
    await this.sees(text);
    await this.#visible(text).tap({ timeout: PATIENCE_MS });
    await this.#view.atRest();
  }
  /** Types into the field that shows this placeholder while empty. */
  async type(placeholder: string, text: string): Promise<void> {
    const named = ['input', 'textarea'].map(tag => `${tag}[placeholder=${JSON.stringify(placeholder)}]:visible`).join(', ');
    await this.#view.page.locator(named).first().fill(text, { timeout: PATIENCE_MS });
    await this.#view.atRest();
  }
  /** Draws strokes with a finger on the canvas in front once it asks for them; points are fractions of its width and height. */
  async draw(strokes: readonly (readonly (readonly [number, number])[])[]): Promise<void> {
    await this.sees('用手指在这里写名字');
    const canvas = this.#view.page.locator('wx-canvas:visible').first();
    await canvas.scrollIntoViewIfNeeded();
    const box = await canvas.boundingBox();
    if (!box) throw new Error('no canvas can be seen');
    const touch = await this.#context.newCDPSession(this.#view.page);
    const at = ([x, y]: readonly [number, number]) => [{ x: box.x + x * box.width, y: box.y + y * box.height }];
    for (const [first, ...rest] of strokes) {
      if (!first) continue;
      await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: at(first) });
      for (const point of rest) await touch.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: at(point) });
      await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    }
    await touch.detach();
    await this.#view.atRest();
  }
  async screenshot(file: string): Promise<void> {
    await this.#view.drawn();
    await this.#view.page.screenshot({ path: file });
  }

  /** Bytes of the largest patch that a page has sent to the view since the app was opened. */
  get largestPatch(): number {
    return this.#view.largestPatch;
  }

  /** Every page that it is made of. */
  get pages(): readonly string[] {
    return this.#output.pages;
  }
  /** Opens a page as the only one, without anything that a page before it would have told it. */
  async open(page: string): Promise<void> {
    this.#logic.reLaunch(`/${page}`);
    await this.#view.drawn();
  }

  back(): void {
    this.#logic.navigateBack(1);
  }
  /** The person turns to something else and comes back. */
  async leaveAndReturn(): Promise<void> {
    this.#logic.hide();
    this.#logic.show();
    await this.#view.drawn();
  }
  /** Faults of either thread so far. */
  async faults(): Promise<readonly string[]> {
    return [...this.errors, ...(await this.#view.faults())];
  }
  async close(): Promise<void> {
    this.#life.abort();
    await this.#view.page.close();
  }
}

/** Options of a browser context that is the screen of a phone. */
export const phoneScreen = {
  viewport: { width: 375, height: 812 },
  deviceScaleFactor: 2,
  hasTouch: true,
  isMobile: true,
  locale: 'zh-CN',
  timezoneId: 'Asia/Shanghai',
} as const;
