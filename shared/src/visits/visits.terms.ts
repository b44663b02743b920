import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/visits.ts';

/** Options of the national follow-up form (严重精神障碍患者随访服务记录表): the keys are the form's own codes. */
export const VISIT_FORMS = inLanguage({ 1: '门诊', 2: '家庭访视', 3: '电话' }, { en: en.VISIT_FORMS });
export const RESPONDENTS = inLanguage({ 1: '本人', 2: '家属、监护人', 3: '其他知情人' }, { en: en.RESPONDENTS });
export const LOST_REASONS = inLanguage({ 1: '外出打工', 2: '迁居他处', 3: '走失', 4: '连续3次未访到', 5: '其他' }, { en: en.LOST_REASONS });
/** Why nobody was met; not on the national form, which only counts such visits. */
export const MISSED_REASONS = inLanguage(
  {
    1: '家里没有人',
    2: '家属不让见',
    3: '患者外出了',
    4: '电话打不通',
    5: '路不通或天气不好',
    6: '其他',
  },
  { en: en.MISSED_REASONS },
);
export const DEATH_CAUSES = inLanguage(
  { 1: '躯体疾病', 2: '自杀', 3: '他杀', 4: '意外', 5: '精神疾病相关并发症', 6: '其他' },
  { en: en.DEATH_CAUSES },
);
export const FATAL_ILLNESSES = inLanguage(
  {
    1: '传染病和寄生虫病',
    2: '肿瘤',
    3: '心脏病',
    4: '脑血管病',
    5: '呼吸系统疾病',
    6: '消化系统疾病',
    7: '其他',
    8: '不详',
  },
  { en: en.FATAL_ILLNESSES },
);
export const SYMPTOMS = inLanguage(
  {
    1: '幻觉',
    2: '交流困难',
    3: '猜疑',
    4: '喜怒无常',
    5: '行为怪异',
    6: '兴奋话多',
    7: '伤人毁物',
    8: '悲观厌世',
    9: '无故外走',
    10: '自语自笑',
    11: '孤僻懒散',
    12: '其他',
  },
  { en: en.SYMPTOMS },
);
export const INSIGHTS = inLanguage({ 1: '完全', 2: '不全', 3: '缺失' }, { en: en.INSIGHTS });
/** Sleep, appetite and the five social functions. */
export const CONDITIONS = inLanguage({ 1: '良好', 2: '一般', 3: '较差' }, { en: en.CONDITIONS });
const NO_WORK = inLanguage({ 9: '不适用' }, { en: en.NO_WORK });
export const WORK_CONDITIONS = { ...CONDITIONS, ...NO_WORK };
export const SOCIAL_FUNCTIONS = inLanguage(
  {
    selfCare: '个人生活料理',
    housework: '家务劳动',
    work: '生产劳动及工作',
    learning: '学习能力',
    social: '社会人际交往',
  },
  { en: en.SOCIAL_FUNCTIONS },
);
export const DANGEROUS_ACTS = inLanguage(
  {
    mildDisturbance: '轻度滋事',
    troubleMaking: '肇事',
    seriousHarm: '肇祸',
    otherHarm: '其他危害行为',
    selfHarm: '自伤',
    suicideAttempt: '自杀未遂',
  },
  { en: en.DANGEROUS_ACTS },
);
export const CONFINEMENTS = inLanguage({ 1: '无关锁', 2: '关锁', 3: '关锁已解除' }, { en: en.CONFINEMENTS });
export const HOSPITALISATIONS = inLanguage({ 0: '未住院', 1: '目前正在住院', 2: '曾住院，现未住院' }, { en: en.HOSPITALISATIONS });
export const LAB_TESTS = inLanguage({ 1: '无', 2: '有' }, { en: en.LAB_TESTS });
export const ADHERENCES = inLanguage({ 1: '按医嘱规律用药', 2: '间断用药', 3: '不用药', 4: '医嘱勿需用药' }, { en: en.ADHERENCES });
export const ADVERSE_REACTIONS = inLanguage({ 1: '无', 2: '有', 9: '不适用' }, { en: en.ADVERSE_REACTIONS });
export const EFFECTS = inLanguage({ 1: '痊愈', 2: '好转', 3: '无变化', 4: '加重', 9: '不适用' }, { en: en.EFFECTS });
export const REFERRALS = inLanguage({ 1: '否', 2: '是' }, { en: en.REFERRALS });
export const REHABILITATIONS = inLanguage(
  { 1: '生活劳动能力', 2: '职业训练', 3: '学习能力', 4: '社会交往', 5: '其他' },
  { en: en.REHABILITATIONS },
);

/** What became of a visit that was checked in. */
export const VISIT_RESULTS = inLanguage({ done: '已随访', missed: '没有访到', lost: '失访', deceased: '已死亡' }, { en: en.VISIT_RESULTS });
export type VisitResult = keyof typeof VISIT_RESULTS;
export const VISIT_STATES = inLanguage({ checkedIn: '已签到', recorded: '已记录' }, { en: en.VISIT_STATES });
export type VisitState = keyof typeof VISIT_STATES;

/** What a record led to besides dates, as the visitor reads it. */
export const LED_WORDS = inLanguage(
  {
    rightsAlert: { title: '已通知权益保护', sub: '发现关锁：乡镇和精防医生会看到，要在期限内解锁并安排治疗' },
    outcomeTask: { title: '两周内要了解处理结果', sub: '病情不稳定：待办里会提醒精防医生填处理结果' },
    referral: { title: '已登记转诊', sub: '医院接诊、诊治和反馈，在转诊里接着记' },
    lostReport: { title: '已登记失访', sub: '书面报告草稿已放到乡镇工作台，由乡镇发给政法委和公安' },
  },
  { en: en.LED_WORDS },
);
