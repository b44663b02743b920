import { z } from 'zod';
import { AREA_KINDS } from '../access/access.terms.ts';
import { contract, Day, IdPageQuery, IdText, Instant, keysOf, PageOf } from '../kernel/contract.ts';
import { PATIENT_STATES, type PatientState } from '../registry/registry.terms.ts';
import { GRADED_QUESTIONS, INCIDENT_COUNTS, QUESTIONS, type IncidentCount, type IndicatorQuestion } from './indicators.terms.ts';
import * as routes from './indicators.routes.ts';

const Month = z
  .string()
  .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
  .meta({ id: 'Month', description: 'YYYY-MM' });
const Question = keysOf<IndicatorQuestion>(QUESTIONS);

const Value = z
  .object({
    /** Null: not known, or hidden. */
    numerator: z.int().nullable(),
    denominator: z.int().nullable(),
    /** There are numbers, of too few people to be told to this reader. */
    hidden: z.boolean(),
  })
  .meta({ id: 'IndicatorValue' });
const Values = z.record(Question, Value);
/** Times in the month; null: too few to be told to this reader. */
const Incidents = z.record(keysOf<IncidentCount>(INCIDENT_COUNTS), z.int().nullable());
const Points = z.object({ got: z.number(), most: z.number() }).nullable();

const Place = z
  .object({
    areaId: IdText,
    name: z.string(),
    kind: z.enum(AREA_KINDS),
    values: Values,
    incidents: Incidents,
    /** Of the assessment sheet; null when nothing of it is known. */
    points: Points,
    /** What a supervisor looks into: questions whose target was not reached. */
    below: z.array(z.enum(GRADED_QUESTIONS)),
  })
  .meta({ id: 'IndicatorPlace' });
const IndicatorsQuery = z.strictObject({
  /** Absent: the widest area of the reader. */
  areaId: IdText.optional(),
  /** Absent: the running month. */
  month: Month.optional(),
});
const Indicators = z.object({
  month: Month,
  /** Null: this month was never counted. */
  countedAt: Instant.nullable(),
  /** By which edition of the formulas. */
  formulas: z.int(),
  own: Place,
  /** The places inside; none of a village. */
  places: z.array(Place),
  /** The last twelve months of the place itself, oldest first; months that were never counted are left out. */
  trend: z.array(z.object({ month: Month, values: Values, incidents: Incidents })),
  targets: z.partialRecord(z.enum(GRADED_QUESTIONS), z.int()),
  hideBelow: z.int(),
});

const RegionQuery = z.strictObject({
  /** Absent: the running month. */
  month: Month.optional(),
});
/** Of how many counties each sum is. */
const Told = z.record(Question, z.int());
const Region = z.object({
  name: z.string(),
  month: Month,
  formulas: z.int(),
  /** By area code. */
  counties: z.array(
    z
      .object({
        name: z.string(),
        /** Null: this county has published nothing of the month. */
        published: z.object({ countedAt: Instant, formulas: z.int(), values: Values }).nullable(),
      })
      .meta({ id: 'RegionCounty' }),
  ),
  /** What the counties tell, added up. */
  values: Values,
  told: Told,
  /** The last twelve months, oldest first; months of which no county has published anything are left out. */
  trend: z.array(z.object({ month: Month, values: Values, told: Told })),
});

const BehindQuery = IdPageQuery.extend({
  areaId: IdText,
  question: Question,
  /** Those of whom it holds, or those of the others who are asked about. */
  side: z.enum(['holds', 'lacks']),
});
const Behind = z
  .object({ patientId: IdText, patientName: z.string(), villageName: z.string(), state: keysOf<PatientState>(PATIENT_STATES) })
  .meta({ id: 'IndicatorPatient' });

const SetResidents = z.strictObject({
  since: Day,
  rows: z
    .array(z.strictObject({ areaId: IdText, residents: z.int().min(1).max(1_000_000) }))
    .min(1)
    .max(500)
    .readonly(),
});

export const readIndicatorsContract = contract({
  route: routes.readIndicators,
  summary: 'The indicators of an area and of the places inside, month by month, with numerator and denominator; nobody is named',
  door: 'indicator:read',
  query: IndicatorsQuery,
  answer: Indicators,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});
export const readRegionContract = contract({
  route: routes.readRegion,
  summary: 'The totals that the counties of a province or prefecture have published, month by month; nothing below a county',
  door: 'region:read',
  query: RegionQuery,
  answer: Region,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});
export const listBehindContract = contract({
  route: routes.listBehind,
  summary: 'The reader’s own patients behind a number of this year, as they are now',
  door: 'patient:read',
  query: BehindQuery,
  answer: PageOf(Behind),
  refusals: [],
});
export const setResidentsContract = contract({
  route: routes.setResidents,
  summary: 'How many people live in villages, from a day on',
  door: 'policy:write',
  body: SetResidents,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

export type IndicatorsQuery = z.input<typeof IndicatorsQuery>;
export type IndicatorPlace = z.infer<typeof Place>;
export type IndicatorsAnswer = z.infer<typeof Indicators>;
export type RegionQuery = z.input<typeof RegionQuery>;
export type RegionAnswer = z.infer<typeof Region>;
export type BehindQuery = z.input<typeof BehindQuery>;
export type BehindRow = z.infer<typeof Behind>;
export type BehindPage = { rows: BehindRow[]; next: string | null };
export type SetResidentsBody = z.input<typeof SetResidents>;
