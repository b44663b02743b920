import { STABILITIES } from '../policy/stability.terms.ts';
import type { FormField } from '../policy/form-field.terms.ts';
import { doneAnd, DONE, HEAD_FIELDS, NOTE_FIELD, optionsOf } from './record-fields.terms.ts';
import * as terms from './visits.terms.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/visits.ts';

/** The edition of the national norm whose record this is (国家基本公共卫生服务规范第三版). A later norm is a later number. */
export const NATIONAL_EDITION = 3;

/** Sections in the order of a talk at the door. */
export const RECORD_SECTIONS = inLanguage(
  {
    outcome: '随访结果',
    condition: '症状与危险性',
    life: '睡眠饮食与社会功能',
    safety: '危险行为与关锁',
    treatment: '住院与用药',
    referral: '转诊与康复',
    local: '本县增加的项目',
    decision: '分类与下次随访',
    note: '说明',
  },
  { en: en.RECORD_SECTIONS },
);
export type RecordSection = keyof typeof RECORD_SECTIONS;

const NATIONAL_LABELS = inLanguage(
  {
    respondents: '随访对象',
    symptoms: '目前症状',
    symptomOther: '其他症状',
    risk: '危险性',
    insight: '自知力',
    sleep: '睡眠情况',
    appetite: '饮食情况',
    functions: '社会功能情况',
    dangerousActs: '上次以来的危险行为',
    confinement: '两次随访期间关锁情况',
    hospitalisation: '两次随访期间住院情况',
    lastDischargedOn: '末次出院时间',
    labTest: '实验室检查',
    labTestFound: '检查项目和结果',
    adherence: '用药依从性',
    adverseReaction: '药物不良反应',
    adverseReactionWhat: '是什么不良反应',
    acuteReaction: '是急性的、严重的吗？',
    seriousIllness: '有严重的躯体疾病吗？',
    effect: '治疗效果',
    drugs: '用药情况',
    advisedDrugs: '用药指导',
    referral: '是否转诊',
    referralReason: '转诊原因',
    referralTo: '转诊至机构及科室',
    rehabilitation: '康复措施',
    rehabilitationOther: '其他康复措施',
    stability: '本次随访分类',
    overrideReason: '为什么不按建议',
    nextDueOn: '下次随访日期',
  },
  { en: en.NATIONAL_LABELS },
);
const NATIONAL_HELPS = inLanguage(
  {
    risk: '上次随访以来最高的一级',
    confinement: '关着或锁着会另外通知权益保护，马上处理',
    stability: '软件只是建议，由您决定',
    nextDueOn: '比规定的早才要填',
  },
  { en: en.NATIONAL_HELPS },
);

const SAID = inLanguage({ level: (level: number) => `${level} 级` }, { en: en.NATIONAL_SAID });
const risks = Object.fromEntries([0, 1, 2, 3, 4, 5].map(level => [level, SAID.level(level)]));
const stabilities = Object.fromEntries(Object.entries(STABILITIES).map(([key, { label }]) => [key, label]));

