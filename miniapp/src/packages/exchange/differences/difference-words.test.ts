import { answerLines } from './difference-words.ts';

it('says of an answer what there is of it', () => {
  const answered = { field: 'admission', answeredBy: '试甲', value: 'out', words: '上周出院' } as const;
  expect(answerLines(answered)).toEqual(['试甲答复', '更正为不在院', '上周出院']);
  expect(answerLines({ ...answered, value: null, words: null })).toEqual(['试甲答复']);
});
