import { z } from 'zod';
import { Day, Words } from '../kernel/contract.ts';
import { STABILITY_KEYS } from '../policy/stability.terms.ts';
import { RISK_RATINGS } from '../registry/risk-rating.rules.ts';

/** A set of the form's codes: at least one, none twice. */
const codes = <T extends readonly number[]>(...all: T) =>
  z
    .array(z.literal(all))
    .min(1)
    .max(all.length)
    .refine(list => new Set(list).size === list.length, { message: 'the same code twice' });
const Condition = z.literal([1, 2, 3]);
const Count = z.int().min(0).max(999);
const Milligrams = z.number().min(0).max(100_000);

const Drug = z
  .strictObject({
    name: Words(40),
    morningMg: Milligrams.optional(),
    noonMg: Milligrams.optional(),
    eveningMg: Milligrams.optional(),
    /** Long-acting: every so many weeks, so many milligrams. */
    everyWeeks: z.int().min(1).max(26).optional(),
    eachMg: Milligrams.optional(),
  })
  .meta({ id: 'Drug' });
const Drugs = z.array(Drug).min(1).max(3);

/**
 * The core of the national follow-up form; numbers are the form's own codes (`visits.terms`). A blank is a blank: a field that was not
 * filled in is absent. `acuteReaction` and `seriousIllness` are not on the form, but its classification asks for them.
 */
const Done = z.strictObject({
  result: z.literal('done'),
  form: z.literal([1, 2, 3]),
  respondents: codes(1, 2, 3),
  /** The highest level since the visit before. */
  risk: z.literal(RISK_RATINGS),
  /** Empty = none was found; absent = not filled in. */
  symptoms: codes(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12).or(z.tuple([])).optional(),
  insight: z.literal([1, 2, 3]).optional(),
  sleep: Condition.optional(),
  appetite: Condition.optional(),
  functions: z
    .strictObject({
      selfCare: Condition.optional(),
      housework: Condition.optional(),
      work: z.literal([1, 2, 3, 9]).optional(),
      learning: Condition.optional(),
      social: Condition.optional(),
    })
    .optional(),
  /** Absent = not filled in; `{}` = none happened. */
  dangerousActs: z
    .strictObject({
      mildDisturbance: Count.optional(),
      troubleMaking: Count.optional(),
      seriousHarm: Count.optional(),
      otherHarm: Count.optional(),
      selfHarm: Count.optional(),
      suicideAttempt: Count.optional(),
    })
    .optional(),
  confinement: z.literal([1, 2, 3]).optional(),
  hospitalisation: z.literal([0, 1, 2]).optional(),
  lastDischargedOn: Day.optional(),
  labTest: z.literal([1, 2]).optional(),
  adherence: z.literal([1, 2, 3, 4]).optional(),
  adverseReaction: z.literal([1, 2, 9]).optional(),
  acuteReaction: z.boolean().optional(),
  seriousIllness: z.boolean().optional(),
  effect: z.literal([1, 2, 3, 4, 9]).optional(),
  referral: z.literal([1, 2]).optional(),
  referralReason: Words(200).optional(),
  referralTo: Words(60).optional(),
  /** 用药情况: what is taken; 用药指导: what is advised from now on. */
  drugs: Drugs.optional(),
  advisedDrugs: Drugs.optional(),
  rehabilitation: codes(1, 2, 3, 4, 5).optional(),
  /** 随访分类. The doctor decides; anybody else's counts when it is the more serious one. */
  stability: z.enum(STABILITY_KEYS),
  /** Required when `stability` is not the proposed one. */
  overrideReason: Words(200).optional(),
  /** 下次随访日期 when sooner than the rule's. */
  nextDueOn: Day.optional(),
  note: Words(1000).optional(),
});
const Missed = z.strictObject({ result: z.literal('missed'), form: z.literal([1, 2, 3]), note: Words(1000).optional() });
const Lost = z.strictObject({ result: z.literal('lost'), lostReason: z.literal([1, 2, 3, 4, 5]), note: Words(1000).optional() });
const Deceased = z.strictObject({
  result: z.literal('deceased'),
  diedOn: Day,
  deathCause: z.literal([1, 2, 3, 4, 5, 6]),
  /** When the cause is a bodily illness. */
  fatalIllness: z.literal([1, 2, 3, 4, 5, 6, 7, 8]).optional(),
  note: Words(1000).optional(),
});

export const VisitRecord = z.discriminatedUnion('result', [Done, Missed, Lost, Deceased]).meta({ id: 'VisitRecord' });
export type VisitRecordBody = z.infer<typeof VisitRecord>;
export type DoneRecord = z.infer<typeof Done>;
