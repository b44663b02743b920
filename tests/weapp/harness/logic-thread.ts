import path from 'node:path';
import vm from 'node:vm';
import type { WeappOutput } from './weapp-output.ts';

/**
 * The logic thread of a mini-program: its scripts in a context of their own, as on a phone, without window, document, process
 * or fetch. Pages reach the view only through `setData`, whose patches must survive JSON; events of the view come in by `dispatch`.
 */
export type PageInstance = Record<string, unknown> & { readonly route: string; setData(patch: object, done?: () => void): void };
type Definition = Record<string, unknown>;
type Module = { exports: unknown };

/** What the logic thread tells the view thread. */
export type ViewPort = {
  open(page: PageInstance): void;
  patch(page: PageInstance, json: string): void;
  close(page: PageInstance): void;
  show(page: PageInstance): void;
};

export type LaunchOptions = { readonly path: string; readonly query: Readonly<Record<string, string>> };

const call = (target: Record<string, unknown> | undefined, method: string, ...args: unknown[]) => {
  const found = target?.[method];
  if (typeof found === 'function') (found as (...args: unknown[]) => unknown).apply(target, args);
};

const parse = (url: string): LaunchOptions => {
  const [page = '', search = ''] = url.replace(/^\//, '').split('?');
  return { path: page, query: Object.fromEntries(new URLSearchParams(search)) };
};

export class LogicThread {
  readonly #output: WeappOutput;
  readonly #view: ViewPort;
  readonly #context: vm.Context;
  readonly #modules = new Map<string, Module>();
  readonly #definitions = new Map<string, Definition>();
  /** Tab pages stay alive while others are shown. */
  readonly #tabs = new Map<string, PageInstance>();
  #stack: PageInstance[] = [];
  #loading = '';
  #app: Record<string, unknown> = {};

  /** @param life ends when the process of the mini-program ends: from then on none of its timers fires */
  constructor(output: WeappOutput, view: ViewPort, wx: object, errors: (error: unknown) => void, life: AbortSignal) {
    this.#output = output;
    this.#view = view;
    const define = (definition: Definition) => {
      this.#definitions.set(this.#loading, definition);
    };
    const whileAlive =
      (act: (...args: unknown[]) => void) =>
      (...args: unknown[]) => {
        if (!life.aborted) act(...args);
      };
    this.#context = vm.createContext({
      wx,
      console: { ...console, log: () => undefined, info: () => undefined, error: errors },
      setTimeout: (act: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => setTimeout(whileAlive(act), ms, ...args),
      clearTimeout,
      setInterval: (act: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
        // What looks again and again keeps no test alive that has ended.
        const timer = setInterval(whileAlive(act), ms, ...args).unref();
        life.addEventListener('abort', () => {
          clearInterval(timer);
        });
        return timer;
      },
      clearInterval,
      App: (app: Record<string, unknown>) => {
        this.#app = app;
      },
      Page: define,
      Component: define,
      Behavior: (one: unknown) => one,
      getApp: () => this.#app,
      getCurrentPages: () => [...this.#stack],
      requirePlugin: () => ({}),
      __wxConfig: {},
      global: {},
    });
  }

  get top(): PageInstance {
    const top = this.#stack[this.#stack.length - 1];
    if (!top) throw new Error('no page is open');
    return top;
  }
  get depth(): number {
    return this.#stack.length;
  }

  launch(options: LaunchOptions): void {
    this.#load('app');
    call(this.#app, 'onLaunch', options);
    call(this.#app, 'onShow', options);
    this.#open(options);
  }

  /** The person leaves the mini-program for something else, and comes back. */
  hide(): void {
    call(this.top, 'onHide');
    call(this.#app, 'onHide');
  }
  show(): void {
    call(this.#app, 'onShow', { path: this.top.route, query: {} });
    call(this.top, 'onShow');
  }

  /** An event of the view thread, as the platform hands it to the page. */
  dispatch(event: object): void {
    call(this.top, 'eh', event);
  }

  navigateTo(url: string): void {
    if (this.#stack.length >= 10) throw new Error('page stack is full');
    this.#mayOpen(url, { tab: false });
    call(this.top, 'onHide');
    this.#open(parse(url));
  }
  redirectTo(url: string): void {
    this.#mayOpen(url, { tab: false });
    this.#close();
    this.#open(parse(url));
  }
  navigateBack(delta: number): void {
    if (this.#stack.length === 1) throw new Error('cannot navigate back at first page');
    for (let i = 0; i < delta && this.#stack.length > 1; i += 1) this.#close();
    this.#view.show(this.top);
    call(this.top, 'onShow');
  }
  reLaunch(url: string): void {
    this.#mayOpen(url, {});
    while (this.#stack.length > 0) this.#close();
    for (const page of this.#tabs.values()) this.#unload(page);
    this.#tabs.clear();
    this.#open(parse(url));
  }
  switchTab(url: string): void {
    this.#mayOpen(url, { tab: true });
    const { path: route } = parse(url);
    if (this.#stack.length === 1 && this.top.route === route) return;
    while (this.#stack.length > 1) this.#close();
    const left = this.#stack.pop();
    if (left && this.#output.tabPages.includes(left.route)) {
      call(left, 'onHide');
      this.#tabs.set(left.route, left);
    } else if (left) this.#unload(left);
    const kept = this.#tabs.get(route);
    if (!kept) {
      this.#open({ path: route, query: {} });
      return;
    }
    this.#stack.push(kept);
    this.#view.show(kept);
    call(kept, 'onShow');
  }

  #mayOpen(url: string, { tab }: { tab?: boolean }): void {
    const { path: route } = parse(url);
    if (!this.#output.pages.includes(route)) throw new Error(`page "${route}" is not found`);
    if (tab !== undefined && this.#output.tabPages.includes(route) !== tab) {
      throw new Error(tab ? 'can not switch to non-TabBar page' : 'can not navigateTo a tabbar page');
    }
  }

  #open({ path: route, query }: LaunchOptions): void {
    if (!this.#definitions.has(route)) this.#load(route);
    const definition = this.#definitions.get(route);
    if (!definition) throw new Error(`${route} defines no page`);
    const page = Object.create(null) as Record<string, unknown>;
    for (const [key, value] of Object.entries(definition))
      page[key] = typeof value === 'function' ? (value as () => unknown).bind(page) : value;
    Object.assign(page, {
      route,
      __route__: route,
      options: query,
      data: JSON.parse(JSON.stringify(definition.data ?? {})) as unknown,
      selectComponent: () => null,
      selectAllComponents: () => [],
      setData: (patch: object, done?: () => void) => {
        this.#view.patch(page as PageInstance, JSON.stringify(patch));
        if (done) setTimeout(done, 0);
      },
    });
    const instance = page as PageInstance;
    this.#view.open(instance);
    this.#stack.push(instance);
    call(instance, 'onLoad', query);
    call(instance, 'onShow');
    call(instance, 'onReady');
  }

  #close(): void {
    const page = this.#stack.pop();
    if (!page) return;
    this.#tabs.delete(page.route);
    this.#unload(page);
  }
  #unload(page: PageInstance): void {
    call(page, 'onUnload');
    this.#view.close(page);
  }

  #load(name: string): unknown {
    const file = name.endsWith('.js') ? name : `${name}.js`;
    const known = this.#modules.get(file);
    if (known) return known.exports;
    const module: Module = { exports: {} };
    this.#modules.set(file, module);
    const script = vm.compileFunction(this.#output.text(file), ['require', 'module', 'exports'], {
      filename: file,
      parsingContext: this.#context,
    });
    const outer = this.#loading;
    this.#loading = file.replace(/\.js$/, '');
    try {
      const require = (request: string) => this.#load(path.posix.join(path.posix.dirname(file), request));
      (script as (require: unknown, module: Module, exports: unknown) => void)(require, module, module.exports);
    } finally {
      this.#loading = outer;
    }
    return module.exports;
  }
}
