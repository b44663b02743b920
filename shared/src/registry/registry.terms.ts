import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/registry.ts';

/** Where a person's file stands in its life. */
export const PATIENT_STATES = inLanguage(
  {
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
    /** A suspicion that no psychiatrist confirmed: closed, and its identity removed after the time that the retention policy names. */
    notConfirmed: '疑似未确认，已结案',
    /** Another file of the same person goes on; this one is kept for its history and shown in no list. */
    merged: '已并入另一份档案',
  },
  { en: en.PATIENT_STATES },
);
export type PatientState = keyof typeof PATIENT_STATES;

/** Where a file can begin, and what that says of the person. */
export const FIRST_STATES = ['suspected', 'registered', 'inCare'] as const satisfies readonly PatientState[];
export type FirstState = (typeof FIRST_STATES)[number];

export const SEXES = inLanguage({ male: '男', female: '女', unknown: '未知的性别', unstated: '未说明的性别' }, { en: en.SEXES });
export type Sex = keyof typeof SEXES;
