import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { build } from 'esbuild';
import { TmplGroup } from 'glass-easel-template-compiler';
import type { BrowserContext, Page } from 'playwright-core';
import type { PageInstance, ViewPort } from './logic-thread.ts';
import { NATIVE_STYLE, NATIVE_TAGS } from './native-elements.ts';
import type { Phone } from './phone.ts';
import type { ViewSource } from './view-entry.ts';
import type { WeappOutput } from './weapp-output.ts';
import type { Geometry } from './wx-selectors.ts';

const SCREEN_WIDTH_RPX = 750;
const TAG = new RegExp(`<(/?)(${[...NATIVE_TAGS].sort((a, b) => b.length - a.length).join('|')})(?=[\\s>/])`, 'g');

/** Tags become custom elements, and `bindtap` becomes `bind:tap`, which the open renderer wants. */
const renamed = (wxml: string) => wxml.replace(TAG, '<$1wx-$2').replace(/\s(bind|catch)([a-z]+)="/g, ' $1:$2="');

function wxss(output: WeappOutput, name: string): string {
  if (!output.has(`${name}.wxss`)) return '';
  const imported = output
    .text(`${name}.wxss`)
    .replace(/@import\s+["']([^"']+)["'];?/g, (_, file: string) => output.text(path.posix.join(path.posix.dirname(name), file)));
  return imported.replace(/(-?[\d.]+)rpx/g, (_, size: string) => `${String((Number(size) * 100) / SCREEN_WIDTH_RPX)}vw`);
}

function sourceOf(output: WeappOutput): ViewSource {
  const components = output.has('comp.wxml') ? ['comp'] : [];
  const names = [...components, ...output.pages];
  const group = new TmplGroup();
  const complaints: unknown[] = [];
  for (const name of ['base', ...names]) {
    complaints.push(...(group.addTmpl(name, renamed(output.text(`${name}.wxml`))) as { level: number }[]).filter(each => each.level >= 3));
  }
  if (complaints.length > 0) throw new Error(`the renderer refuses the templates: ${JSON.stringify(complaints.slice(0, 3))}`);
  if (output.has('utils.wxs')) group.addScript('utils', output.text('utils.wxs'));
  const config = (name: string) => {
    const { usingComponents = {}, ...rest } = JSON.parse(output.text(`${name}.json`)) as { usingComponents?: Record<string, string> };
    const absolute = Object.entries(usingComponents).map(([tag, file]) => [tag, `/${path.posix.join(path.posix.dirname(name), file)}`]);
    return [name, { ...rest, usingComponents: Object.fromEntries(absolute) as Record<string, string> }] as const;
  };
  return {
    templates: group.getTmplGenObjectGroups(),
    configs: Object.fromEntries(names.map(config)),
    styles: Object.fromEntries(['app', ...output.pages].map(name => [name, wxss(output, name)] as const).filter(([, css]) => css !== '')),
    pages: output.pages,
    components,
  };
}

let bundled: Promise<string> | undefined;
const viewScript = () =>
  (bundled ??= build({
    entryPoints: [path.join(import.meta.dirname, 'view-entry.ts')],
    bundle: true,
    write: false,
    format: 'iife',
    logLevel: 'silent',
  }).then(result => result.outputFiles[0]?.text ?? ''));

/** The view thread: the compiled WXML and WXSS in a page of a real browser, drawn by an open renderer of the platform's format. */
export class ViewThread implements ViewPort, Geometry {
  readonly page: Page;
  readonly #ids = new Map<PageInstance, number>();
  /** Bytes. */
  largestPatch = 0;
  #next = 0;
  #sent = 0;
  /** Messages to the view keep their order. */
  #line: Promise<unknown> = Promise.resolve();

  private constructor(page: Page) {
    this.page = page;
  }

  static async open(context: BrowserContext, output: WeappOutput, phone: Phone, toLogic: (event: object) => void): Promise<ViewThread> {
    const page = await context.newPage();
    await page.emulateMedia({ colorScheme: phone.setting.dark ? 'dark' : 'light' });
    await page.setContent(
      `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><style>${NATIVE_STYLE}</style></head><body></body></html>`,
    );
    await page.exposeFunction('__toLogic', (json: string) => {
      toLogic(JSON.parse(json) as object);
    });
    await page.exposeFunction('__phoneNumber', async () => {
      try {
        return { errMsg: 'getPhoneNumber:ok', ...(await phone.askWechat('phone-number')) };
      } catch {
        return { errMsg: 'getPhoneNumber:fail user deny' };
      }
    });
    await page.addScriptTag({ content: await viewScript() });
    await page.evaluate(source => {
      window.__boot(source);
    }, sourceOf(output));
    return new ViewThread(page);
  }

  open(instance: PageInstance): void {
    const id = (this.#next += 1);
    this.#ids.set(instance, id);
    this.#send(
      ([id, route]) => {
        window.__open(id, route);
      },
      [id, instance.route] as const,
    );
  }
  patch(instance: PageInstance, json: string): void {
    this.largestPatch = Math.max(this.largestPatch, Buffer.byteLength(json));
    // The framework still sends to a page that has just been closed; the platform drops it.
    const id = this.#ids.get(instance);
    if (id === undefined) return;
    this.#send(
      ([id, json]) => {
        window.__patch(id, json);
      },
      [id, json] as const,
    );
  }
  close(instance: PageInstance): void {
    this.#send(id => {
      window.__close(id);
    }, this.#id(instance));
    this.#ids.delete(instance);
  }
  show(instance: PageInstance): void {
    this.#send(id => {
      window.__show(id);
    }, this.#id(instance));
  }
  async rect(selector: string) {
    await this.#line;
    return this.page.evaluate(selector => window.__rect(selector), selector);
  }
  draw(...drawing: Parameters<Geometry['draw']>): void {
    this.#send(drawing => {
      window.__draw(...drawing);
    }, drawing);
  }

  /** Until everything sent so far has been drawn. */
  async drawn(): Promise<void> {
    let seen: unknown;
    while (seen !== this.#line) {
      seen = this.#line;
      await seen;
    }
  }
  /** Until the logic thread has nothing more to draw for now: what a person waits for before the next touch. */
  async atRest(): Promise<void> {
    let seen = -1;
    for (let looks = 0; looks < 40 && seen !== this.#sent; looks += 1) {
      seen = this.#sent;
      await sleep(50);
      await this.drawn();
    }
  }
  faults(): Promise<string[]> {
    return this.page.evaluate(() => window.__faults);
  }

  #id(instance: PageInstance): number {
    const id = this.#ids.get(instance);
    if (id === undefined) throw new Error('the page is closed');
    return id;
  }
  #send<A>(act: (argument: A) => void, argument: A): void {
    this.#sent += 1;
    this.#line = this.#line
      .then(() => this.page.evaluate(act as never, argument as never))
      .catch((error: unknown) => {
        if (!this.page.isClosed()) throw error;
      });
  }
}
