import { z } from 'zod';
import { FenAmount, keysOf, Words } from '../kernel/contract.ts';
import {
  BENEFITS,
  FACT_ANSWERS,
  RELIEF_FACTS,
  RELIEF_OFFICES,
  type Benefit,
  type FactAnswer,
  type ReliefFact,
  type ReliefOffice,
} from '../relief/relief.terms.ts';

const WorkingDays = z.int().min(1).max(60);
const Percent = z.int().min(0).max(100);
const Conditions = z
  .array(z.strictObject({ fact: keysOf<ReliefFact>(RELIEF_FACTS), is: keysOf<FactAnswer>(FACT_ANSWERS) }))
  .max(10)
  .readonly();
/** What a county says of one benefit; a family reads it with what it could have. */
export const BenefitTermsBody = z.strictObject({
  offered: z.boolean(),
  all: Conditions,
  any: Conditions,
  papers: z.array(Words(40)).max(10).readonly(),
  office: keysOf<ReliefOffice>(RELIEF_OFFICES),
  workingDays: WorkingDays,
  fastWorkingDays: WorkingDays.optional(),
  termMonths: z.int().min(1).max(240).optional(),
});
const Tariff = z.strictObject({ deductibleFen: FenAmount, percent: Percent, capFen: FenAmount.optional() });
export const ReimbursementBody = z.strictObject({ ordinary: Tariff, special: Tariff, medicalReliefPercent: Percent, restPercent: Percent });
const benefits = Object.fromEntries(Object.keys(BENEFITS).map(key => [key, BenefitTermsBody])) as {
  [B in Benefit]: typeof BenefitTermsBody;
};

export const ReliefBody = z.strictObject({
  kind: z.literal('relief'),
  benefits: z.strictObject(benefits),
  forwardDays: WorkingDays,
  objectDays: WorkingDays,
  answerDays: WorkingDays,
  renewDays: z.int().min(1).max(120),
  reimbursement: ReimbursementBody,
});
