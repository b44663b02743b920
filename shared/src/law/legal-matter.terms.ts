import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/law.ts';

/**
 * What needs a mediator or the law. `dispute`: a conflict that somebody of the township found; `mediationNotice`: one that the justice office
 * tells of; the others lead a family, or a case, to the law.
 */
export const LEGAL_KINDS = inLanguage(
  {
    dispute: '矛盾纠纷',
    mediationNotice: '司法所调解通报',
    legalAdvice: '法律咨询',
    legalAid: '法律援助转介',
    forensic: '司法鉴定转介',
  },
  { en: en.LEGAL_KINDS },
);
export type LegalKind = keyof typeof LEGAL_KINDS;

/** What a conflict is about; referrals have none. */
export const LEGAL_SUBJECTS = inLanguage(
  {
    family: '家庭纠纷',
    neighbours: '邻里纠纷',
    property: '财产、土地',
    harm: '伤害赔偿',
    guardianship: '监护、扶养',
    other: '其他',
  },
  { en: en.LEGAL_SUBJECTS },
);
export type LegalSubject = keyof typeof LEGAL_SUBJECTS;

export const LEGAL_STATES = inLanguage({ open: '待办理', underway: '办理中', closed: '已办结' }, { en: en.LEGAL_STATES });
export type LegalState = keyof typeof LEGAL_STATES;

/** How a matter ended. */
export const LEGAL_OUTCOMES = inLanguage(
  {
    settled: '调解成功',
    unsettled: '调解不成，已告知可以起诉',
    advised: '已解答',
    granted: '已受理办结',
    declined: '不予受理',
    withdrawn: '当事人撤回',
  },
  { en: en.LEGAL_OUTCOMES },
);
export type LegalOutcome = keyof typeof LEGAL_OUTCOMES;

/** What is written down while somebody sees to it. */
export const LEGAL_NOTES = inLanguage(
  { noted: '办理情况', familyContacted: '联系家属', justiceTold: '通报司法所' },
  { en: en.LEGAL_NOTES },
);
export type LegalNote = keyof typeof LEGAL_NOTES;
export const LEGAL_ACTS = {
  ...inLanguage({ recorded: '登记', passed: '转交', closed: '办结' }, { en: en.LEGAL_OTHER_ACTS }),
  ...LEGAL_NOTES,
};
export type LegalAct = keyof typeof LEGAL_ACTS;
