import { MiniProgramEnv, glassEasel } from 'glass-easel-miniprogram-adapter/dist/glass_easel_miniprogram_adapter.js';
import { defineNativeElements } from './native-elements.ts';
import type { DrawStep, Rect } from './wx-selectors.ts';

/** What the view thread needs to show the compiled pages; made in Node by `view-thread.ts`. */
export type ViewSource = {
  /** The compiled templates, as a script that evaluates to a table by page. */
  readonly templates: string;
  readonly configs: Readonly<Record<string, { usingComponents: Record<string, string> }>>;
  readonly styles: Readonly<Record<string, string>>;
  readonly pages: readonly string[];
  readonly components: readonly string[];
};

declare global {
  interface Window {
    /** Faults of the renderer; a test expects none. */
    __faults: string[];
    __toLogic(eventJson: string): void;
    __phoneNumber(): Promise<object>;
    __boot(source: ViewSource): void;
    __open(id: number, path: string): void;
    __patch(id: number, json: string): void;
    __close(id: number): void;
    __show(id: number): void;
    __rect(selector: string): Rect | null;
    __draw(selector: string, size: { width: number; height: number }, steps: readonly DrawStep[]): void;
  }
}

type Native = Element & { propChanged?(name: string, value: unknown): void };
type Shown = {
  readonly root: { release(): void; attach(parent: unknown, placeholder: unknown): void; get(): unknown };
  readonly holder: HTMLElement;
};

window.__faults = [];
glassEasel.globalOptions.throwGlobalError = false;
glassEasel.addGlobalErrorListener((error: unknown) => {
  window.__faults.push(error instanceof Error ? (error.stack ?? error.message) : String(error));
});
defineNativeElements();

// Native components take raw attribute values; undefined means "not set".
type NativeNode = { _$backendElement?: Native; getBackendElement?(): Native | null };
const nativeNode = glassEasel.NativeNode.prototype as unknown as Record<string, unknown>;
const setAttribute = nativeNode.setAttribute as (this: NativeNode, name: string, value: unknown) => void;
Object.defineProperty(nativeNode, 'setAttribute', {
  configurable: true,
  writable: true,
  value(this: NativeNode, name: string, value: unknown) {
    const element = this.getBackendElement?.() ?? this._$backendElement;
    if (value === undefined || value === null) {
      element?.removeAttribute(name);
      return;
    }
    element?.propChanged?.(name, value);
    setAttribute.call(this, name, value);
  },
});

/** Touches with the place inside the element that was touched, as the platform gives them for a canvas. */
function touchesOf(event: Event): object[] {
  if (!(event instanceof TouchEvent)) return [];
  const canvas = (event.target as Element).closest('wx-canvas');
  const box = (canvas ?? document.body).getBoundingClientRect();
  return Array.from(event.touches, touch => ({
    identifier: touch.identifier,
    pageX: touch.pageX,
    pageY: touch.pageY,
    clientX: touch.clientX,
    clientY: touch.clientY,
    x: touch.clientX - box.left,
    y: touch.clientY - box.top,
  }));
}

type EaselEvent = { type: string; timeStamp: number; detail: unknown; target: EaselTarget; currentTarget: EaselTarget };
type EaselTarget = { id?: string; dataset?: object } | undefined;

const shown = new Map<number, Shown>();
let front = 0;

