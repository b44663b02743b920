import type { Page } from 'playwright-core';

/** Nobody tabs further before giving up. */
const MOST_TABS = 150;

/** What has the focus, by its kind and its words. Runs inside the page. */
const focused = (): { kind: string; words: string } => {
  const element = document.activeElement;
  const labels = element instanceof HTMLInputElement ? [...(element.labels ?? [])].map(label => label.innerText) : [];
  const own = element instanceof HTMLElement ? element.innerText : '';
  return {
    kind: element instanceof HTMLInputElement ? element.type : (element?.tagName.toLowerCase() ?? ''),
    words: [element?.getAttribute('aria-label') ?? '', own, ...labels].join(' ').trim(),
  };
};

/** An official without a mouse. */
export class Keys {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  /** Tabs to what is of this kind and called so. @throws when no tab leads there */
  async to(kind: 'a' | 'button' | 'radio' | 'textarea', words = ''): Promise<void> {
    const met: string[] = [];
    for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
      await this.#page.keyboard.press('Tab');
      const there = await this.#page.evaluate(focused);
      if (there.kind === kind && there.words.includes(words)) return;
      met.push(`${there.kind} ${there.words}`);
    }
    throw new Error(`no tab leads to ${kind} ${words}: ${met.slice(-30).join(' | ')}`);
  }

  async press(key: 'Enter' | 'Space'): Promise<void> {
    await this.#page.keyboard.press(key);
  }

  async type(words: string): Promise<void> {
    await this.#page.keyboard.insertText(words);
  }
}

/** Opens somebody's application from the list of places, and agrees to it, without a mouse. */
export async function agreeByKeys(page: Page, { place, row, form }: { place: string; row: string; form: string }): Promise<void> {
  const keys = new Keys(page);
  const card = page.getByRole('region', { name: form, exact: true });
  await keys.to('a', place);
  await keys.press('Enter');
  await page.getByRole('link', { name: row }).first().waitFor();
  await keys.to('a', row);
  await keys.press('Enter');
  await card.waitFor();
  await keys.to('radio', '同意');
  await keys.press('Space');
  await keys.to('textarea');
  await keys.type('家里困难，一直照看得好');
  await keys.to('button', '提交');
  await keys.press('Enter');
  await card.waitFor({ state: 'hidden' });
}
