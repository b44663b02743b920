import { CALL_OUTCOMES } from '@guanhu/shared/agenda/agenda.terms';
import { doseInWords, type Drug } from '@guanhu/shared/medication/dose.rules';
import { FILE_FIELDS, FILE_KEYS, type FieldValue, type FileKey } from '@guanhu/shared/registry/file-fields';
import type { HistoryRow } from '@guanhu/shared/registry/file.contract';
import { valueInWords } from '@guanhu/shared/registry/file-values.rules';
import { GUARDIAN_RELATIONS } from '@guanhu/shared/registry/guardian-relation.rules';
import { PATIENT_STATES } from '@guanhu/shared/registry/registry.terms';

/** What was done, by the act that the audit keeps. */
const ACTS: Readonly<Record<string, string>> = {
  'registry:created': '建立档案',
  'registry:record-changed': '修改档案',
  'registry:record-imported': '导入档案',
  'registry:record-merged': '合并后更新档案',
  'registry:record-unmerged': '撤销合并后恢复档案',
  'registry:merge-proposed': '提出合并档案',
  'registry:merged': '同意合并档案',
  'registry:merge-refused': '未同意合并档案',
  'registry:merge-undone': '撤销档案合并',
  'registry:met-elsewhere': '外乡镇核对证件号码',
  'registry:state-changed': '变更状态',
  'registry:consent-recorded': '登记知情同意',
  'registry:file-attached': '上传照片或扫描件',
  'registry:file-removed': '删除照片或扫描件',
  'registry:helper-named': '登记代办人',
  'registry:helper-ended': '代办结束',
  'rights:handed-in': '手机上交记录',
  'rights:handed-in-decided': '核对手机上交的记录',
  'assessment:rated': '登记危险性评估',
  'assessment:reviewed': '定期评估',
  'assessment:examined': '健康体检',
  'regimen:ordered': '登记用药方案',
  'regimen:ended': '医嘱停药',
  'injection:recorded': '记录打针',
  'dispensing:recorded': '记录领药',
  'dispensing:arrived': '药已到家',
  'visits:checked-in': '随访签到',
  'visits:recorded': '记录随访',
  'visits:referred': '转诊',
  'visits:referral-moved': '转诊有进展',
  'visits:outcome': '了解处理结果',
  'visits:presence-confirmed': '确认到场',
  'visits:presence-disputed': '说明没有到场',
  'visits:confinement-found': '发现关锁',
  'visits:alert-closed': '关锁已处理',
  'visits:lost': '失访',
  'visits:period-entered': '进入特殊时期',
  'visits:period-left': '离开特殊时期',
  'visits:lost-report-issued': '发出失访报告',
  'visits:lost-report-void': '人有了下落，失访报告不再发',
  'medication:confirmed': '确认服药',
  'incidents:reported': '报告情况',
  'incidents:joined': '补充报告情况',
  'incidents:worsened': '情况变严重，重新通知',
  'incidents:escalated': '情况升级',
  'incidents:read': '看到情况',
  'incidents:acknowledged': '回应情况',
  'incidents:looked-back': '倒查',
  'agreements:drafted': '起草监护协议',
  'agreements:signed': '监护人签署协议',
  'agreements:countersigned': '乡镇签署协议',
  'agreements:closed': '协议到期',
  'agenda:called': '电话联系',
  'agenda:called-late': '电话联系（待办已结束，结果照记）',
  'care-team:seat-changed': '调整专班成员',
  'care-team:opened-in-emergency': '紧急打开档案',
  'care-team:case-team-proposed': '提议组建个案小组',
  'care-team:case-team-opened': '组建个案小组',
  'care-team:case-team-reviewed': '个案小组评审',
  'care-team:case-team-closed': '个案小组结束',
  'transfers:proposed': '提出跨县移交',
  'transfers:released': '放行到外县',
  'transfers:rejected': '外县退回移交',
  'transfers:withdrawn': '撤回跨县移交',
  'transfers:taken-over': '从外县接收',
  'reminders:held': '暂缓提醒',
  'reminders:hold-ended': '恢复提醒',
  'access:invited': '邀请监护人',
};
/** For acts that have no words of their own: at least whose work it was. */
const ROOMS: Readonly<Record<string, string>> = {
  registry: '办理档案事项',
  'care-team': '调整服务团队',
  visits: '办理随访',
  medication: '办理服药事项',
  assessment: '办理评估',
  regimen: '办理用药',
  injection: '办理用药',
  dispensing: '办理用药',
  incidents: '处置情况',
  agreements: '办理监护协议',
  applications: '办理奖补申请',
  appraisal: '办理履责认定',
  payouts: '办理奖补发放',
  rights: '办理权利事项',
  reminders: '办理提醒',
  agenda: '办理待办',
};

export const actInWords = (act: string): string => ACTS[act] ?? ROOMS[act.split(':')[0] ?? ''] ?? '其他操作';

/** Fields that other rooms keep old and new values of. */
const OTHER_FIELDS: Readonly<Record<string, string>> = {
  state: '状态',
  stateReason: '状态依据',
  reason: '理由',
  relation: '与患者关系',
  isPrimary: '主要监护人',
  guardian: '监护人',
  personId: '人员',
  guardianId: '监护人',
  since: '开始日期',
  until: '结束日期',
  kind: '类别',
  decision: '知情同意',
  villageId: '村(居)',
  drugs: '药',
  prescriber: '开方医生',
  hospital: '医院',
  note: '说明',
  callOutcome: '通话结果',
  livesTogether: '共同生活',
  reallyCares: '在照看',
  papers: '申请材料份数',
};
const OTHER_VALUES: Readonly<Record<string, string>> = { ...PATIENT_STATES, ...GUARDIAN_RELATIONS, ...CALL_OUTCOMES };

const isFileKey = (field: string): field is FileKey => (FILE_KEYS as readonly string[]).includes(field);

/** An order of medicine, as the audit keeps it. */
function drugsInWords(value: FieldValue): string {
  try {
    return (JSON.parse(String(value)) as Drug[]).map(drug => `${drug.name} ${doseInWords(drug)}`).join('；');
  } catch {
    return '未登记';
  }
}

/** One changed field: its label, and both values as people read them. */
export function changeInWords({ field, before, after }: HistoryRow['changes'][number]): { label: string; before: string; after: string } {
  const say = (value: FieldValue): string => {
    if (value === null) return '空';
    if (field === 'drugs') return drugsInWords(value);
    if (isFileKey(field)) return valueInWords(field, value) ?? '空';
    return typeof value === 'string' ? (OTHER_VALUES[value] ?? value) : String(value);
  };
  return {
    label: isFileKey(field) ? FILE_FIELDS[field].label : (OTHER_FIELDS[field] ?? '其他内容'),
    before: say(before),
    after: say(after),
  };
}
