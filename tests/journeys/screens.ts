import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

export const ARTIFACTS = join(import.meta.dirname, '../../artifacts/journey');

/** How long a person would wait for a screen before calling somebody. */
const PATIENCE_MS = 15_000;

/**
 * The screens that are open during a journey: what they show is kept as pictures, what goes wrong behind them is remembered.
 */
export class Screens {
  readonly #browser: Browser;
  readonly #open = new Map<string, Page>();
  #pictures = 0;
  /** Errors on the consoles of all screens. */
  readonly errors: string[] = [];
  /** What the server refused: '403 POST /api/batches/…/check', ids left out. */
  readonly refused: string[] = [];

  constructor(browser: Browser) {
    this.#browser = browser;
    rmSync(ARTIFACTS, { recursive: true, force: true });
    mkdirSync(ARTIFACTS, { recursive: true });
  }

  /** A screen of its own: nothing is shared with any other. */
  async open(owner: string, url: string, options: BrowserContextOptions): Promise<Page> {
    const context = await this.#browser.newContext({ locale: 'zh-CN', timezoneId: 'Asia/Shanghai', ...options });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE_MS);
    page.on('pageerror', error => this.errors.push(`${owner}: ${error.message}`));
    page.on('console', message => {
      // The browser's own line about a refused request: the request itself is remembered below.
      const isRefusal = message.text().startsWith('Failed to load resource');
      if (message.type() === 'error' && !isRefusal) this.errors.push(`${owner}: ${message.text()}`);
    });
    page.on('response', response => {
      if (response.status() < 400) return;
      const path = new URL(response.url()).pathname.replace(/[0-9a-f-]{36}/g, '…');
      this.refused.push(`${String(response.status())} ${response.request().method()} ${path}`);
    });
    await page.goto(url);
    this.#open.set(owner, page);
    return page;
  }

  /** Another screen of whoever sits before `page`, at an address of the same program, with what the browser keeps for them. */
  async beside(page: Page, owner: string, url: string, options: BrowserContextOptions): Promise<Page> {
    return this.open(owner, url, { ...options, storageState: await page.context().storageState() });
  }

  /** Keeps a picture: '07-week-strip.png'. */
  async keep(page: Page, name: string): Promise<void> {
    this.#pictures += 1;
    await page.screenshot({ path: join(ARTIFACTS, `${String(this.#pictures).padStart(2, '0')}-${name}.png`), animations: 'disabled' });
  }

  /** Pictures of every open screen, for whoever has to find out what broke. */
  async keepAll(): Promise<void> {
    for (const [owner, page] of this.#open) {
      await page.screenshot({ path: join(ARTIFACTS, `broken-${owner}.png`), timeout: 5_000 }).catch(() => undefined);
    }
  }
}
