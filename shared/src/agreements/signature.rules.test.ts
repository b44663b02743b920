import fc from 'fast-check';
import { decideSignature, drawSignature, SIGNATURE_LIMITS, type Stroke } from './signature.rules.ts';

const line = (...points: [number, number][]): Stroke => points;
const empty = { granted: false, code: 'SIGNATURE_EMPTY' };

describe('a touch signature', () => {
  it('is refused when there is none, only a dot, or a dot drawn many times', () => {
    expect(decideSignature([])).toEqual(empty);
    expect(decideSignature([[]])).toEqual(empty);
    expect(decideSignature([line([10, 10])])).toEqual(empty);
    expect(decideSignature([line([10, 10], [10, 10], [10, 10])])).toEqual(empty);
    expect(decideSignature(Array.from({ length: 50 }, () => line([10, 10])))).toEqual(empty);
  });

  it('needs 60 pixels of ink', () => {
    expect(decideSignature([line([0, 0], [59, 0])])).toEqual(empty);
    expect(decideSignature([line([0, 0], [60, 0])]).granted).toBe(true);
    expect(decideSignature([line([0, 0], [30, 0]), line([0, 9], [30, 9])]).granted).toBe(true);
  });

  it('has bounds', () => {
    const long = Array.from({ length: SIGNATURE_LIMITS.points + 1 }, (_, index): [number, number] => [index % 400, index % 300]);
    expect(decideSignature([long])).toEqual(empty);
    expect(decideSignature([long.slice(1)]).granted).toBe(true);
    expect(decideSignature(Array.from({ length: SIGNATURE_LIMITS.strokes + 1 }, () => line([0, 0], [60, 0])))).toEqual(empty);
    expect(decideSignature([line([0, 0], [Number.NaN, 0], [90, 0])])).toEqual(empty);
    expect(decideSignature([line([0, 0], [4097, 0])])).toEqual(empty);
    expect(decideSignature([line([-1, 0], [90, 0])])).toEqual(empty);
  });

  it('is drawn as one path from the origin', () => {
    expect(drawSignature([line([100, 50], [160.04, 50]), line([120, 40], [120, 90])])).toEqual({
      path: 'M0 10L60 10M20 0L20 50',
      width: 61,
      height: 50,
    });
  });

  it('draws numbers and letters of a path only, whatever was drawn', () => {
    const point = fc.tuple(fc.double({ min: 0, max: 4096, noNaN: true }), fc.double({ min: 0, max: 4096, noNaN: true }));
    fc.assert(
      fc.property(fc.array(fc.array(point, { minLength: 2, maxLength: 20 }), { minLength: 1, maxLength: 5 }), strokes => {
        expect(drawSignature(strokes).path).toMatch(/^(?:[ML][\d.]+ [\d.]+)+$/);
      }),
    );
  });
});
