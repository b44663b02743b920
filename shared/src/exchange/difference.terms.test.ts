import { valueInWords } from './difference.terms.ts';

it('says a code in words, a text as it is, and that nothing is known', () => {
  expect(valueInWords('admission', 'in')).toBe('在院');
  expect(valueInWords('address', '东头 3 号')).toBe('东头 3 号');
  expect(valueInWords('risk', null)).toBe('没有记录');
});
