import fc from 'fast-check';
import { withoutTelling } from './telling-words.rules.ts';

it.each([
  ['身高约一米七，偏瘦，本地口音', '身高约一米七，偏瘦，本地口音'],
  ['偏瘦，有精神病，爱自言自语', '偏瘦，爱自言自语'],
  ['危险性4级。左脸有疤', '左脸有疤'],
  ['精神分裂症患者', ''],
  ['穿蓝外套，手里拿着药瓶', '穿蓝外套'],
  ['', ''],
])('of “%s” leaves “%s”', (words, left) => {
  expect(withoutTelling(words)).toBe(left);
});

it('leaves nothing that tells, whatever is written around it', () => {
  const free = fc.string({ unit: fc.constantFrom('高', '瘦', '，', '。', ' ', '、') });
  fc.assert(
    fc.property(free, fc.constantFrom('精神', '病', '患者', '危险', '药'), free, (before, word, after) => {
      expect(withoutTelling(`${before}${word}${after}`)).not.toContain(word);
    }),
  );
});
