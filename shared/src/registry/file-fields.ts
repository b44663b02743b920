import { DANGEROUS_ACTS, SYMPTOMS } from '../visits/visits.terms.ts';
import { ECONOMIES, HAVING, YES_OR_NO } from './answers.terms.ts';
import { DIAGNOSES } from './diagnosis.rules.ts';
import { ETHNICITIES } from './ethnicity.terms.ts';
import { ID_TYPES } from './id-document.rules.ts';
import * as terms from './record.terms.ts';
import { SEXES } from './registry.terms.ts';

/*
 * The file of a person, field by field: the supplement record (个人信息补充表) of the national norm and what the national system asks beyond it.
 * Guardians, consent, visits and ratings are kept with who, when and how long, so they stand in tables of their own and not here.
 */

export const FILE_SECTIONS = {
  person: '基本信息',
  household: '户籍与住址',
  illness: '病史与治疗',
  danger: '患病对家庭和社会的影响',
  support: '救助与服务',
  opinion: '专科医生意见',
} as const;
export type FileSection = keyof typeof FILE_SECTIONS;

/**
 * What a field holds: one code of a list, several of them, a number of times, a date as far as it is known, or words.
 * `number` and `area` are words of a fixed form: a telephone number, a code of an area.
 */
export type FieldKind =
  | {
      readonly kind: 'code';
      readonly options: Readonly<Record<string, string>>;
      /** National codes of options whose keys are words of ours; null where the nation has none. */
      readonly national?: Readonly<Record<string, string | null>>;
    }
  | { readonly kind: 'codes'; readonly options: Readonly<Record<string, string>> }
  | { readonly kind: 'count' }
  | { readonly kind: 'date' }
  | { readonly kind: 'words'; readonly most: number }
  | { readonly kind: 'telephone' }
  | { readonly kind: 'area' };
export type FileField = FieldKind & { readonly section: FileSection; readonly label: string };

const field = (section: FileSection, label: string, kind: FieldKind): FileField => ({ section, label, ...kind });
const code = (options: Readonly<Record<string, string>>, national?: Readonly<Record<string, string | null>>): FieldKind => ({
  kind: 'code',
  options,
  ...(national && { national }),
});
const codes = (options: Readonly<Record<string, string>>): FieldKind => ({ kind: 'codes', options });
const words = (most: number): FieldKind => ({ kind: 'words', most });
const count: FieldKind = { kind: 'count' };
const date: FieldKind = { kind: 'date' };
const telephone: FieldKind = { kind: 'telephone' };
const area: FieldKind = { kind: 'area' };
const column = <Row, Cell>(table: Readonly<Record<string, Row>>, pick: (row: Row) => Cell): Readonly<Record<string, Cell>> =>
  Object.fromEntries(Object.entries(table).map(([key, row]) => [key, pick(row)]));

/** Fields of the person's own row, by which the file is found and other rooms call the person. */
const PERSON_FIELDS = {
  name: field('person', '姓名', words(30)),
  idType: field(
    'person',
    '证件类型',
    code(
      column(ID_TYPES, one => one.label),
      column(ID_TYPES, one => one.code),
    ),
  ),
  idNumber: field('person', '证件号码', words(30)),
  // The sexes are numbered by GB/T 2261.1, disorders by their ICD-10 blocks.
  sex: field('person', '性别', code(SEXES, { male: '1', female: '2', unknown: '0', unstated: '9' })),
  born: field('person', '出生日期', date),
  phone: field('person', '本人电话', telephone),
  address: field('household', '现住址', words(120)),
  diagnosis: field(
    'illness',
    '目前诊断',
    code(
      column(DIAGNOSES, one => one.label),
      column(DIAGNOSES, one => one.icd10),
    ),
  ),
} as const;
export type PersonField = keyof typeof PERSON_FIELDS;

