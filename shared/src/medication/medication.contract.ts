import { z } from 'zod';
import { contract, Day, IdText, Instant } from '../kernel/contract.ts';
import { PAUSES } from '../registry/care-history.rules.ts';
import * as routes from './medication.routes.ts';
import { MEDICATION_ANSWER_KEYS, NOT_TAKEN_REASON_KEYS, STRIP_STATES } from './medication.terms.ts';

const Answer = z.enum(MEDICATION_ANSWER_KEYS);
const Why = z.enum(NOT_TAKEN_REASON_KEYS);
const Confirm = z
  .strictObject({
    /** The day whose medicine it is about. */
    on: Day,
    answer: Answer,
    /** Why it was not, or not all, taken. Nobody has to say. */
    why: Why.optional(),
    /** When the guardian tapped, by the phone's clock; the server keeps its own time too. */
    at: Instant,
  })
  .refine(({ answer, why }) => answer !== 'taken' || why === undefined, { path: ['why'], message: 'nothing to explain' });
const Confirmed = z
  .object({
    on: Day,
    answer: Answer,
    why: Why.nullable(),
    /** Said for a day that was over. */
    backfilled: z.boolean(),
    confirmedAt: Instant,
  })
  .meta({ id: 'MedicationConfirmation' });
const Week = z.object({
  today: Day,
  monday: Day,
  /** Monday to Sunday. */
  days: z.array(
    z.object({
      on: Day,
      state: z.enum(STRIP_STATES),
      why: Why.nullable(),
      /** Said for a day that was over. */
      backfilled: z.boolean(),
      /** Whether the reader may answer, or correct the answer of, this day now. */
      answerable: z.boolean(),
    }),
  ),
  /** Why nobody is asked today; null while the family is. */
  pause: z.enum(PAUSES).nullable(),
  /** The first day without medicine at home, once it is so near that somebody fetches more; null while nobody has to think of it. */
  runsOutOn: Day.nullable(),
});
const WeekQuery = z.strictObject({
  /** Any day of the week asked for; this week when absent. */
  of: Day.optional(),
});
const params = z.strictObject({ patientId: IdText });

export const confirmMedicationContract = contract({
  route: routes.confirmMedication,
  summary: 'A guardian says whether a day’s medicine was taken, or corrects what they said',
  door: 'medication:confirm',
  params,
  body: Confirm,
  answer: Confirmed,
  refusals: ['CONFIRMATION_TOO_EARLY', 'CONFIRMATION_TOO_LATE', 'CONFIRMED_BY_ANOTHER', 'NO_MEDICINE_ORDERED', 'STALE'],
  once: true,
});
export const readMedicationWeekContract = contract({
  route: routes.readMedicationWeek,
  summary: 'A week of medicine, Monday to Sunday',
  door: 'medication:read',
  params,
  query: WeekQuery,
  answer: Week,
  refusals: [],
});

export type ConfirmBody = z.input<typeof Confirm>;
export type ConfirmAnswer = z.infer<typeof Confirmed>;
export type WeekQuery = z.input<typeof WeekQuery>;
export type WeekAnswer = z.infer<typeof Week>;
