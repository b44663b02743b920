/**
 * What would tell a stranger that somebody is ill, or looked after by the programme. Parts of words, for people write freely; too much left out
 * of a sheet does less harm than one word too many.
 */
const TELLING = [
  ...['精神', '病', '患者', '疯', '傻', '症', '幻觉', '妄想', '躁', '抑郁', '癫痫', '发作', '自残', '自杀', '自伤', '伤人', '打人', '砸'],
  ...['药', '打针', '长效针', '住院', '出院', '精防', '危险', '风险', '等级', '监护', '管控', '关护', '随访', '奖补', '政法', '综治'],
] as const;
/** Where one thing that was written ends and the next begins. */
const PARTS = /[^，。；、,;.!！?？\s]+[，。；、,;.!！?？\s]*/gu;

/** The words without those parts of them that give somebody away; empty when nothing is left. */
export function withoutTelling(words: string): string {
  const kept = (words.match(PARTS) ?? []).filter(part => !TELLING.some(word => part.includes(word)));
  return kept.join('').replace(/[，。；、,;.!！?？\s]+$/u, '');
}
