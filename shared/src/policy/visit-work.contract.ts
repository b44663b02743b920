import { z } from 'zod';
import { Words } from '../kernel/contract.ts';
import { FIELD_KINDS } from './form-field.terms.ts';

const Code = z.union([Words(20), z.int().min(0).max(999)]);
const Points = z.array(z.int().min(0).max(100)).min(1).max(10).readonly();
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const FieldKey = z.string().regex(/^[a-z][a-zA-Z0-9]{0,39}$/);
const Options = z
  .array(z.strictObject({ code: Code, label: Words(30) }))
  .min(1)
  .max(20)
  .readonly();

/** A field of a form, as data. */
export const FormFieldBody = z
  .strictObject({
    key: FieldKey,
    label: Words(40),
    section: FieldKey,
    kind: z.enum(FIELD_KINDS),
    options: Options.optional(),
    rows: z
      .array(z.strictObject({ key: FieldKey, label: Words(30), options: Options.optional() }))
      .max(20)
      .readonly()
      .optional(),
    required: z.boolean().optional(),
    mayBeNone: z.boolean().optional(),
    when: z
      .array(
        z.strictObject({
          field: FieldKey,
          is: z
            .array(z.union([Code, z.boolean()]))
            .min(1)
            .max(20)
            .readonly(),
        }),
      )
      .max(5)
      .readonly()
      .optional(),
    most: z.int().min(0).max(1_000_000).optional(),
    least: z.int().min(0).max(1_000_000).optional(),
    help: Words(100).optional(),
  })
  .meta({ id: 'FormField' });

export const VisitFormBody = z.strictObject({ kind: z.literal('visitForm'), fields: z.array(FormFieldBody).max(40).readonly() });

export const VisitWorkBody = z.strictObject({
  kind: z.literal('visitWork'),
  place: z.enum(['fuzzy', 'precise']),
  farFromHomeMetres: z.int().min(500).max(100_000),
  homeFromVisits: z.int().min(1).max(5),
  tooFastMinutes: z.int().min(0).max(60),
  tooCloseMinutes: z.int().min(0).max(120),
  hoursFrom: ClockTime,
  hoursUntil: ClockTime,
  sameTextFrom: z.int().min(1).max(100),
  lateAfterDays: z.int().min(0).max(30),
  retryDays: z.int().min(1).max(14),
  lostAfterMisses: z.int().min(2).max(10),
  lostAfterMonths: z.int().min(1).max(6),
  unlockHours: z.int().min(1).max(168),
  twoFromRisk: z.int().min(0).max(5),
  checkOutMinutes: z.int().min(15).max(480),
  helpAfterMinutes: z.int().min(5).max(120),
  score: z.strictObject({ risk: Points, guardianDuty: Points, medication: Points, symptoms: Points, situation: Points }),
});
