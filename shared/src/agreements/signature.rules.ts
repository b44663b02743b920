import { grant, refuse, type Decision } from '../kernel/decision.ts';

/** One stroke as drawn: points in canvas pixels. */
export type Stroke = readonly (readonly [x: number, y: number])[];

/** Bounds of a signature that a finger can make; more is not a signature but a load. */
export const SIGNATURE_LIMITS = { strokes: 100, points: 6000, canvas: 4096 } as const;

/** The ink must be at least this long in pixels: a dot or a twitch is not a signature. */
const LEAST_INK = 60;

const isInside = (value: number): boolean => Number.isFinite(value) && value >= 0 && value <= SIGNATURE_LIMITS.canvas;

function inkOf(stroke: Stroke): number {
  let ink = 0;
  for (let index = 1; index < stroke.length; index += 1) {
    const [a, b] = [stroke[index - 1], stroke[index]];
    if (a && b) ink += Math.hypot(b[0] - a[0], b[1] - a[1]);
  }
  return ink;
}

/** The strokes worth drawing, or the refusal of an empty, dotted, boundless or broken signature. */
export function decideSignature(strokes: readonly Stroke[]): Decision<readonly Stroke[]> {
  const drawn = strokes.filter(stroke => stroke.length > 1);
  const points = strokes.reduce((total, stroke) => total + stroke.length, 0);
  const bounded = strokes.length <= SIGNATURE_LIMITS.strokes && points <= SIGNATURE_LIMITS.points;
  const inside = strokes.every(stroke => stroke.every(([x, y]) => isInside(x) && isInside(y)));
  const ink = drawn.reduce((total, stroke) => total + inkOf(stroke), 0);
  return bounded && inside && ink >= LEAST_INK ? grant(drawn) : refuse('SIGNATURE_EMPTY');
}

const round = (value: number): string => String(Math.round(value * 10) / 10);

/** One SVG path of all strokes, moved to the origin, with the box it needs. Numbers only, so it can stand in any page. */
export function drawSignature(strokes: readonly Stroke[]): { readonly path: string; readonly width: number; readonly height: number } {
  const xs = strokes.flatMap(stroke => stroke.map(([x]) => x));
  const ys = strokes.flatMap(stroke => stroke.map(([, y]) => y));
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  const path = strokes
    .map(stroke => stroke.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${round(x - left)} ${round(y - top)}`).join(''))
    .join('');
  return { path, width: Math.ceil(Math.max(...xs) - left), height: Math.ceil(Math.max(...ys) - top) };
}
