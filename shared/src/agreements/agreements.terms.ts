import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/agreements.ts';

/** The life of a supervision agreement, in the words an official sees. */
export const AGREEMENT_STATES = inLanguage(
  {
    draft: '待监护人签字',
    signedByGuardian: '待乡镇签章',
    active: '履行中',
    suspended: '已暂停',
    closed: '已到期',
    terminated: '已终止',
  },
  { en: en.AGREEMENT_STATES },
);
export type AgreementState = keyof typeof AGREEMENT_STATES;
export const AGREEMENT_STATE_CODES = Object.keys(AGREEMENT_STATES) as [AgreementState, ...AgreementState[]];

/** Why the duty, and with it the reward, pauses. */
export const SUSPENSION_REASONS = inLanguage(
  {
    longHospitalStay: '长期住院',
    inCustody: '羁押服刑',
    missing: '走失',
  },
  { en: en.SUSPENSION_REASONS },
);
export type SuspensionReason = keyof typeof SUSPENSION_REASONS;
export const SUSPENSION_REASON_CODES = Object.keys(SUSPENSION_REASONS) as [SuspensionReason, ...SuspensionReason[]];

/** Why an agreement ends before its term. A new guardian needs a new agreement. */
export const TERMINATION_REASONS = inLanguage(
  {
    guardianChanged: '监护人变更',
    movedOut: '患者迁出',
    deceased: '患者死亡',
    guardianUnable: '监护人丧失监护能力',
    byGuardian: '监护人提出终止',
  },
  { en: en.TERMINATION_REASONS },
);
export type TerminationReason = keyof typeof TERMINATION_REASONS;
export const TERMINATION_REASON_CODES = Object.keys(TERMINATION_REASONS) as [TerminationReason, ...TerminationReason[]];
