/** Where an element of the page in front is, in CSS pixels. */
export type Rect = { readonly left: number; readonly top: number; readonly width: number; readonly height: number };

/** What the logic thread may ask of the view's elements. */
export type Geometry = {
  rect(selector: string): Promise<Rect | null>;
  /** Replays drawing on a canvas of the page in front. */
  draw(selector: string, size: { width: number; height: number }, steps: readonly DrawStep[]): void;
};

/** One call or one assignment on a 2d context. */
export type DrawStep = readonly ['call' | 'set', name: string, ...args: unknown[]];

/** A canvas as the logic thread holds it: drawing is recorded and replayed in the view, a frame's worth at a time. */
function canvasNode(selector: string, rect: Rect, geometry: Geometry): object {
  const node = { width: rect.width, height: rect.height, getContext: () => pen };
  let steps: DrawStep[] = [];
  const record = (step: DrawStep) => {
    if (steps.length === 0) {
      setTimeout(() => {
        const due = steps;
        steps = [];
        geometry.draw(selector, { width: node.width, height: node.height }, due);
      }, 0);
    }
    steps.push(step);
  };
  const pen = new Proxy(
    {},
    {
      get:
        (_, name) =>
        (...args: unknown[]) => {
          record(['call', String(name), ...args]);
        },
      set: (_, name, value: unknown) => {
        record(['set', String(name), value]);
        return true;
      },
    },
  );
  return node;
}

type Told = (answer: unknown) => void;

/** `wx.createSelectorQuery()`: what it finds is measured in the view. */
export function selectorQuery(geometry: Geometry): object {
  const asked: { readonly selector: string; readonly node: boolean; readonly tell: Told | undefined }[] = [];
  const add = (selector: string, node: boolean, tell: Told | undefined) => {
    asked.push({ selector, node, tell });
    return query;
  };
  const part = (selector: string) => ({
    boundingClientRect: (tell?: Told) => add(selector, false, tell),
    scrollOffset: (tell?: Told) => add(selector, false, tell),
    fields: (wanted: { node?: boolean }, tell?: Told) => add(selector, wanted.node === true, tell),
    node: (tell?: Told) => add(selector, true, tell),
  });
  const answer = async ({ selector, node }: { selector: string; node: boolean }) => {
    const rect = await geometry.rect(selector);
    if (!rect) return null;
    const measured = { ...rect, right: rect.left + rect.width, bottom: rect.top + rect.height, scrollTop: 0, scrollLeft: 0, dataset: {} };
    return node ? { ...measured, node: canvasNode(selector, rect, geometry) } : measured;
  };
  const query = {
    in: () => query,
    select: part,
    selectAll: part,
    selectViewport: () => part('page'),
    exec: (done?: (answers: unknown[]) => void) => {
      void Promise.all(asked.map(answer)).then(answers => {
        answers.forEach((each, index) => asked[index]?.tell?.(each));
        done?.(answers);
      });
    },
  };
  return query;
}
