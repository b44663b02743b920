import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/rights.ts';

/** What is kept about a patient, by kind, in the order that it is shown. `why` names purpose and legal basis (Personal Information Protection Law, Art. 17). */
export const KEPT_GROUPS = inLanguage(
  {
    file: { what: '基本档案', why: '认定是谁、怎么联系；精神卫生法第55、56条，国家基本公共卫生服务规范' },
    guardians: { what: '监护人和代办人', why: '联系监护人、落实监护责任；民法典第28条，精神卫生法第49条' },
    team: { what: '关爱帮扶小组成员', why: '一人一专班，知道谁负责；国家基本公共卫生服务规范' },
    consents: { what: '知情同意记录', why: '参加社区管理要本人或监护人同意；个人信息保护法第13、29条' },
    medication: { what: '用药方案和服药确认', why: '按医嘱用药的随访指导；精神卫生法第55条' },
    visits: { what: '随访记录', why: '定期随访；精神卫生法第55条，国家基本公共卫生服务规范' },
    ratings: { what: '评估和病情分类', why: '决定随访次数和帮助方式，由医生判定；国家基本公共卫生服务规范' },
    incidents: { what: '情况报告和处置', why: '有危险时及时帮助；精神卫生法第28条' },
    agreements: { what: '监护协议和履责认定', why: '以奖代补；中综办〔2016〕1号' },
    payouts: { what: '奖补发放记录', why: '发放和对账；会计法，凭证保存 30 年' },
    attachments: { what: '照片和扫描件', why: '留存证明材料；仅限负责的人员查看' },
    handedIn: {
      what: '手机里没发出去、后来上交的记录',
      why: '账号停用时不丢失写好的内容，由办公室核对后采用或不采用；不采用的内容到期删除，个人信息保护法第19条',
    },
    requests: { what: '权利申请和答复', why: '答复您的申请；个人信息保护法第50条' },
  },
  { en: en.KEPT_GROUPS },
);
export type KeptGroup = keyof typeof KEPT_GROUPS;

/** Fields of the file that may be filled in, as a family calls them. */
export const FILE_FIELDS = inLanguage(
  {
    name: '姓名',
    idNumber: '身份证号',
    born: '出生日期',
    sex: '性别',
    phone: '电话',
    diagnosis: '诊断',
  },
  { en: en.FILE_FIELDS },
);
export type FileField = keyof typeof FILE_FIELDS;

/** What was looked at, in plain words; a read that has none of its own here is `other`. */
export const READ_WORDS = inLanguage(
  {
    'patient-file': '看了基本档案',
    'patient-list': '在名单里看到',
    'patient-search': '按姓名查找时看到',
    'phone-sync': '存到手机里，没有信号时用',
    'patient-record': '看了完整档案',
    'patient-history': '看了档案的修改记录',
    'patient-life': '看了档案的时间线',
    'patient-duplicates': '核对是不是同一个人',
    'patient-located': '查找档案在哪个乡镇',
    merge: '核对合并的档案',
    'merge-list': '核对合并的档案',
    guardians: '看了监护人',
    consents: '看了知情同意记录',
    moves: '看了迁移交接',
    assessments: '看了评估记录',
    'due-assessments': '在到期评估里看到',
    'band-proposals': '核对随访分级',
    'policy-preview': '试算政策变动时看到',
    team: '看了小组成员和电话',
    'medication-week': '看了服药情况',
    standing: '看了评估和分类',
    visit: '看了一次随访记录',
    'visit-list': '看了随访记录',
    incident: '看了一次情况报告',
    'incident-list': '在情况列表里看到',
    'tasks-today': '在当天的待办里看到',
    attachment: '打开了照片或扫描件',
    'attachment-list': '看了照片和扫描件的目录',
    request: '看了权利申请',
    'request-list': '在权利申请列表里看到',
    'handed-in': '核对手机上交的记录',
    'handed-in-list': '在手机上交的记录里看到',
    'break-glass-list': '复核紧急查看时看到',
    export: '下载了经批准的名单',
    readers: '看了“谁看过”',
    kept: '看了“记了些什么”',
    other: '查看了有关资料',
    emergency: '紧急打开档案（理由已记录，由县里复核）',
  },
  { en: en.READ_WORDS },
);
export type ReadKind = keyof typeof READ_WORDS;

/** The kind of a read whose kind is written in the log; a kind that is not told apart here is an other. */
export const readKind = (what: string): ReadKind => (Object.hasOwn(READ_WORDS, what) ? (what as ReadKind) : 'other');

/** Who reads without a post: the patient, a guardian, or somebody who held none on that day. */
export const READERS = inLanguage({ self: '本人', guardian: '监护人', member: '小组成员' }, { en: en.READERS });
export type ReaderKind = keyof typeof READERS;
