/**
 * What needs a mediator or the law. `dispute`: a conflict that somebody of the township found; `mediationNotice`: one that the justice office
 * tells of; the others lead a family, or a case, to the law.
 */
export const LEGAL_KINDS = {
  dispute: '矛盾纠纷',
  mediationNotice: '司法所调解通报',
  legalAdvice: '法律咨询',
  legalAid: '法律援助转介',
  forensic: '司法鉴定转介',
} as const;
export type LegalKind = keyof typeof LEGAL_KINDS;

/** What a conflict is about; referrals have none. */
export const LEGAL_SUBJECTS = {
  family: '家庭纠纷',
  neighbours: '邻里纠纷',
  property: '财产、土地',
  harm: '伤害赔偿',
  guardianship: '监护、扶养',
  other: '其他',
} as const;
export type LegalSubject = keyof typeof LEGAL_SUBJECTS;

export const LEGAL_STATES = { open: '待办理', underway: '办理中', closed: '已办结' } as const;
export type LegalState = keyof typeof LEGAL_STATES;

/** How a matter ended. */
export const LEGAL_OUTCOMES = {
  settled: '调解成功',
  unsettled: '调解不成，已告知可以起诉',
  advised: '已解答',
  granted: '已受理办结',
  declined: '不予受理',
  withdrawn: '当事人撤回',
} as const;
export type LegalOutcome = keyof typeof LEGAL_OUTCOMES;

/** What is written down while somebody sees to it. */
export const LEGAL_NOTES = { noted: '办理情况', familyContacted: '联系家属', justiceTold: '通报司法所' } as const;
export type LegalNote = keyof typeof LEGAL_NOTES;
export const LEGAL_ACTS = { recorded: '登记', ...LEGAL_NOTES, passed: '转交', closed: '办结' } as const;
export type LegalAct = keyof typeof LEGAL_ACTS;
