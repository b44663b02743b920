import { z } from 'zod';
import { contract, Day, IdPageQuery, IdText, Instant, PageOf, Words } from '../kernel/contract.ts';
import { ARRIVAL_KEYS } from './medication.terms.ts';
import * as routes from './supply.routes.ts';

const Milligrams = z.number().positive().max(100_000).multipleOf(0.001);

const Injected = {
  drug: Words(40),
  mg: Milligrams,
  givenOn: Day,
  /** Where, as people say it: 卫生院, 村卫生室, 家里. */
  place: Words(40),
  /** Who gave it. */
  givenBy: Words(40),
};
const RecordInjection = z.strictObject({ injectionId: IdText, ...Injected, note: Words(200).optional() });
export const InjectionView = z
  .object({ injectionId: IdText, ...Injected, note: z.string().nullable(), recordedAt: Instant })
  .meta({ id: 'Injection' });
const InjectionRecorded = z.object({
  injection: InjectionView,
  /** When the next one is due; null when nothing is ordered to be injected. */
  nextDueOn: Day.nullable(),
});

/** Quantity in tablets of so many milligrams, for so many days, or both: at least one. */
const Quantity = {
  tablets: z.int().min(1).max(10_000).optional(),
  mgPerTablet: Milligrams.optional(),
  /** Days that it is meant to last. */
  days: z.int().min(1).max(366).optional(),
};
const ArrivalOf = { how: z.enum(ARRIVAL_KEYS), on: Day };
const RecordDispensing = z
  .strictObject({
    dispensingId: IdText,
    drug: Words(40),
    ...Quantity,
    givenOn: Day,
    /** Who gave it out: 卫生院, a hospital, a name. */
    givenBy: Words(60),
    /** Free medicine of a programme. */
    free: z.boolean(),
    /** When it is at home already. */
    arrival: z.strictObject(ArrivalOf).optional(),
    note: Words(200).optional(),
  })
  .refine(({ tablets, mgPerTablet, days }) => days !== undefined || (tablets !== undefined && mgPerTablet !== undefined), {
    path: ['days'],
    message: 'so many tablets of so many milligrams, or so many days',
  });
export const DispensingView = z
  .object({
    dispensingId: IdText,
    drug: z.string(),
    tablets: z.int().nullable(),
    mgPerTablet: z.number().nullable(),
    days: z.int().nullable(),
    givenOn: Day,
    givenBy: z.string(),
    free: z.boolean(),
    /** Only the family has said so. */
    byFamily: z.boolean(),
    /** How it came home; null while nobody has said. */
    arrival: z.object(ArrivalOf).nullable(),
    note: z.string().nullable(),
    recordedAt: Instant,
  })
  .meta({ id: 'Dispensing' });
const DispensingRecorded = z.object({ dispensing: DispensingView, runsOutOn: Day.nullable() });
const RecordArrival = z.strictObject(ArrivalOf);

const Injections = PageOf(InjectionView);
const Dispensings = PageOf(DispensingView);

const ofPatient = z.strictObject({ patientId: IdText });

export const recordInjectionContract = contract({
  route: routes.recordInjection,
  summary: 'A long-acting injection was given; the answer says when the next one is due',
  door: 'supply:record',
  params: ofPatient,
  body: RecordInjection,
  answer: InjectionRecorded,
  refusals: ['MEDICINE_NOT_YET_GIVEN', 'MEDICINE_GIVEN_LONG_AGO'],
  once: true,
});
export const listInjectionsContract = contract({
  route: routes.listInjections,
  summary: 'Injections of a patient, last recorded first',
  door: 'regimen:read',
  params: ofPatient,
  query: IdPageQuery,
  answer: Injections,
  refusals: [],
});
export const recordDispensingContract = contract({
  route: routes.recordDispensing,
  summary: 'Medicine was given out; the answer says when it runs out',
  door: 'supply:record',
  params: ofPatient,
  body: RecordDispensing,
  answer: DispensingRecorded,
  refusals: ['MEDICINE_NOT_YET_GIVEN', 'MEDICINE_GIVEN_LONG_AGO'],
  once: true,
});
export const recordArrivalContract = contract({
  route: routes.recordArrival,
  summary: 'Medicine that was given out has come home, fetched or delivered',
  door: 'supply:record',
  params: z.strictObject({ patientId: IdText, dispensingId: IdText }),
  body: RecordArrival,
  answer: DispensingView,
  refusals: ['MEDICINE_NOT_YET_GIVEN', 'MEDICINE_GIVEN_LONG_AGO', 'MEDICINE_ARRIVED'],
  once: true,
});
export const listDispensingsContract = contract({
  route: routes.listDispensings,
  summary: 'What was given out to a patient, last recorded first',
  door: 'regimen:read',
  params: ofPatient,
  query: IdPageQuery,
  answer: Dispensings,
  refusals: [],
});

export type RecordInjectionBody = z.input<typeof RecordInjection>;
export type RecordInjectionAnswer = z.infer<typeof InjectionRecorded>;
export type InjectionAnswer = z.infer<typeof InjectionView>;
export type InjectionsAnswer = z.infer<typeof Injections>;
export type RecordDispensingBody = z.input<typeof RecordDispensing>;
export type RecordDispensingAnswer = z.infer<typeof DispensingRecorded>;
export type DispensingAnswer = z.infer<typeof DispensingView>;
export type DispensingsAnswer = z.infer<typeof Dispensings>;
export type RecordArrivalBody = z.input<typeof RecordArrival>;
export type SupplyQuery = z.input<typeof IdPageQuery>;
