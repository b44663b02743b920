import type { OrganisationKind } from '../access/access.terms.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/duties.ts';

/** How long the part of the year is in which a duty is to be done. */
export const DUTY_PERIODS = inLanguage({ month: '每月', quarter: '每季度', halfYear: '每半年', year: '每年' }, { en: en.DUTY_PERIODS });
export type DutyPeriod = keyof typeof DUTY_PERIODS;

/** What the software counts by itself as a proof of a duty. */
export const PROOF_QUESTIONS = inLanguage(
  {
    visited: '有随访记录的服务对象',
    examined: '一年内体检过的服务对象',
    reviewed: '半年内评估过的服务对象',
    lostReported: '失访后送出的书面报告',
    referred: '有结果的转诊',
    refilled: '按时续上的药',
    caseTeams: '按时评审的个案小组',
    handled: '写完处置记录的情况',
    drilled: '演练',
    rehabilitated: '有活动的康复项目',
    met: '例会',
    agreements: '双方签好的监护协议',
    paid: '发到监护人的奖补',
    staffed: '组长、医生、民警都有人的服务对象',
    exchanged: '签认的月度信息交换',
    guided: '下乡指导',
    publicised: '宣传和讲座',
    livingRelief: '有结果的低保、特困、临时救助申请',
    disabledRelief: '有结果的护理补贴、门诊自付补助申请',
    certificates: '有结果的残疾证申请',
    medicalRelief: '有结果的医疗救助、参保资助申请',
    specialOutpatient: '有结果的门诊慢特病申请',
    legallyHelped: '办结的法律咨询、援助和鉴定转介',
  },
  { en: en.PROOF_QUESTIONS },
);
export type ProofQuestion = keyof typeof PROOF_QUESTIONS;
export const PROOF_QUESTION_KEYS = Object.keys(PROOF_QUESTIONS) as readonly ProofQuestion[];

/** One row of the duty matrix: who leads, who supports, what is to be done how often, and what proves it. */
export type DutyRow = {
  /** The id in docs/duties.md. */
  readonly id: string;
  readonly lead: OrganisationKind;
  readonly support: readonly OrganisationKind[];
  readonly duty: string;
  readonly period: DutyPeriod;
  /** Counted by the software; null: somebody writes down what was done. */
  readonly proof: ProofQuestion | null;
};

export const DUTY_VERDICTS = inLanguage({ fulfilled: '已做到', lacking: '没做到', nothing: '没有发生' }, { en: en.DUTY_VERDICTS });
export type DutyVerdict = keyof typeof DUTY_VERDICTS;

export const LETTER_STATES = inLanguage({ open: '待答复', answered: '已答复', closed: '已办结' }, { en: en.LETTER_STATES });
export type LetterState = keyof typeof LETTER_STATES;
