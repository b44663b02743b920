import type { Locator, Page } from 'playwright-core';
import { approve } from './phone-access.ts';
import type { Phone } from './phone.ts';
import type { Screens } from './screens.ts';

const SIZE = { viewport: { width: 1360, height: 900 } };

/** An official's desk in the browser, with the phone that this official holds in the hand. */
export class Desk {
  readonly page: Page;
  readonly #phone: Phone;

  private constructor(page: Page, phone: Phone) {
    this.page = page;
    this.#phone = phone;
  }

  /** Opens the desk and signs in: the desk shows a code, the phone approves it. */
  static async signIn(screens: Screens, owner: string, serverUrl: string, phone: Phone): Promise<Desk> {
    const page = await screens.open(owner, serverUrl, SIZE);
    const desk = new Desk(page, phone);
    await approve(phone, await desk.#code(), '登录工作台');
    await page.getByRole('navigation', { name: '办事栏目' }).waitFor();
    return desk;
  }

  /** The phone approves what the desk asks for. */
  async stepUp(deed: string): Promise<void> {
    const dialog = this.page.getByRole('dialog', { name: `请在手机上确认：${deed}` });
    await dialog.waitFor();
    await approve(this.#phone, await this.#code(), deed);
    await dialog.waitFor({ state: 'hidden' });
  }

  async #code(): Promise<string> {
    return (await this.page.getByLabel('确认码').innerText()).trim();
  }

  async go(place: string): Promise<void> {
    await this.page.getByRole('navigation', { name: '办事栏目' }).getByRole('link', { name: place }).click();
  }

  /** The open dialog, or else the page. */
  get front(): Locator {
    return this.page.getByRole('dialog').filter({ visible: true }).last();
  }

  button(words: string, within: Page | Locator = this.page): Locator {
    return within.getByRole('button', { name: words, exact: true });
  }

  async press(words: string, within: Page | Locator = this.page): Promise<void> {
    await this.button(words, within).click();
  }

  async fill(label: string, text: string, within: Page | Locator = this.page): Promise<void> {
    await within.getByLabel(label, { exact: true }).fill(text);
  }

  /** Chooses one option of a select by its words; `typed` narrows the list where it can be searched. */
  async choose(
    label: string,
    option: string,
    { typed, within = this.page }: { typed?: string; within?: Page | Locator } = {},
  ): Promise<void> {
    const select = within.getByRole('combobox', { name: label, exact: true });
    await select.click();
    if (typed !== undefined) await select.fill(typed);
    const list = this.page.locator('.ant-select-dropdown:visible');
    const wanted = list.locator('.ant-select-item-option').filter({ hasText: option }).first();
    // A long list draws what is near: the arrow keys bring the rest.
    for (let tries = 0; tries < 30 && !(await wanted.isVisible()); tries += 1) {
      if (typed === undefined) await select.press('ArrowDown');
      else await this.page.waitForTimeout(100);
    }
    await wanted.click();
    await list.waitFor({ state: 'hidden' });
  }

  /** A card of the page by its heading. */
  card(title: string): Locator {
    return this.page.getByRole('region', { name: title, exact: true });
  }

  /** Sends the check of the open batch past the buttons. @returns the code of the refusal, or the status */
  tryToCheckOpenBatch(): Promise<string> {
    return this.page.evaluate(async () => {
      const batchId = location.pathname.split('/').at(-1) ?? '';
      const headers = {
        authorization: `Bearer ${sessionStorage.getItem('guanhu.desk.token') ?? ''}`,
        'content-type': 'application/json',
        'idempotency-key': '01900000-0000-7000-8000-000000000001',
      };
      const answer = await fetch(`/api/batches/${batchId}/check`, { method: 'POST', headers, body: JSON.stringify({ version: 1 }) });
      return ((await answer.json()) as { code?: string }).code ?? String(answer.status);
    });
  }

  /** The session of this tab. */
  token(): Promise<string> {
    return this.page.evaluate(() => sessionStorage.getItem('guanhu.desk.token') ?? '');
  }

  async sees(words: string | RegExp): Promise<void> {
    await this.page.getByText(words).filter({ visible: true }).first().waitFor();
  }
}
