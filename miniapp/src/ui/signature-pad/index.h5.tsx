import { useEffect, useRef, type PointerEvent } from 'react';
import { View } from '@tarojs/components';
import { extendStroke, startStroke, toPad, type Stroke } from '../../platform/canvas/strokes.ts';
import { drawStrokes } from './draw.ts';
import type { SignaturePadProps } from './signature-pad.ts';
import { uiWords } from '../../words/ui.ts';

const PIXELS = { width: 1000, height: 500 } as const;

/** In a browser the pad follows finger, pen and mouse alike. */
export function SignaturePad({ strokes, onChange }: SignaturePadProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  // Events may come faster than renders; the strokes of the last event count, not those of the last render.
  const latest = useRef<readonly Stroke[]>(strokes);
  latest.current = strokes;
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    if (pen) drawStrokes(pen, strokes, PIXELS);
  }, [strokes]);
  const at = (event: PointerEvent<HTMLCanvasElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    return toPad(event.clientX - box.left, event.clientY - box.top, box);
  };
  const drawn = (step: typeof startStroke, event: PointerEvent<HTMLCanvasElement>) => {
    latest.current = step(latest.current, at(event));
    onChange(latest.current);
  };
  return (
    <View className="gh-pad">
      <canvas
        ref={canvas}
        className="gh-pad__canvas"
        width={PIXELS.width}
        height={PIXELS.height}
        onPointerDown={event => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drawn(startStroke, event);
        }}
        onPointerMove={event => {
          if (event.buttons !== 0) drawn(extendStroke, event);
        }}
      />
      {strokes.length === 0 && <View className="gh-pad__hint">{uiWords.signHere}</View>}
    </View>
  );
}
