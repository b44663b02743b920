/** Where a person's file stands in its life. */
export const PATIENT_STATES = {
  suspected: '疑似',
  registered: '已登记',
  inCare: '在管',
  away: '外出',
  lostToFollowUp: '失访',
  missing: '走失',
  hospitalised: '住院',
  inCustody: '羁押服刑',
  compulsoryMedical: '强制医疗',
  compulsoryDrugRehab: '强制隔离戒毒',
  deceased: '死亡',
  movedOut: '迁出',
} as const;
export type PatientState = keyof typeof PATIENT_STATES;

export const SEXES = { male: '男', female: '女' } as const;
export type Sex = keyof typeof SEXES;
