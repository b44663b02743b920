/**
 * On what ground somebody is in hospital: of their own will, or one of the two exceptions of the Mental Health Law, Art. 30. The software
 * asks which; it never orders an admission.
 */
export const ADMISSION_GROUNDS = {
  voluntary: '本人自愿',
  dangerToSelf: '有伤害自己的行为或危险',
  dangerToOthers: '有伤害他人的行为或危险',
} as const;
export type AdmissionGround = keyof typeof ADMISSION_GROUNDS;
export const ADMISSION_GROUND_KEYS = ['voluntary', 'dangerToSelf', 'dangerToOthers'] as const satisfies readonly AdmissionGround[];

/** What the law asks for in each case, in plain words. */
export const GROUND_MEANINGS: Readonly<Record<AdmissionGround, string>> = {
  voluntary: '本人同意并自己办理；本人可以随时要求出院',
  dangerToSelf: '须经监护人同意；监护人不同意的不得住院，监护人可以随时要求出院（精神卫生法第三十一条、第四十四条）',
  dangerToOthers:
    '要有精神科医师的诊断结论；本人或监护人可在三日内要求再次诊断；监护人不办理的，由村（居）委会办理并在病历中记录（第三十二条、第三十六条）',
};

/** Who agreed to, or went through with, the admission. */
export const ADMISSION_SIGNERS = { patient: '本人', guardian: '监护人', committee: '村（居）委会' } as const;
export type AdmissionSigner = keyof typeof ADMISSION_SIGNERS;
export const ADMISSION_SIGNER_KEYS = ['patient', 'guardian', 'committee'] as const satisfies readonly AdmissionSigner[];

export const ADMISSION_STATES = {
  inHospital: '住院中',
  rediagnosing: '住院中，等再次诊断',
  confirmed: '住院中，再次诊断已确认',
  toRelease: '再次诊断未确认，应当放人',
  discharged: '已出院，等医生接收',
  received: '已交接到社区',
  ended: '已随档案结束',
} as const;
export type AdmissionState = keyof typeof ADMISSION_STATES;
export const ADMISSION_STATE_KEYS = [
  'inHospital',
  'rediagnosing',
  'confirmed',
  'toRelease',
  'discharged',
  'received',
  'ended',
] as const satisfies readonly AdmissionState[];

/** What happens on the way; each is a row that stays. */
export const ADMISSION_STEPS = {
  admitted: '住院',
  askRediagnosis: '要求再次诊断',
  confirm: '再次诊断：确认',
  notConfirm: '再次诊断：没有确认',
  discharge: '出院',
  receive: '社区接收',
} as const;
export type AdmissionStep = keyof typeof ADMISSION_STEPS;
export const REDIAGNOSIS_STEP_KEYS = ['askRediagnosis', 'confirm', 'notConfirm'] as const satisfies readonly AdmissionStep[];

export const DISCHARGE_REASONS = {
  better: '治疗好转，医院同意出院',
  patientAsked: '本人要求出院',
  guardianAsked: '监护人要求出院',
  notConfirmed: '再次诊断没有确认',
  moved: '转到其他医院',
} as const;
export type DischargeReason = keyof typeof DISCHARGE_REASONS;
export const DISCHARGE_REASON_KEYS = [
  'better',
  'patientAsked',
  'guardianAsked',
  'notConfirmed',
  'moved',
] as const satisfies readonly DischargeReason[];

/** Why a stay is over: a discharge was recorded, or what is known of the patient's life says so. */
export const STAY_ENDS = {
  ...DISCHARGE_REASONS,
  visit: '随访得知已经出院，还没有医院的交接',
  death: '本人去世',
  left: '迁出本县',
} as const;
export type StayEnd = keyof typeof STAY_ENDS;
export const STAY_END_KEYS = [...DISCHARGE_REASON_KEYS, 'visit', 'death', 'left'] as const satisfies readonly StayEnd[];
