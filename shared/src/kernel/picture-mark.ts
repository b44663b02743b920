/** What both canvases (WeChat's and the browser's) can do of writing. */
export interface MarkPen {
  font: string;
  fillStyle: unknown;
  textAlign: string;
  save(): void;
  restore(): void;
  translate(x: number, y: number): void;
  rotate(angle: number): void;
  fillText(words: string, x: number, y: number): void;
}
export type Size = { readonly width: number; readonly height: number };

/** Who looks, and when: a picture that is shown around tells by whom. */
export const markWords = (viewer: string, day: string): string => `${viewer} ${day}`;

/** Where the words stand: in rows across the whole picture, every other row shifted, so that no cut leaves a part without. */
export function markPlaces({ width, height }: Size): readonly (readonly [x: number, y: number])[] {
  const step = Math.max(width, height) / 4;
  const rows = Math.ceil(height / (step / 2)) + 1;
  const columns = Math.ceil(width / step) + 1;
  return Array.from({ length: rows * columns }, (_, n) => {
    const row = Math.floor(n / columns);
    return [(n % columns) * step + (row % 2) * (step / 2), row * (step / 2)] as const;
  });
}

/** Light words are seen on a photograph, their dark shadow on a scanned sheet. */
const SHADOW = 'rgba(0, 0, 0, 0.3)';
const LIGHT = 'rgba(255, 255, 255, 0.45)';

/** Writes the words over a picture that is drawn already. */
export function drawMark(pen: MarkPen, size: Size, words: string): void {
  const letter = Math.round(Math.max(size.width, size.height) / 36);
  pen.font = `${String(letter)}px sans-serif`;
  pen.textAlign = 'center';
  for (const [x, y] of markPlaces(size)) {
    pen.save();
    pen.translate(x, y);
    pen.rotate(-Math.PI / 9);
    pen.fillStyle = SHADOW;
    pen.fillText(words, letter / 18, letter / 18);
    pen.fillStyle = LIGHT;
    pen.fillText(words, 0, 0);
    pen.restore();
  }
}
