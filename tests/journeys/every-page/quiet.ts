import { setTimeout as sleep } from 'node:timers/promises';
import type { Page, Request } from 'playwright-core';

const LOOK_MS = 25;
/** So many looks in a row found nothing under way: what one answer leads to is asked for within them. */
const QUIET_LOOKS = 3;
/** On a machine that does much else besides. */
const PATIENCE_MS = 20_000;

/** What a page has asked for since then and has not been answered yet. */
export class Traffic {
  readonly #underWay = new Set<Request>();

  constructor(page: Page) {
    page.on('request', request => void this.#underWay.add(request));
    page.on('requestfinished', request => void this.#underWay.delete(request));
    page.on('requestfailed', request => void this.#underWay.delete(request));
  }

  /** Resolves when nothing is under way. @throws when that does not come */
  async quiet(): Promise<void> {
    const giveUpAt = performance.now() + PATIENCE_MS;
    for (let quiet = 0; quiet < QUIET_LOOKS;) {
      await sleep(LOOK_MS);
      quiet = this.#underWay.size > 0 ? 0 : quiet + 1;
      if (performance.now() > giveUpAt) throw new Error(`${String(this.#underWay.size)} requests are still under way`);
    }
  }
}
