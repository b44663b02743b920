import type { ReliefFact } from '../relief/relief.terms.ts';
import type { ReliefCondition, ReliefPolicy } from './relief-policy.terms.ts';

const where = (...facts: readonly ReliefFact[]): readonly ReliefCondition[] => facts.map(fact => ({ fact, is: 'yes' }));
const ID = '身份证、户口本';
const DIAGNOSIS = '诊断证明或病历';

/**
 * What a county starts from. That the special outpatient tariff has no deductible and pays 90 percent, and that it and the certificate have a
 * fast lane, is the county departments' duty list's; days, papers and the other percentages are no source's and each county's to set.
 */
export const SHIPPED_RELIEF: ReliefPolicy = {
  kind: 'relief',
  benefits: {
    minimumLiving: {
      offered: true,
      all: where('local', 'lowIncome'),
      any: [],
      papers: [ID, '收入情况说明'],
      office: 'civilAffairsOffice',
      workingDays: 30,
      termMonths: 12,
    },
    extremeHardship: {
      offered: true,
      all: where('local', 'noMeans', 'noSupporter'),
      any: [],
      papers: [ID, '生活情况说明'],
      office: 'civilAffairsOffice',
      workingDays: 30,
    },
    temporaryRelief: {
      offered: true,
      all: [],
      any: where('suddenHardship', 'homeless'),
      papers: ['身份证（没有的先办，以后补）', '遇到什么困难的说明'],
      office: 'civilAffairsOffice',
      workingDays: 10,
      fastWorkingDays: 1,
    },
    medicalRelief: {
      offered: true,
      all: where('disorder'),
      any: where('poor', 'hasMinimumLiving', 'hasExtremeHardship'),
      papers: [ID, DIAGNOSIS, '住院或门诊票据', '医保结算单'],
      office: 'civilAffairsOffice',
      workingDays: 20,
    },
    insuranceSubsidy: {
      offered: true,
      all: [],
      any: where('poor', 'hasMinimumLiving', 'hasExtremeHardship'),
      papers: [ID],
      office: 'civilAffairsOffice',
      workingDays: 20,
      termMonths: 12,
    },
    specialOutpatient: {
      offered: true,
      all: where('disorder', 'insured'),
      any: [],
      papers: ['身份证、医保卡', DIAGNOSIS],
      office: 'socialSecurityOffice',
      workingDays: 15,
      fastWorkingDays: 3,
      termMonths: 24,
    },
    disabilityCertificate: {
      offered: true,
      all: [...where('disorder'), { fact: 'certified', is: 'no' }],
      any: [],
      papers: [ID, '两张照片', DIAGNOSIS],
      office: 'disabledFederation',
      workingDays: 30,
      fastWorkingDays: 10,
      termMonths: 120,
    },
    nursingSubsidy: {
      offered: true,
      all: where('certified', 'severe'),
      any: [],
      papers: [ID, '残疾证', '银行卡'],
      office: 'disabledFederation',
      workingDays: 20,
      termMonths: 12,
    },
    outpatientRest: {
      offered: true,
      all: where('certified', 'treated'),
      any: [],
      papers: ['残疾证', '门诊票据', '医保结算单'],
      office: 'disabledFederation',
      workingDays: 20,
    },
    freeMedicine: {
      offered: true,
      all: where('disorder'),
      any: [],
      papers: ['身份证', DIAGNOSIS],
      office: 'townHealthCenter',
      workingDays: 5,
    },
    freeExam: { offered: true, all: where('disorder'), any: [], papers: [], office: 'townHealthCenter', workingDays: 5 },
    reward: { offered: true, all: [], any: [], papers: [], office: 'civilAffairsOffice', workingDays: 25 },
  },
  forwardDays: 5,
  objectDays: 20,
  answerDays: 15,
  renewDays: 30,
  reimbursement: {
    ordinary: { deductibleFen: 10_000, percent: 50, capFen: 50_000 },
    special: { deductibleFen: 0, percent: 90 },
    medicalReliefPercent: 70,
    restPercent: 100,
  },
};
