import { decidePhoto, MOST_PHOTOS } from './visit-photos.rules.ts';

it.each([
  [true, 0, true, null],
  [true, MOST_PHOTOS - 1, true, null],
  [true, MOST_PHOTOS, false, 'VISIT_PHOTOS_FULL'],
  [false, 0, false, 'VISIT_OF_ANOTHER'],
])('a photograph by the visitor %s of a visit that has %s: %s', (isVisitor, photos, granted, code) => {
  const decision = decidePhoto({ isVisitor, photos });
  expect(decision.granted).toBe(granted);
  if (!decision.granted) expect(decision.code).toBe(code);
});
