import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/agenda.ts';

/** Dated pieces of work (待办). */
export const TASK_KINDS = inLanguage(
  {
    medicationConfirmation: '确认今天的药',
    visit: '上门随访',
    call: '打电话',
    caseReview: '个案管理评审',
    riskReview: '定期评估',
    healthExam: '健康体检',
    outcome: '了解处理结果',
    unlock: '解锁和治疗',
    injection: '打长效针',
    refill: '续药，快吃完了',
    rollCall: '每日点名',
    incidentRecord: '填写处置记录',
    observation: '事后观察',
    rediagnosis: '再次诊断期限',
    dischargeReceipt: '接收出院交接',
    search: '走失：查找和书面报告',
    appraisal: '履责认定',
    applicationReview: '审核奖补申请',
    applicationOpinion: '对奖补申请提意见',
    relief: '办理救助申请',
    reliefRenewal: '救助快到期，办续期',
    concernReview: '核查保密报告',
    openingReview: '复核紧急查看',
    meetingDue: '召开联席会议',
    meetingDecision: '落实会议决定',
    supervision: '答复督办',
    legalMatter: '办理纠纷或法律事项',
    exchangeList: '交本月信息交换名单',
    guidance: '下乡指导',
    villageRound: '答复村里的排查',
  },
  { en: en.TASK_KINDS },
);
export type TaskKind = keyof typeof TASK_KINDS;
export const TASK_KIND_KEYS = [
  'medicationConfirmation',
  'visit',
  'call',
  'caseReview',
  'riskReview',
  'healthExam',
  'outcome',
  'unlock',
  'injection',
  'refill',
  'rollCall',
  'incidentRecord',
  'observation',
  'rediagnosis',
  'dischargeReceipt',
  'search',
  'appraisal',
  'applicationReview',
  'applicationOpinion',
  'relief',
  'reliefRenewal',
  'concernReview',
  'openingReview',
  'meetingDue',
  'meetingDecision',
  'supervision',
  'legalMatter',
  'exchangeList',
  'guidance',
  'villageRound',
] as const satisfies readonly TaskKind[];

/** Kinds that something that happened leads to; each says in its cause what it is about. */
export type AfterKind =
  | 'outcome'
  | 'unlock'
  | 'incidentRecord'
  | 'observation'
  | 'rediagnosis'
  | 'dischargeReceipt'
  | 'search'
  | 'appraisal'
  | 'applicationReview'
  | 'applicationOpinion'
  | 'relief'
  | 'reliefRenewal';

export const TASK_STATES = inLanguage({ open: '待办', done: '已完成', cancelled: '已取消', suspended: '暂停' }, { en: en.TASK_STATES });
export type TaskState = keyof typeof TASK_STATES;
export const TASK_STATE_KEYS = ['open', 'done', 'cancelled', 'suspended'] as const satisfies readonly TaskState[];

/** Why somebody is to be telephoned. */
export const CALL_REASONS = inLanguage(
  {
    medicationSilence: '连续几天没有确认服药',
    medicineNotTaken: '可能没在吃药或吃了不舒服，请问问情况',
    followUp: '住院或外出，改为电话随访',
    messageNotSent: '提醒没能送达，请打电话告知',
    claimNotTold: '有一笔补贴可以领取，没能通知到，请打电话告知',
    incident: '家属报告了情况，请马上联系',
    rollCallMissing: '今天点名没有音讯，请找到人',
    visitHelp: '同事上门后没有报平安，请马上联系本人',
  },
  { en: en.CALL_REASONS },
);
export type CallReason = keyof typeof CALL_REASONS;
export const CALL_REASON_KEYS = [
  'medicationSilence',
  'medicineNotTaken',
  'followUp',
  'messageNotSent',
  'claimNotTold',
  'incident',
  'rollCallMissing',
  'visitHelp',
] as const satisfies readonly CallReason[];

/** How a telephone call went. */
export const CALL_OUTCOMES = inLanguage({ reached: '接通了', noAnswer: '没人接' }, { en: en.CALL_OUTCOMES });
export type CallOutcome = keyof typeof CALL_OUTCOMES;

/** Where a task stands against today. */
export type TaskTiming = 'overdue' | 'today' | 'ahead';
