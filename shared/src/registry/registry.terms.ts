/** Where a person's file stands in its life; more states follow with the moves that lead to them. */
export const PATIENT_STATES = {
  inCare: '在管',
  hospitalised: '住院',
  away: '外出',
  lostToFollowUp: '失访',
  deceased: '死亡',
} as const;
export type PatientState = keyof typeof PATIENT_STATES;

export const SEXES = { male: '男', female: '女' } as const;
export type Sex = keyof typeof SEXES;
