import { STABILITIES } from '../policy/stability.terms.ts';
import type { FormField } from '../policy/form-field.terms.ts';
import { doneAnd, DONE, HEAD_FIELDS, NOTE_FIELD, optionsOf } from './record-fields.terms.ts';
import * as terms from './visits.terms.ts';

/** The edition of the national norm whose record this is (国家基本公共卫生服务规范第三版). A later norm is a later number. */
export const NATIONAL_EDITION = 3;

/** Sections in the order of a talk at the door. */
export const RECORD_SECTIONS = {
  outcome: '随访结果',
  condition: '症状与危险性',
  life: '睡眠饮食与社会功能',
  safety: '危险行为与关锁',
  treatment: '住院与用药',
  referral: '转诊与康复',
  local: '本县增加的项目',
  decision: '分类与下次随访',
  note: '说明',
} as const;
export type RecordSection = keyof typeof RECORD_SECTIONS;

const risks = Object.fromEntries([0, 1, 2, 3, 4, 5].map(level => [level, `${String(level)} 级`]));
const stabilities = Object.fromEntries(Object.entries(STABILITIES).map(([key, { label }]) => [key, label]));

/** 严重精神障碍患者随访服务记录表, every field of it, as data. */
export const NATIONAL_FIELDS: readonly FormField[] = [
  ...HEAD_FIELDS,
  {
    key: 'respondents',
    label: '随访对象',
    section: 'condition',
    kind: 'choices',
    options: optionsOf(terms.RESPONDENTS),
    required: true,
    when: DONE,
  },
  {
    key: 'symptoms',
    label: '目前症状',
    section: 'condition',
    kind: 'choices',
    options: optionsOf(terms.SYMPTOMS),
    mayBeNone: true,
    when: DONE,
  },
  { key: 'symptomOther', label: '其他症状', section: 'condition', kind: 'text', most: 60, when: doneAnd('symptoms', 12) },
  {
    key: 'risk',
    label: '危险性',
    section: 'condition',
    kind: 'choice',
    options: optionsOf(risks),
    required: true,
    when: DONE,
    help: '上次随访以来最高的一级',
  },
  { key: 'insight', label: '自知力', section: 'condition', kind: 'choice', options: optionsOf(terms.INSIGHTS), when: DONE },
  { key: 'sleep', label: '睡眠情况', section: 'life', kind: 'choice', options: optionsOf(terms.CONDITIONS), when: DONE },
  { key: 'appetite', label: '饮食情况', section: 'life', kind: 'choice', options: optionsOf(terms.CONDITIONS), when: DONE },
  {
    key: 'functions',
    label: '社会功能情况',
    section: 'life',
    kind: 'choiceGroup',
    options: optionsOf(terms.CONDITIONS),
    rows: Object.entries(terms.SOCIAL_FUNCTIONS).map(([key, label]) => ({
      key,
      label,
      ...(key === 'work' ? { options: optionsOf(terms.WORK_CONDITIONS) } : {}),
    })),
    when: DONE,
  },
  {
    key: 'dangerousActs',
    label: '上次以来的危险行为',
    section: 'safety',
    kind: 'countGroup',
    rows: Object.entries(terms.DANGEROUS_ACTS).map(([key, label]) => ({ key, label })),
    mayBeNone: true,
    when: DONE,
  },
  {
    key: 'confinement',
    label: '两次随访期间关锁情况',
    section: 'safety',
    kind: 'choice',
    options: optionsOf(terms.CONFINEMENTS),
    when: DONE,
    help: '关着或锁着会另外通知权益保护，马上处理',
  },
  {
    key: 'hospitalisation',
    label: '两次随访期间住院情况',
    section: 'treatment',
    kind: 'choice',
    options: optionsOf(terms.HOSPITALISATIONS),
    when: DONE,
  },
  { key: 'lastDischargedOn', label: '末次出院时间', section: 'treatment', kind: 'day', when: doneAnd('hospitalisation', 2) },
  { key: 'labTest', label: '实验室检查', section: 'treatment', kind: 'choice', options: optionsOf(terms.LAB_TESTS), when: DONE },
  { key: 'labTestFound', label: '检查项目和结果', section: 'treatment', kind: 'text', most: 200, when: doneAnd('labTest', 2) },
  { key: 'adherence', label: '用药依从性', section: 'treatment', kind: 'choice', options: optionsOf(terms.ADHERENCES), when: DONE },
  {
    key: 'adverseReaction',
    label: '药物不良反应',
    section: 'treatment',
    kind: 'choice',
    options: optionsOf(terms.ADVERSE_REACTIONS),
    when: DONE,
  },
  {
    key: 'adverseReactionWhat',
    label: '是什么不良反应',
    section: 'treatment',
    kind: 'text',
    most: 100,
    when: doneAnd('adverseReaction', 2),
  },
  { key: 'acuteReaction', label: '是急性的、严重的吗？', section: 'treatment', kind: 'yesNo', when: doneAnd('adverseReaction', 2) },
  { key: 'seriousIllness', label: '有严重的躯体疾病吗？', section: 'treatment', kind: 'yesNo', when: DONE },
  { key: 'effect', label: '治疗效果', section: 'treatment', kind: 'choice', options: optionsOf(terms.EFFECTS), when: DONE },
  { key: 'drugs', label: '用药情况', section: 'treatment', kind: 'drugs', most: 3, when: DONE },
  { key: 'advisedDrugs', label: '用药指导', section: 'treatment', kind: 'drugs', most: 3, when: DONE },
  { key: 'referral', label: '是否转诊', section: 'referral', kind: 'choice', options: optionsOf(terms.REFERRALS), when: DONE },
  { key: 'referralReason', label: '转诊原因', section: 'referral', kind: 'text', most: 200, when: doneAnd('referral', 2) },
  { key: 'referralTo', label: '转诊至机构及科室', section: 'referral', kind: 'text', most: 60, when: doneAnd('referral', 2) },
  {
    key: 'rehabilitation',
    label: '康复措施',
    section: 'referral',
    kind: 'choices',
    options: optionsOf(terms.REHABILITATIONS),
    when: DONE,
  },
  { key: 'rehabilitationOther', label: '其他康复措施', section: 'referral', kind: 'text', most: 60, when: doneAnd('rehabilitation', 5) },
  {
    key: 'stability',
    label: '本次随访分类',
    section: 'decision',
    kind: 'choice',
    options: optionsOf(stabilities),
    required: true,
    when: DONE,
    help: '软件只是建议，由您决定',
  },
  { key: 'overrideReason', label: '为什么不按建议', section: 'decision', kind: 'text', most: 200, when: DONE },
  { key: 'nextDueOn', label: '下次随访日期', section: 'decision', kind: 'day', when: DONE, help: '比规定的早才要填' },
  NOTE_FIELD,
];
