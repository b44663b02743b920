import { useEffect, useRef, useState } from 'react';
import Taro from '@tarojs/taro';
import { Canvas, View, type CanvasProps } from '@tarojs/components';
import { extendStroke, startStroke, toPad, type Stroke } from '../../platform/canvas/strokes.ts';
import { drawStrokes, type Pen } from './draw.ts';
import type { SignaturePadProps } from './signature-pad.ts';
import { uiWords } from '../../words/ui.ts';

const ID = 'signature-pad';
const LOOK_AGAIN_MS = 60;

type Paper = { readonly pen: Pen; readonly shown: { width: number; height: number }; readonly pixels: { width: number; height: number } };
type CanvasNode = { width: number; height: number; getContext(kind: '2d'): Pen };
/** A touch on a canvas tells where it was inside the canvas. */
type TouchOnCanvas = { readonly touches: readonly { readonly x: number; readonly y: number }[] };

export function SignaturePad({ strokes, onChange }: SignaturePadProps) {
  const paper = useRef<Paper>();
  // Asked to write only when what is written will be kept: a touch before the canvas is there would be lost.
  const [ready, setReady] = useState(false);
  // Events may come faster than renders; the strokes of the last event count, not those of the last render.
  const latest = useRef<readonly Stroke[]>(strokes);
  latest.current = strokes;

  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    let gone = false;
    // The view mounts the canvas some time after this thread asked for it, so it is looked for until it is there.
    const prepare = () => {
      Taro.createSelectorQuery()
        .select(`#${ID}`)
        .fields({ node: true, size: true }, answer => {
          if (gone) return;
          const found = answer as { node?: CanvasNode; width: number; height: number } | null;
          if (!found?.node) {
            timer = setTimeout(prepare, LOOK_AGAIN_MS);
            return;
          }
          const ratio = Taro.getWindowInfo().pixelRatio;
          const pixels = { width: found.width * ratio, height: found.height * ratio };
          found.node.width = pixels.width;
          found.node.height = pixels.height;
          paper.current = { pen: found.node.getContext('2d'), shown: { width: found.width, height: found.height }, pixels };
          drawStrokes(paper.current.pen, latest.current, pixels);
          setReady(true);
        })
        .exec();
    };
    prepare();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, []);
  useEffect(() => {
    if (paper.current) drawStrokes(paper.current.pen, strokes, paper.current.pixels);
  }, [strokes]);

  const touched =
    (step: typeof startStroke): NonNullable<CanvasProps['onTouchStart']> =>
    event => {
      const touch = (event as unknown as TouchOnCanvas).touches[0];
      if (!touch || !paper.current) return;
      latest.current = step(latest.current, toPad(touch.x, touch.y, paper.current.shown));
      onChange(latest.current);
    };
  return (
    <View className="gh-pad">
      <Canvas
        type="2d"
        id={ID}
        canvasId={ID}
        className="gh-pad__canvas"
        disableScroll
        onTouchStart={touched(startStroke)}
        onTouchMove={touched(extendStroke)}
      />
      {ready && strokes.length === 0 && <View className="gh-pad__hint">{uiWords.signHere}</View>}
    </View>
  );
}
