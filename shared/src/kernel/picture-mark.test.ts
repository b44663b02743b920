import { drawMark, markPlaces, markWords, type MarkPen } from './picture-mark.ts';

it('says who looked and when', () => {
  expect(markWords('试网格', '2026-06-15')).toBe('试网格 2026-06-15');
});

it.each([
  [1600, 1200],
  [900, 1600],
  [200, 200],
])('leaves no quarter of a picture of %d × %d without words', (width, height) => {
  const places = markPlaces({ width, height });
  for (const left of [0, 1, 2, 3])
    for (const top of [0, 1, 2, 3]) {
      const inside = places.some(
        ([x, y]) => Math.abs(x - ((left + 0.5) * width) / 4) <= width / 4 && Math.abs(y - ((top + 0.5) * height) / 4) <= height / 4,
      );
      expect({ left, top, inside }).toEqual({ left, top, inside: true });
    }
});

it('writes the words at every place, light and with a dark shadow, and leaves the pen as it was', () => {
  const calls: string[] = [];
  const note = (name: string) => () => void calls.push(name);
  const pen: MarkPen = {
    font: '',
    fillStyle: '',
    textAlign: '',
    save: note('save'),
    restore: note('restore'),
    translate: note('move'),
    rotate: note('turn'),
    fillText: () => void calls.push(String(pen.fillStyle).startsWith('rgba(0,') ? 'write dark' : 'write light'),
  };
  drawMark(pen, { width: 400, height: 300 }, 'x');
  const count = (name: string) => calls.filter(each => each === name).length;
  const places = markPlaces({ width: 400, height: 300 }).length;
  expect([count('write dark'), count('write light')]).toEqual([places, places]);
  expect(count('save')).toBe(count('restore'));
});
