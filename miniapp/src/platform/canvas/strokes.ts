/** One point of a signature: where the finger was inside the pad, in pad units (see PAD). */
export type Point = readonly [x: number, y: number];
export type Stroke = readonly Point[];

/** The pad's own units, whatever its size on the screen: the server draws the picture from these. */
export const PAD = { width: 1000, height: 500 } as const;

/** Points nearer to the last one than this add bytes but no ink. */
const NEAR = 4;
/** A signature beyond this is scribbling, and would be refused for its size. */
const MOST_POINTS = 4000;

/** Screen position within a pad of `size` → pad units, kept inside the pad. */
export function toPad(x: number, y: number, size: { width: number; height: number }): Point {
  const inside = (value: number, most: number) => Math.round(Math.min(Math.max(value, 0), most));
  return [inside((x / size.width) * PAD.width, PAD.width), inside((y / size.height) * PAD.height, PAD.height)];
}

export const pointCount = (strokes: readonly Stroke[]): number => strokes.reduce((sum, stroke) => sum + stroke.length, 0);

/** The finger came down. */
export const startStroke = (strokes: readonly Stroke[], at: Point): readonly Stroke[] =>
  pointCount(strokes) >= MOST_POINTS ? strokes : [...strokes, [at]];

/** The finger moved; nothing changes for a move too small to see. */
export function extendStroke(strokes: readonly Stroke[], at: Point): readonly Stroke[] {
  const last = strokes[strokes.length - 1];
  const from = last?.[last.length - 1];
  if (!last || !from || pointCount(strokes) >= MOST_POINTS) return strokes;
  if (Math.abs(from[0] - at[0]) < NEAR && Math.abs(from[1] - at[1]) < NEAR) return strokes;
  return [...strokes.slice(0, -1), [...last, at]];
}

/** Whether this could be a name: some length, and wider than a dot. */
export function looksSigned(strokes: readonly Stroke[]): boolean {
  const points = strokes.flat();
  if (points.length < 6) return false;
  const xs = points.map(point => point[0]);
  return Math.max(...xs) - Math.min(...xs) >= PAD.width / 10;
}
