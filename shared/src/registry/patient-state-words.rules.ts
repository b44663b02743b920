import { compactText } from '../kernel/plain-text.ts';
import { PATIENT_STATES, type PatientState } from './registry.terms.ts';

/** A file that is merged is on no list, and nobody writes so. */
type Listed = Exclude<PatientState, 'merged'>;

/** How lists write them beside our own words; what is not here is not understood, never guessed. */
const WRITTEN: Readonly<Record<Listed, readonly string[]>> = {
  suspected: ['疑似患者', '疑似病人'],
  registered: ['登记', '登记在册', '在册', '已建档', '未纳管'],
  inCare: ['在管患者', '已纳管', '纳管', '管理中', '居家', '在家', '在家管理'],
  away: ['外出务工', '外出打工'],
  lostToFollowUp: ['失访患者', '失联', '下落不明'],
  missing: ['走失未归'],
  hospitalised: ['住院治疗', '在院', '住院中'],
  inCustody: ['羁押', '服刑', '在押'],
  compulsoryMedical: ['强制医疗中'],
  compulsoryDrugRehab: ['强制戒毒', '强戒'],
  deceased: ['已死亡', '去世', '已去世', '已故'],
  movedOut: ['已迁出', '迁移', '已迁移'],
  notConfirmed: ['排除', '未确诊', '疑似未确认'],
};
const BY_WORD = new Map(
  (Object.keys(WRITTEN) as Listed[]).flatMap(state =>
    [PATIENT_STATES[state], ...WRITTEN[state]].map(word => [compactText(word), state] as const),
  ),
);

/** The state that a list writes of a patient; null when the words are not known. */
export const readPatientState = (written: string): PatientState | null => BY_WORD.get(compactText(written)) ?? null;
