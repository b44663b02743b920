import { PAD, type Stroke } from '../../platform/canvas/strokes.ts';

/** What both canvases (WeChat's and the browser's) can do of drawing. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  'clearRect' | 'beginPath' | 'moveTo' | 'lineTo' | 'stroke' | 'strokeStyle' | 'lineWidth' | 'lineCap' | 'lineJoin'
>;

/** Draws the strokes on a canvas of `width` × `height` pixels. */
export function drawStrokes(pen: Pen, strokes: readonly Stroke[], size: { width: number; height: number }): void {
  pen.clearRect(0, 0, size.width, size.height);
  pen.strokeStyle = '#1c2629';
  pen.lineWidth = size.width / 90;
  pen.lineCap = 'round';
  pen.lineJoin = 'round';
  for (const stroke of strokes) {
    pen.beginPath();
    stroke.forEach(([x, y], index) => {
      const at = [(x / PAD.width) * size.width, (y / PAD.height) * size.height] as const;
      if (index === 0) pen.moveTo(...at);
      else pen.lineTo(...at);
    });
    pen.stroke();
  }
}
