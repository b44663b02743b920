import { pageOf } from './page.ts';

it.each([
  [[], [], undefined],
  [[1], [1], undefined],
  [[1, 2], [1, 2], undefined],
  [[1, 2, 3], [1, 2], 2],
  [[1, 2, 3, 4], [1, 2], 2],
])('shows of %j with two to a page %j and goes on after %j', (rows, shown, last) => {
  expect(pageOf<number>(rows, 2)).toEqual({ shown, last });
});
