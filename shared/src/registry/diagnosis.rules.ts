import { compactText } from '../kernel/plain-text.ts';

/** The six disorders that the national norm registers, with their name there and their ICD-10 block. */
export const DIAGNOSES = {
  schizophrenia: { label: '精神分裂症', icd10: 'F20' },
  schizoaffective: { label: '分裂情感性障碍', icd10: 'F25' },
  delusional: { label: '偏执性精神病', icd10: 'F22' },
  bipolar: { label: '双相(情感)障碍', icd10: 'F31' },
  epilepticPsychosis: { label: '癫痫所致精神障碍', icd10: 'F06.8' },
  idWithPsychosis: { label: '精神发育迟滞伴发精神障碍', icd10: 'F70–F79' },
} as const;
export type Diagnosis = keyof typeof DIAGNOSES;
export const DIAGNOSIS_CODES = Object.keys(DIAGNOSES) as readonly Diagnosis[];

/** How lists write them; a name that is not here is asked about, never guessed. */
const WRITTEN: Readonly<Record<Diagnosis, readonly string[]>> = {
  schizophrenia: ['精神分裂症', '精神分裂', '精分', '精分症', '精神分裂病', '未分化型精神分裂症', '偏执型精神分裂症'],
  schizoaffective: ['分裂情感性障碍', '分裂情感障碍', '分裂情感性精神病', '分裂情感性精神障碍'],
  delusional: ['偏执性精神病', '偏执性精神障碍', '偏执型精神病', '持久的妄想性障碍', '妄想性障碍'],
  bipolar: ['双相情感障碍', '双相障碍', '双相(情感)障碍', '双向情感障碍', '双向障碍', '双相', '躁狂抑郁症', '躁郁症'],
  epilepticPsychosis: ['癫痫所致精神障碍', '癫痫所致的精神障碍', '癫痫性精神病', '癫痫伴发精神障碍', '癫痫精神障碍'],
  idWithPsychosis: [
    '精神发育迟滞伴发精神障碍',
    '精神发育迟滞伴精神障碍',
    '精神发育迟滞(伴发精神障碍)',
    '精神发育迟缓伴发精神障碍',
    '智力障碍伴发精神障碍',
  ],
};
const BY_NAME = new Map(DIAGNOSIS_CODES.flatMap(code => WRITTEN[code].map(name => [name, code] as const)));

/** 'F20', 'F20.0', 'F06.813': the block decides. */
function byIcd10(code: string): Diagnosis | null {
  if (/^F06\.8\d*$/.test(code)) return 'epilepticPsychosis';
  const block = /^F(\d{2})(?:\.\d{1,3})?$/.exec(code)?.[1];
  if (block === undefined) return null;
  if (block.startsWith('7')) return 'idWithPsychosis';
  return DIAGNOSIS_CODES.find(one => DIAGNOSES[one].icd10 === `F${block}`) ?? null;
}

/** The disorder that a list names, by its common names or ICD-10 code or both (F20 精神分裂症); null when unknown or contradictory. */
export function readDiagnosis(written: string): Diagnosis | null {
  const bare = compactText(written);
  const icd = /F\d{2}(?:\.\d{1,3})?/i.exec(bare)?.[0] ?? null;
  const name = (icd === null ? bare : bare.replace(icd, '')).replace(/^[-–—:、.,]+|[-–—:、.,]+$/g, '').replace(/^\(\)|\(\)$/g, '');
  const byName = BY_NAME.get(name) ?? null;
  if (icd === null) return byName;
  const byCode = byIcd10(icd.toUpperCase());
  if (name === '') return byCode;
  return byCode === byName ? byCode : null;
}
