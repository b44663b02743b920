import { z } from 'zod';
import { contract, Day, IdPageQuery, IdText, Instant, keysOf, PageOf, Words } from '../kernel/contract.ts';
import { isDosed, MOST_DRUGS } from './dose.rules.ts';
import { NOT_TAKEN_REASON_KEYS, REGIMEN_END_REASONS, REGIMEN_SOURCE_KEYS, REGULARITY_KEYS } from './medication.terms.ts';
import * as routes from './regimen.routes.ts';
import { DispensingView, InjectionView } from './supply.contract.ts';

const Milligrams = z.number().min(0).max(100_000).multipleOf(0.001);
export const Drug = z
  .strictObject({
    name: Words(40),
    morningMg: Milligrams.optional(),
    noonMg: Milligrams.optional(),
    eveningMg: Milligrams.optional(),
    /** Long-acting: `eachMg` every so many weeks. */
    everyWeeks: z.int().min(1).max(26).optional(),
    eachMg: Milligrams.optional(),
  })
  .refine(isDosed, { message: 'taken daily or injected, with a dose' })
  .meta({ id: 'OrderedDrug' });
const Drugs = z
  .array(Drug)
  .min(1)
  .max(MOST_DRUGS)
  .refine(drugs => new Set(drugs.map(drug => drug.name)).size === drugs.length, { message: 'the same drug twice' });

const SetRegimen = z.strictObject({
  regimenId: IdText,
  from: Day,
  /** The last day of a course; absent while it goes on. */
  until: Day.optional(),
  drugs: Drugs,
  /** Who prescribed it: a psychiatrist's name and hospital, as people say them. */
  prescriber: Words(40).optional(),
  hospital: Words(60).optional(),
  note: Words(200).optional(),
  /** The newest order that was read; another one in between is refused as stale. Null where there was none. */
  after: IdText.nullable(),
});
const Regimen = z
  .object({
    regimenId: IdText,
    since: Day,
    /** The last day; null while it goes on. */
    until: Day.nullable(),
    source: z.enum(REGIMEN_SOURCE_KEYS),
    /** Null where nobody has named them. */
    drugs: z.array(Drug).nullable(),
    prescriber: z.string().nullable(),
    hospital: z.string().nullable(),
    note: z.string().nullable(),
    endReason: keysOf(REGIMEN_END_REASONS).nullable(),
    setAt: Instant.nullable(),
  })
  .meta({ id: 'Regimen' });
const Regimens = PageOf(Regimen);
const EndRegimen = z.strictObject({ lastDay: Day, reason: keysOf(REGIMEN_END_REASONS) });

const Days = z.int().min(0);
const Overview = z
  .object({
    today: Day,
    /** The order of today, else the newest; null where medicine was never ordered. */
    regimen: Regimen.nullable(),
    /** Whether medicine is ordered today. */
    ordered: z.boolean(),
    /** An order that begins later. */
    coming: Regimen.nullable(),
    /** How the days up to yesterday were answered, and what that speaks for: a proposal, never a penalty. */
    adherence: z.object({
      from: Day,
      to: Day,
      taken: Days,
      partly: Days,
      notTaken: Days,
      unanswered: Days,
      backfilled: Days,
      regularity: z.enum(REGULARITY_KEYS),
      /** Days by the reason that was given. */
      reasons: z.array(z.object({ why: z.enum(NOT_TAKEN_REASON_KEYS), days: Days })),
    }),
    /** What the last recorded visit found, by the national form's code (用药依从性). */
    found: z.object({ on: Day, adherence: z.literal([1, 2, 3, 4]) }).nullable(),
    /** What is injected next; `dueOn` may lie behind. */
    injectionsDue: z.array(z.object({ drug: z.string(), eachMg: z.number(), dueOn: Day })),
    lastInjection: InjectionView.nullable(),
    /** The first day without a whole dose, as if every dose had been taken; null when nothing is known of what was given out. */
    runsOutOn: Day.nullable(),
    /** The same for each ordered drug that was ever given out. */
    stock: z.array(z.object({ drug: z.string(), runsOutOn: Day.nullable() })),
    lastDispensings: z.array(DispensingView),
    mayOrder: z.boolean(),
    mayRecord: z.boolean(),
    /** Drug names that doctors of the county have written before, most used first; empty for those who may not order. */
    knownDrugs: z.array(z.string()),
  })
  .meta({ id: 'MedicationOverview' });

const ofPatient = z.strictObject({ patientId: IdText });

export const readMedicationContract = contract({
  route: routes.readMedication,
  summary: 'Medicine of a patient: the order, how it is followed, injections and supply',
  door: 'regimen:read',
  params: ofPatient,
  answer: Overview,
  refusals: [],
});
export const listRegimensContract = contract({
  route: routes.listRegimens,
  summary: 'All orders of a patient’s medicine, newest first',
  door: 'regimen:read',
  params: ofPatient,
  query: IdPageQuery,
  answer: Regimens,
  refusals: [],
});
export const setRegimenContract = contract({
  route: routes.setRegimen,
  summary: 'The doctor orders medicine; the order before it ends the day before',
  door: 'regimen:write',
  params: ofPatient,
  body: SetRegimen,
  answer: Regimen,
  refusals: ['PATIENT_NOT_DIAGNOSED', 'REGIMEN_TOO_EARLY', 'REGIMEN_TOO_LATE', 'REGIMEN_ENDS_BEFORE', 'STALE'],
  once: true,
});
export const endRegimenContract = contract({
  route: routes.endRegimen,
  summary: 'The doctor ends the order: nobody is asked about medicine after its last day',
  door: 'regimen:write',
  params: z.strictObject({ patientId: IdText, regimenId: IdText }),
  body: EndRegimen,
  answer: Regimen,
  refusals: ['REGIMEN_ENDED', 'REGIMEN_TOO_EARLY', 'REGIMEN_TOO_LATE', 'STALE'],
  once: true,
});

export type MedicationAnswer = z.infer<typeof Overview>;
export type RegimenAnswer = z.infer<typeof Regimen>;
export type RegimensQuery = z.input<typeof IdPageQuery>;
export type RegimensAnswer = z.infer<typeof Regimens>;
export type SetRegimenBody = z.input<typeof SetRegimen>;
export type EndRegimenBody = z.input<typeof EndRegimen>;
