import type { DutyRow } from './duties.terms.ts';

const HEALTH = 'townHealthCenter';
const POLICE = 'policeStation';
const CIVIL = 'civilAffairsOffice';
const DISABLED = 'disabledFederation';
const INSURANCE = 'socialSecurityOffice';
const FINANCE = 'financeOffice';
const VILLAGE = 'villageCommittee';
const OFFICE = 'socialAffairsOffice';
const PEACE = 'peaceOffice';
const PARTY = 'partyGovernmentOffice';
const JUSTICE = 'justiceOffice';

/** The duties that the sources name, as a township starts from: departments of a county stand as their offices in the township. */
export const SHIPPED_DUTIES: readonly DutyRow[] = [
  {
    id: 'YM-01',
    lead: HEALTH,
    support: [POLICE, VILLAGE],
    duty: '筛查、诊断、评估和分类随访；失访、失联立即书面报告',
    period: 'quarter',
    proof: 'lostReported',
  },
  {
    id: 'YM-02',
    lead: HEALTH,
    support: [POLICE, CIVIL, DISABLED],
    duty: '登记国家信息系统，月底前交换信息',
    period: 'month',
    proof: 'exchanged',
  },
  { id: 'YM-03', lead: HEALTH, support: [OFFICE], duty: '县、乡、村逐级培训', period: 'halfYear', proof: null },
  { id: 'YM-04', lead: HEALTH, support: [], duty: '双向转诊，医生分片包干', period: 'quarter', proof: 'referred' },
  { id: 'YM-05', lead: HEALTH, support: [VILLAGE], duty: '医院和社区康复衔接，监测用药，出院安置', period: 'quarter', proof: 'visited' },
  { id: 'YM-06', lead: HEALTH, support: [], duty: '县级医院下乡指导', period: 'quarter', proof: 'guided' },
  { id: 'YM-07', lead: HEALTH, support: [VILLAGE], duty: '药送到村，不断药', period: 'quarter', proof: 'refilled' },
  { id: 'YM-08', lead: HEALTH, support: [OFFICE, VILLAGE], duty: '宣传和健康教育', period: 'halfYear', proof: 'publicised' },
  { id: 'YM-09', lead: POLICE, support: [HEALTH, OFFICE], duty: '危机干预队伍、培训和演练', period: 'year', proof: 'drilled' },
  {
    id: 'YM-10',
    lead: POLICE,
    support: [HEALTH, CIVIL, VILLAGE],
    duty: '肇事肇祸者应收尽收、应管尽管、应治尽治',
    period: 'quarter',
    proof: 'handled',
  },
  { id: 'YM-11', lead: POLICE, support: [HEALTH], duty: '疑似者危险行为先制止，不二次伤害，送医', period: 'quarter', proof: 'handled' },
  {
    id: 'YM-12',
    lead: HEALTH,
    support: [POLICE, OFFICE, DISABLED],
    duty: '个案管理小组，危险性 3 级以上由民警参加',
    period: 'quarter',
    proof: 'caseTeams',
  },
  {
    id: 'YM-13',
    lead: CIVIL,
    support: [DISABLED, HEALTH],
    duty: '社区康复：自理、家务、交往、劳动',
    period: 'quarter',
    proof: 'rehabilitated',
  },
  { id: 'YM-14', lead: CIVIL, support: [DISABLED, VILLAGE], duty: '家属志愿队“温馨家园”', period: 'halfYear', proof: null },
  { id: 'YM-15', lead: CIVIL, support: [VILLAGE], duty: '低保、特困、临时救助', period: 'quarter', proof: 'livingRelief' },
  { id: 'YM-16', lead: CIVIL, support: [POLICE], duty: '流浪和特殊困难者安置', period: 'quarter', proof: null },
  { id: 'YM-17', lead: DISABLED, support: [HEALTH], duty: '家庭康复培训', period: 'halfYear', proof: null },
  { id: 'YM-18', lead: DISABLED, support: [CIVIL], duty: '护理补贴，门诊自付由残联补', period: 'quarter', proof: 'disabledRelief' },
  { id: 'YM-19', lead: DISABLED, support: [HEALTH], duty: '残疾证快办，限时办结', period: 'quarter', proof: 'certificates' },
  { id: 'YM-20', lead: INSURANCE, support: [CIVIL], duty: '六类疾病医疗救助，参保资助', period: 'year', proof: 'medicalRelief' },
  { id: 'YM-21', lead: INSURANCE, support: [HEALTH], duty: '门诊特殊病不设起付线，报 90%', period: 'year', proof: null },
  { id: 'YM-22', lead: INSURANCE, support: [HEALTH], duty: '特殊病认定快办', period: 'quarter', proof: 'specialOutpatient' },
  { id: 'YM-23', lead: FINANCE, support: [OFFICE], duty: '筛查、复核、评估、应急和以奖代补经费', period: 'year', proof: 'paid' },
  {
    id: 'YM-24',
    lead: OFFICE,
    support: [VILLAGE, POLICE, HEALTH],
    duty: '确定以奖代补对象，逐户签协议，按约发放',
    period: 'year',
    proof: 'agreements',
  },
  {
    id: 'YM-25',
    lead: OFFICE,
    support: [HEALTH, POLICE, CIVIL, DISABLED],
    duty: '综合管理小组每月交换信息',
    period: 'month',
    proof: 'exchanged',
  },
  { id: 'YM-26', lead: PARTY, support: [OFFICE], duty: '列入工作规划', period: 'year', proof: null },
  { id: 'YM-27', lead: PARTY, support: [HEALTH], duty: '学校心理辅导老师和辅导室', period: 'year', proof: null },
  { id: 'SJ-04', lead: OFFICE, support: [HEALTH, POLICE], duty: '综合管理小组督促随访，掌握病情波动', period: 'quarter', proof: 'visited' },
  { id: 'SJ-07', lead: PEACE, support: [HEALTH, POLICE], duty: '联席会议、信息共享、考核', period: 'quarter', proof: 'met' },
  { id: 'SJ-14', lead: OFFICE, support: [PEACE], duty: '每季度例会：小结、问题、分析、决定', period: 'quarter', proof: 'met' },
  { id: 'SJ-19', lead: HEALTH, support: [], duty: '每半年诊断评估', period: 'halfYear', proof: 'reviewed' },
  { id: 'BQ-09', lead: HEALTH, support: [VILLAGE], duty: '每年免费体检一次', period: 'year', proof: 'examined' },
  { id: 'TH-07', lead: JUSTICE, support: [POLICE], duty: '联系家属，司法鉴定，法律援助', period: 'halfYear', proof: 'legallyHelped' },
  { id: 'TH-10', lead: OFFICE, support: [VILLAGE], duty: '每村、每个办公室都有负责人和经办人', period: 'quarter', proof: 'staffed' },
];