window.__boot = source => {
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- the compiled templates are a script
  const list = new Function(`return ${source.templates}`)() as Record<string, unknown>;
  const env = new MiniProgramEnv();
  const space = env.createCodeSpace('', true);
  const backend = new glassEasel.CurrentWindowBackendContext();
  const associated = env.associateBackend(backend);
  let touches: object[] = [];
  backend.onEvent((target, type, detail: unknown, options) => {
    const original = (options as { originalEvent?: Event }).originalEvent;
    touches = original ? touchesOf(original) : [];
    const event = new glassEasel.Event(
      type,
      original instanceof CustomEvent ? (original.detail as unknown) : original instanceof TouchEvent ? {} : detail,
      options,
    );
    glassEasel.Event.dispatchEvent(target, event);
    return event.getEventBubbleStatus();
  });
  for (const [name, css] of Object.entries(source.styles)) {
    space.addStyleSheet(name, `${name}.css`);
    associated.registerStyleSheetContent(`${name}.css`, css);
  }
  for (const [name, config] of Object.entries(source.configs)) {
    space.addComponentStaticConfig(name, config);
    space.addCompiledTemplate(name, { groupList: list, content: list[name] } as never);
  }
  const place = (target: EaselTarget) => ({ id: target?.id ?? '', dataset: { ...target?.dataset }, offsetLeft: 0, offsetTop: 0 });
  const eh = (event: EaselEvent) => {
    const crosses = {
      type: event.type,
      timeStamp: event.timeStamp,
      detail: event.detail ?? {},
      target: place(event.target),
      currentTarget: place(event.currentTarget),
      mark: {},
      touches,
      changedTouches: touches,
    };
    window.__toLogic(JSON.stringify(crosses, (_, value: unknown) => (value instanceof Node || value === window ? undefined : value)));
  };
  for (const name of source.components)
    space
      .component(name)
      .definition({ properties: { i: Object, l: String }, methods: { eh } })
      .register();
  for (const name of source.pages)
    space
      .component(name)
      .definition({ data: { root: { cn: [] }, pageMeta: {}, navigationBar: {} }, methods: { eh } })
      .register();

  window.__show = id => {
    front = id;
    for (const [each, { holder }] of shown) holder.style.display = each === id ? '' : 'none';
    window.scrollTo(0, 0);
  };
  window.__open = (id, path) => {
    const holder = document.createElement('div');
    const placeholder = document.createElement('div');
    holder.appendChild(placeholder);
    document.body.appendChild(holder);
    const root = associated.createRoot('page', space, path) as unknown as Shown['root'];
    root.attach(holder, placeholder);
    shown.set(id, { root, holder });
    window.__show(id);
  };
};
window.__patch = (id, json) => {
  const page = shown.get(id);
  if (!page) return;
  // Taro writes 'root.cn.[0].v'; glass-easel reads 'root.cn[0].v'.
  const patch = Object.fromEntries(
    Object.entries(JSON.parse(json) as Record<string, unknown>).map(([key, value]) => [key.replaceAll('.[', '['), value]),
  );
  (page.root.get() as { setData(patch: object): void }).setData(patch);
};
window.__close = id => {
  const page = shown.get(id);
  page?.root.release();
  page?.holder.remove();
  shown.delete(id);
};

/** An element of the page in front by the id that the mini-program gave it, or by class. */
function find(selector: string): Element | null {
  const holder = shown.get(front)?.holder;
  if (!holder) return null;
  if (!selector.startsWith('#')) return holder.querySelector(selector);
  const wanted = selector.slice(1);
  for (const element of Array.from(holder.querySelectorAll('*'))) {
    if ((element as Element & { __wxElement?: { id?: string } }).__wxElement?.id === wanted) return element;
  }
  return null;
}
window.__rect = selector => {
  const box = find(selector)?.getBoundingClientRect();
  return box ? { left: box.left, top: box.top, width: box.width, height: box.height } : null;
};
window.__draw = (selector, size, steps) => {
  const canvas = find(selector)?.querySelector('canvas');
  const pen = canvas?.getContext('2d') as unknown as Record<string, unknown> | null | undefined;
  if (!canvas || !pen) return;
  if (canvas.width !== size.width) canvas.width = size.width;
  if (canvas.height !== size.height) canvas.height = size.height;
  for (const [kind, name, ...args] of steps) {
    if (kind === 'set') pen[name] = args[0];
    else (pen[name] as (...args: unknown[]) => void)(...args);
  }
};
