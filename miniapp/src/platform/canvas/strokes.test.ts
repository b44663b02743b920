import { extendStroke, looksSigned, PAD, pointCount, startStroke, toPad, type Stroke } from './strokes.ts';

describe('strokes of a signature', () => {
  it('are kept in pad units whatever the size on the screen, and inside the pad', () => {
    expect(toPad(150, 75, { width: 300, height: 150 })).toEqual([500, 250]);
    expect(toPad(-20, 999, { width: 300, height: 150 })).toEqual([0, PAD.height]);
  });

  it('grow with the finger, but not by moves too small to see', () => {
    let strokes: readonly Stroke[] = startStroke([], [10, 10]);
    strokes = extendStroke(strokes, [11, 11]);
    strokes = extendStroke(strokes, [40, 10]);
    strokes = startStroke(strokes, [10, 60]);
    expect(strokes).toEqual([
      [
        [10, 10],
        [40, 10],
      ],
      [[10, 60]],
    ]);
  });

  it('do not grow before the finger is down, nor without end', () => {
    expect(extendStroke([], [1, 1])).toEqual([]);
    let strokes: readonly Stroke[] = startStroke([], [0, 0]);
    for (let i = 1; i < 5000; i += 1) strokes = extendStroke(strokes, [(i * 7) % 1000, (i * 11) % 500]);
    expect(pointCount(strokes)).toBe(4000);
  });

  it('are no signature when they are a dot', () => {
    expect(
      looksSigned([
        [
          [5, 5],
          [6, 9],
          [7, 5],
          [5, 7],
          [6, 6],
          [7, 7],
        ],
      ]),
    ).toBe(false);
    expect(
      looksSigned([
        [
          [5, 5],
          [60, 90],
          [170, 5],
          [250, 70],
          [360, 60],
          [470, 70],
        ],
      ]),
    ).toBe(true);
  });
});
