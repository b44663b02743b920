import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/screening.ts';

/** One version of the questions that a screening asks. Numbers are for ever: a clue keeps the version under which it was asked. */
type ClueForm = {
  readonly version: number;
  /** Each answered 有 or 没有; one 有 is enough for a clue. */
  readonly questions: Readonly<Record<number, string>>;
  /** The groups of people that a screening looks at. */
  readonly groups: Readonly<Record<number, string>>;
};

/**
 * The clue survey of the national norm (11 questions) and the six groups of a county's campaign. A new wording is a new version at the end of
 * the list; one that was used is never changed.
 */
export const CLUE_FORMS: readonly [ClueForm, ...ClueForm[]] = [
  {
    version: 1,
    questions: inLanguage(
      {
        1: '曾经住过精神病院，现在在家',
        2: '因为精神异常被关锁在家',
        3: '经常胡言乱语，或说一些别人听不懂、不真实的话',
        4: '经常无故吵闹、砸东西、打人（不是因为喝醉）',
        5: '经常自言自语、自己发笑，表情呆滞或古怪',
        6: '在公共场合行为怪异、衣衫不整，甚至赤身',
        7: '疑心很重，觉得别人议论或害他',
        8: '话特别多、过度活跃、到处乱跑、管闲事',
        9: '对人冷淡、沉默、动作慢、整天躺着',
        10: '有过自杀或自残',
        11: '无故不上学、不上班、不出门、不见人',
      },
      { en: en.CLUE_QUESTIONS },
    ),
    groups: inLanguage(
      {
        1: '2022 年以来危险性评估曾在 3 级及以上',
        2: '在医院、福利机构、强制医疗所治疗或救助过',
        3: '被决定强制医疗',
        4: '做过精神疾病司法鉴定',
        5: '易肇事肇祸、被救助过或持有精神残疾证',
        6: '各部门工作中发现的疑似情况',
      },
      { en: en.CLUE_GROUPS },
    ),
  },
];

export const NEWEST_FORM: ClueForm = CLUE_FORMS.at(-1) ?? CLUE_FORMS[0];
export const formOf = (version: number): ClueForm | undefined => CLUE_FORMS.find(form => form.version === version);

type ClueAnswers = {
  readonly form: number;
  /** Numbers of the questions answered 有. */
  readonly yes: readonly number[];
  readonly group: number | null;
};

/**
 * Whether the answers make a clue: any 有, or belonging to one of the groups. How many were 有 says nothing: no number is ever made of them.
 * @returns CLUE_FORM_UNKNOWN for a version, question or group that does not exist, CLUE_WITHOUT_SIGN when there is nothing to look into
 */
export function decideAnswers({ form, yes, group }: ClueAnswers): Decision<{ yes: readonly number[]; group: number | null }> {
  const asked = formOf(form);
  if (asked === undefined || !yes.every(number => number in asked.questions) || (group !== null && !(group in asked.groups)))
    return refuse('CLUE_FORM_UNKNOWN');
  if (yes.length === 0 && group === null) return refuse('CLUE_WITHOUT_SIGN');
  return grant({ yes: [...new Set(yes)].sort((a, b) => a - b), group });
}

/** The questions answered 有, in the words in which they were asked. */
export const signsInWords = (form: number, yes: readonly number[]): string[] =>
  yes.map(number => formOf(form)?.questions[number] ?? String(number));