/** Fields of the supplement record. */
const RECORD_FIELDS = {
  ethnicity: field('person', '民族', code(ETHNICITIES)),
  education: field('person', '文化程度', code(terms.EDUCATIONS)),
  maritalStatus: field('person', '婚姻状况', code(terms.MARITAL_STATUSES)),
  employment: field('person', '就业情况', code(terms.EMPLOYMENTS)),
  householdKind: field('household', '户别', code(terms.HOUSEHOLD_KINDS)),
  permanentAreaCode: field('household', '户籍地区划代码', area),
  permanentAddress: field('household', '户籍地址', words(120)),
  currentAreaCode: field('household', '现住地区划代码', area),
  guardianAddress: field('household', '监护人住址', words(120)),
  villageContact: field('household', '辖区村(居)委会联系人', words(30)),
  villageContactPhone: field('household', '村(居)委会联系电话', telephone),
  firstOnset: field('illness', '初次发病时间', date),
  familyHistory: field('illness', '精神疾病家族史', code(terms.FAMILY_HISTORIES)),
  pastSymptoms: field('illness', '既往主要症状', codes(SYMPTOMS)),
  pastSymptomsOther: field('illness', '既往其他症状', words(200)),
  pastConfinement: field('illness', '既往关锁情况', code(terms.PAST_CONFINEMENTS)),
  outpatientTreatment: field('illness', '既往门诊治疗', code(terms.OUTPATIENT_TREATMENTS)),
  firstMedicatedOn: field('illness', '首次抗精神病药治疗时间', date),
  hospitalisations: field('illness', '住院次数', count),
  diagnosedBy: field('illness', '确诊医院', words(60)),
  diagnosedOn: field('illness', '确诊日期', date),
  latestEffect: field('illness', '最近一次治疗效果', code(terms.LATEST_EFFECTS)),
  mildDisturbance: field('danger', `${DANGEROUS_ACTS.mildDisturbance}次数`, count),
  troubleMaking: field('danger', `${DANGEROUS_ACTS.troubleMaking}次数`, count),
  seriousHarm: field('danger', `${DANGEROUS_ACTS.seriousHarm}次数`, count),
  otherHarm: field('danger', `${DANGEROUS_ACTS.otherHarm}次数`, count),
  selfHarm: field('danger', `${DANGEROUS_ACTS.selfHarm}次数`, count),
  suicideAttempt: field('danger', `${DANGEROUS_ACTS.suicideAttempt}次数`, count),
  economy: field('support', '经济状况', code(ECONOMIES)),
  rewardSubject: field('support', '以奖代补对象', code(YES_OR_NO)),
  disabilityCertificate: field('support', '残疾证', code(HAVING)),
  disabilityNumber: field('support', '残疾证号', words(30)),
  disabilityGrade: field('support', '残疾等级', code(terms.DISABILITY_GRADES)),
  familyDoctor: field('support', '家庭医生签约', code(YES_OR_NO)),
  communityRehabilitation: field('support', '参加社区康复', code(YES_OR_NO)),
  psychiatristOpinion: field('opinion', '专科医生的意见', words(1000)),
  filledOn: field('opinion', '填表日期', date),
  filledBy: field('opinion', '填表医生', words(30)),
} as const;
export type RecordField = keyof typeof RECORD_FIELDS;

export const FILE_FIELDS: Readonly<Record<FileKey, FileField>> = { ...PERSON_FIELDS, ...RECORD_FIELDS };
export type FileKey = PersonField | RecordField;
export const FILE_KEYS = Object.keys(FILE_FIELDS) as readonly FileKey[];
export const RECORD_KEYS = Object.keys(RECORD_FIELDS) as readonly RecordField[];

/** A value as it is kept and sent: a code, codes, a number of times, words; null is a blank. */
export type FieldValue = string | readonly string[] | number | null;
export type FileValues = Readonly<Record<FileKey, FieldValue>>;
/** Some fields, to set them; null makes a field blank again. */
export type FileChange = { readonly [K in FileKey]?: FieldValue | undefined };