/** 严重精神障碍患者随访服务记录表, every field of it, as data. */
export const NATIONAL_FIELDS: readonly FormField[] = [
  ...HEAD_FIELDS,
  {
    key: 'respondents',
    label: NATIONAL_LABELS.respondents,
    section: 'condition',
    kind: 'choices',
    options: optionsOf(terms.RESPONDENTS),
    required: true,
    when: DONE,
  },
  {
    key: 'symptoms',
    label: NATIONAL_LABELS.symptoms,
    section: 'condition',
    kind: 'choices',
    options: optionsOf(terms.SYMPTOMS),
    mayBeNone: true,
    when: DONE,
  },
  { key: 'symptomOther', label: NATIONAL_LABELS.symptomOther, section: 'condition', kind: 'text', most: 60, when: doneAnd('symptoms', 12) },
  {
    key: 'risk',
    label: NATIONAL_LABELS.risk,
    section: 'condition',
    kind: 'choice',
    options: optionsOf(risks),
    required: true,
    when: DONE,
    help: NATIONAL_HELPS.risk,
  },
  { key: 'insight', label: NATIONAL_LABELS.insight, section: 'condition', kind: 'choice', options: optionsOf(terms.INSIGHTS), when: DONE },
  { key: 'sleep', label: NATIONAL_LABELS.sleep, section: 'life', kind: 'choice', options: optionsOf(terms.CONDITIONS), when: DONE },
  { key: 'appetite', label: NATIONAL_LABELS.appetite, section: 'life', kind: 'choice', options: optionsOf(terms.CONDITIONS), when: DONE },
  {
    key: 'functions',
    label: NATIONAL_LABELS.functions,
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
    label: NATIONAL_LABELS.dangerousActs,
    section: 'safety',
    kind: 'countGroup',
    rows: Object.entries(terms.DANGEROUS_ACTS).map(([key, label]) => ({ key, label })),
    mayBeNone: true,
    when: DONE,
  },
  {
    key: 'confinement',
    label: NATIONAL_LABELS.confinement,
    section: 'safety',
    kind: 'choice',
    options: optionsOf(terms.CONFINEMENTS),
    when: DONE,
    help: NATIONAL_HELPS.confinement,
  },
  {
    key: 'hospitalisation',
    label: NATIONAL_LABELS.hospitalisation,
    section: 'treatment',
    kind: 'choice',
    options: optionsOf(terms.HOSPITALISATIONS),
    when: DONE,
  },
  {
    key: 'lastDischargedOn',
    label: NATIONAL_LABELS.lastDischargedOn,
    section: 'treatment',
    kind: 'day',
    when: doneAnd('hospitalisation', 2),
  },
  { key: 'labTest', label: NATIONAL_LABELS.labTest, section: 'treatment', kind: 'choice', options: optionsOf(terms.LAB_TESTS), when: DONE },
  { key: 'labTestFound', label: NATIONAL_LABELS.labTestFound, section: 'treatment', kind: 'text', most: 200, when: doneAnd('labTest', 2) },
  {
    key: 'adherence',
    label: NATIONAL_LABELS.adherence,
    section: 'treatment',
    kind: 'choice',
    options: optionsOf(terms.ADHERENCES),
    when: DONE,
  },
  {
    key: 'adverseReaction',
    label: NATIONAL_LABELS.adverseReaction,
    section: 'treatment',
    kind: 'choice',
    options: optionsOf(terms.ADVERSE_REACTIONS),
    when: DONE,
  },
  {
    key: 'adverseReactionWhat',
    label: NATIONAL_LABELS.adverseReactionWhat,
    section: 'treatment',
    kind: 'text',
    most: 100,
    when: doneAnd('adverseReaction', 2),
  },
  { key: 'acuteReaction', label: NATIONAL_LABELS.acuteReaction, section: 'treatment', kind: 'yesNo', when: doneAnd('adverseReaction', 2) },
  { key: 'seriousIllness', label: NATIONAL_LABELS.seriousIllness, section: 'treatment', kind: 'yesNo', when: DONE },
  { key: 'effect', label: NATIONAL_LABELS.effect, section: 'treatment', kind: 'choice', options: optionsOf(terms.EFFECTS), when: DONE },
  { key: 'drugs', label: NATIONAL_LABELS.drugs, section: 'treatment', kind: 'drugs', most: 3, when: DONE },
  { key: 'advisedDrugs', label: NATIONAL_LABELS.advisedDrugs, section: 'treatment', kind: 'drugs', most: 3, when: DONE },
  {
    key: 'referral',
    label: NATIONAL_LABELS.referral,
    section: 'referral',
    kind: 'choice',
    options: optionsOf(terms.REFERRALS),
    when: DONE,
  },
  {
    key: 'referralReason',
    label: NATIONAL_LABELS.referralReason,
    section: 'referral',
    kind: 'text',
    most: 200,
    when: doneAnd('referral', 2),
  },
  { key: 'referralTo', label: NATIONAL_LABELS.referralTo, section: 'referral', kind: 'text', most: 60, when: doneAnd('referral', 2) },
  {
    key: 'rehabilitation',
    label: NATIONAL_LABELS.rehabilitation,
    section: 'referral',
    kind: 'choices',
    options: optionsOf(terms.REHABILITATIONS),
    when: DONE,
  },
  {
    key: 'rehabilitationOther',
    label: NATIONAL_LABELS.rehabilitationOther,
    section: 'referral',
    kind: 'text',
    most: 60,
    when: doneAnd('rehabilitation', 5),
  },
  {
    key: 'stability',
    label: NATIONAL_LABELS.stability,
    section: 'decision',
    kind: 'choice',
    options: optionsOf(stabilities),
    required: true,
    when: DONE,
    help: NATIONAL_HELPS.stability,
  },
  { key: 'overrideReason', label: NATIONAL_LABELS.overrideReason, section: 'decision', kind: 'text', most: 200, when: DONE },
  { key: 'nextDueOn', label: NATIONAL_LABELS.nextDueOn, section: 'decision', kind: 'day', when: DONE, help: NATIONAL_HELPS.nextDueOn },
  NOTE_FIELD,
];
