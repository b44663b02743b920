import type { FileKey } from '../registry/file-fields.ts';
import type { OutsideSystem } from './exchange.terms.ts';

/** Where a field of our file stands in the form that a system outside takes. */
type FieldPlace = {
  readonly field: FileKey;
  /** The item as the form prints it. */
  readonly item: string;
};
type FieldMap = {
  readonly system: OutsideSystem;
  /** The form that the items are of. */
  readonly form: string | null;
  readonly fields: readonly FieldPlace[];
  /** Said where the map is shown. */
  readonly note: string;
};

/** 严重精神障碍患者个人信息补充表 of the national norm (国家基本公共卫生服务规范), item by item. */
const NATIONAL: readonly (readonly [FileKey, string])[] = [
  ['name', '姓名'],
  ['idNumber', '身份证号'],
  ['sex', '性别'],
  ['born', '出生日期'],
  ['phone', '本人电话'],
  ['address', '现住址'],
  ['ethnicity', '民族'],
  ['education', '文化程度'],
  ['maritalStatus', '婚姻状况'],
  ['guardianAddress', '监护人住址'],
  ['villageContact', '辖区村（居）委会联系人'],
  ['villageContactPhone', '辖区村（居）委会联系电话'],
  ['householdKind', '户别'],
  ['employment', '就业情况'],
  ['firstOnset', '初次发病时间'],
  ['pastSymptoms', '既往主要症状'],
  ['pastSymptomsOther', '既往主要症状：其他'],
  ['pastConfinement', '既往关锁情况'],
  ['outpatientTreatment', '既往治疗情况：门诊'],
  ['firstMedicatedOn', '首次抗精神病药治疗时间'],
  ['hospitalisations', '既往治疗情况：住院次数'],
  ['diagnosis', '目前诊断情况：诊断'],
  ['diagnosedBy', '目前诊断情况：确诊医院'],
  ['diagnosedOn', '目前诊断情况：确诊日期'],
  ['latestEffect', '最近一次治疗效果'],
  ['mildDisturbance', '危险行为：轻度滋事'],
  ['troubleMaking', '危险行为：肇事'],
  ['seriousHarm', '危险行为：肇祸'],
  ['otherHarm', '危险行为：其他危害行为'],
  ['selfHarm', '危险行为：自伤'],
  ['suicideAttempt', '危险行为：自杀未遂'],
  ['economy', '经济状况'],
  ['psychiatristOpinion', '专科医生的意见'],
  ['filledOn', '填表日期'],
  ['filledBy', '医生签字'],
];

/** Which field goes where, by system. A county that is given the layout of its police system adds it here. */
export const FIELD_MAPS: Readonly<Record<OutsideSystem, FieldMap>> = {
  national: {
    system: 'national',
    form: '严重精神障碍患者个人信息补充表',
    fields: NATIONAL.map(([field, item]) => ({ field, item })),
    note: '按国家规范的表格逐项对应，由精防医生在国家系统录入；本系统不直接连接国家系统。',
  },
  police: {
    system: 'police',
    form: null,
    fields: [],
    note: '公安信息系统的字段没有公开，这里没有对应表。拿到当地公安的格式后再补，在此之前只登记录入与否。',
  },
};
