import { otherCounty } from './other-county.rules.ts';

const me = { countyId: 7, countyName: '示例县', otherCounties: [{ countyId: 9, name: '邻县' }] };

it('lets a page of the own county, or of none, be shown', () => {
  expect(otherCounty('7', me)).toBeUndefined();
  expect(otherCounty(undefined, me)).toBeUndefined();
});

it('knows the other county of somebody who has two', () => {
  expect(otherCounty('9', me)).toEqual({ own: '示例县', other: { countyId: 9, name: '邻县' } });
});

it('names no county in which the reader is nobody', () => {
  expect(otherCounty('8', me)).toEqual({ own: '示例县', other: undefined });
  expect(otherCounty('9', { countyId: 7, countyName: '示例县' })).toEqual({ own: '示例县', other: undefined });
});
