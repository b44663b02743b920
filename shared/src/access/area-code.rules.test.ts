import { readAreaCode } from './area-code.rules.ts';

it('reads level and parent off a division code', () => {
  expect(readAreaCode('990101000000')).toEqual({ code: '990101000000', kind: 'county', parentCode: null });
  expect(readAreaCode('990101002000')).toEqual({ code: '990101002000', kind: 'township', parentCode: '990101000000' });
  expect(readAreaCode('990101002010')).toEqual({ code: '990101002010', kind: 'village', parentCode: '990101002000' });
  for (const wrong of ['', '990101', '99010100200X', '9901010020100']) expect(readAreaCode(wrong)).toBeUndefined();
});
