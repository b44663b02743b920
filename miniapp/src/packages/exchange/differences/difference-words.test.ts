import { answerLines, valueInWords } from './difference-words.ts';

it('says a code in words, a text as it is, and that nothing is known', () => {
  expect(valueInWords('admission', 'in')).toBe('在院');
  expect(valueInWords('address', '东头 3 号')).toBe('东头 3 号');
  expect(valueInWords('risk', null)).toBe('没有记录');
});

it('says of an answer what there is of it', () => {
  const answered = { field: 'admission', answeredBy: '试甲', value: 'out', words: '上周出院' } as const;
  expect(answerLines(answered)).toEqual(['试甲答复', '更正为不在院', '上周出院']);
  expect(answerLines({ ...answered, value: null, words: null })).toEqual(['试甲答复']);
});
