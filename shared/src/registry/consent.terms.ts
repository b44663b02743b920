import type { CalendarDate } from '../kernel/calendar-date.ts';

/** What was decided about community management (参加社区管理). */
export const CONSENT_DECISIONS = {
  given: '同意',
  refused: '不同意',
  withdrawn: '撤回同意',
  notRequired: '依法无需同意',
} as const;
export type ConsentDecision = keyof typeof CONSENT_DECISIONS;

export const CONSENT_SIGNERS = { patient: '患者本人', guardian: '监护人' } as const;
export type ConsentSigner = keyof typeof CONSENT_SIGNERS;

/** Why consent is not needed. The family is informed all the same. */
export const CONSENT_BASES = {
  dangerToOthers: '《精神卫生法》第三十条第二款第二项：已经发生危害他人安全的行为，或者有危害他人安全的危险',
  otherLaw: '其他法律规定（须写明条款）',
} as const;
export type ConsentBasis = keyof typeof CONSENT_BASES;

export type ConsentText = {
  readonly version: string;
  readonly since: CalendarDate;
  readonly title: string;
  readonly paragraphs: readonly string[];
};

/** The texts that are read out before anybody decides, newest last. A text that was read to somebody is never changed: a new one follows. */
export const CONSENT_TEXTS: readonly [ConsentText, ...ConsentText[]] = [
  {
    version: '2026-1',
    since: '2026-01-01' as CalendarDate,
    title: '参加严重精神障碍社区管理服务知情同意书',
    paragraphs: [
      '社区管理服务是免费的。参加以后，精防医生和村（居）的工作人员会按规定上门或打电话，了解病情和服药情况，指导用药和康复，需要时帮助联系医院。',
      '为了做好服务，会登记姓名、身份证号、住址、联系电话、诊断、用药、随访和评估情况。这些只供负责您的医生、村级小组和乡镇有关工作人员在职责范围内使用，依法保密，不公开，不张贴。',
      '您和监护人可以随时查看登记的内容，指出不对的地方，也可以随时撤回同意。不同意或撤回，不影响看病、低保、残疾人补贴等其他权利。',
      '不同意参加的，医生不再定期随访；村（居）的关爱帮扶小组仍会在有需要时提供帮助。',
      '已经发生危害他人安全的行为或者有这种危险的，依照《精神卫生法》的规定，告知以后直接纳入管理。',
    ],
  },
];
export const CONSENT_VERSIONS = CONSENT_TEXTS.map(text => text.version);
