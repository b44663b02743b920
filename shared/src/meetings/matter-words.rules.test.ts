import { matterTopic } from './matter-words.rules.ts';

it.each([
  ['overdue', [{ place: '竹坪村', count: 5 }, { place: '柳湾村', count: 7 }], '超期的工作 12 件（竹坪村 5，柳湾村 7）'], // prettier-ignore
  ['objections', [{ place: null, count: 2 }], '没答复的异议 2 件'],
  ['vacancies', [], '岗位空缺 0 人'],
] as const)('%s in numbers and places', (source, counts, words) => {
  expect(matterTopic(source, counts)).toBe(words);
});
