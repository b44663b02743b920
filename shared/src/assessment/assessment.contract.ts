import { z } from 'zod';
import { contract, Day, IdText, Instant, keysOf, PageOf, PageQuery, Words } from '../kernel/contract.ts';
import { BandView, DueView } from '../policy/band.contract.ts';
import { STABILITY_KEYS } from '../policy/stability.terms.ts';
import { RISK_RATINGS } from '../registry/risk-rating.rules.ts';
import * as routes from './assessment.routes.ts';
import { CYCLE_KEYS, CYCLE_STATES, ECG_FINDINGS, EXAM_NUMBERS, type ExamNumber } from './assessment.terms.ts';

const Risk = z.literal(RISK_RATINGS);
const Class = z.enum(STABILITY_KEYS);
const OfPatient = z.strictObject({ patientId: IdText });

const Condition = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('riskAtLeast'), value: z.number(), holds: z.boolean() }),
  z.object({ kind: z.literal('stability'), value: z.string(), holds: z.boolean() }),
  z.object({ kind: z.literal('incidentWithinMonths'), value: z.number(), holds: z.boolean() }),
]);
/** By which rule of which version the band was found; the inputs stand in the standing itself. */
const BandExplained = z
  .object({
    /** Number of the visit policy; 0 is the shipped one. */
    policySeq: z.int().min(0),
    effectiveOn: Day.nullable(),
    /** Whether it is the township's own. */
    ofTownship: z.boolean(),
    /** The band's conditions, of which one is enough; empty for the band that takes the rest. */
    conditions: z.array(Condition),
    bandOn: Day.nullable(),
  })
  .meta({ id: 'BandExplained' });
const CycleView = z
  .object({ cycle: z.enum(CYCLE_KEYS), dueOn: Day, state: keysOf(CYCLE_STATES), lastDoneOn: Day.nullable() })
  .meta({ id: 'AssessmentCycle' });

const Standing = z
  .object({
    patientId: IdText,
    /** Null until somebody has rated: a blank is a blank. */
    risk: Risk.nullable(),
    riskOn: Day.nullable(),
    stability: Class.nullable(),
    stabilityOn: Day.nullable(),
    band: BandView.nullable(),
    explained: BandExplained.nullable(),
    /** The calmer band that the facts now speak for; the present one stays until two people agree. */
    calmerBand: BandView.nullable(),
    lastVisitOn: Day.nullable(),
    lastIncidentOn: Day.nullable(),
    dues: z.array(DueView),
    cycles: z.array(CycleView),
  })
  .meta({ id: 'Standing' });

const RiskReview = z.strictObject({
  /** Made by the client. */
  reviewId: IdText,
  on: Day,
  risk: Risk,
  stability: Class,
  /** What the doctor says of the diagnosis; sealed. */
  note: Words(1000).optional(),
});
const ReviewAnswer = z.object({
  reviewId: IdText,
  risk: Risk.nullable(),
  stability: Class.nullable(),
  band: BandView.nullable(),
  /** The calmer band that waits for two people. */
  calmerBand: BandView.nullable(),
  nextDueOn: Day,
});

const bounded = (name: ExamNumber) => z.number().min(EXAM_NUMBERS[name].least).max(EXAM_NUMBERS[name].most);
const amount = (name: ExamNumber) => bounded(name).multipleOf(0.01).optional();
/** What was found; every value may be blank, and a blank stays blank. */
const ExamValues = z
  .strictObject({
    /** 一般情况 */
    general: Words(500).optional(),
    /** mmHg */
    bloodPressure: z.strictObject({ systolic: bounded('systolic').int(), diastolic: bounded('diastolic').int() }).optional(),
    /** kg */
    weightKg: amount('weightKg'),
    /** 10⁹/L */
    whiteCells: amount('whiteCells'),
    /** g/L */
    haemoglobin: amount('haemoglobin'),
    /** 10⁹/L */
    platelets: amount('platelets'),
    /** U/L */
    alt: amount('alt'),
    /** mmol/L */
    glucose: amount('glucose'),
    ecg: keysOf(ECG_FINDINGS).optional(),
    ecgNote: Words(200).optional(),
  })
  .meta({ id: 'ExamValues' });
const HealthExam = z.strictObject({
  /** Made by the client. */
  examId: IdText,
  on: Day,
  where: Words(60).optional(),
  values: ExamValues,
});
const ExamAnswer = z.object({ examId: IdText, nextDueOn: Day });

const Assessment = z
  .object({
    id: IdText,
    cycle: z.enum(CYCLE_KEYS),
    on: Day,
    recordedAt: Instant,
    byName: z.string(),
    /** Of a review. */
    risk: Risk.nullable(),
    stability: Class.nullable(),
    band: BandView.nullable(),
    /** Number of the policy under which it was judged. */
    policySeq: z.int(),
    /** For doctors. */
    note: z.string().nullable(),
    /** Of an exam, for doctors. */
    where: z.string().nullable(),
    values: ExamValues.nullable(),
  })
  .meta({ id: 'Assessment' });

const DueAssessment = z
  .object({
    patientId: IdText,
    patientName: z.string(),
    villageName: z.string(),
    cycle: z.enum(CYCLE_KEYS),
    dueOn: Day,
    state: keysOf(CYCLE_STATES),
    lastDoneOn: Day.nullable(),
  })
  .meta({ id: 'DueAssessment' });
const Assessments = PageOf(Assessment);
const DueAssessments = PageOf(DueAssessment);
const DueQuery = PageQuery.extend({
  cycle: z.enum(CYCLE_KEYS).optional(),
  /** Only what is due or overdue. */
  inSight: z.enum(['yes']).optional(),
});

export const readStandingContract = contract({
  route: routes.readStanding,
  summary: 'Where a patient stands: risk, class, band and why, when who visits next, what is to be assessed',
  door: 'patient:read',
  params: OfPatient,
  answer: Standing,
  refusals: [],
});
export const listAssessmentsContract = contract({
  route: routes.listAssessments,
  summary: 'Reviews and exams of a patient, newest first; notes and values for doctors',
  door: 'patient:read',
  params: OfPatient,
  query: PageQuery,
  answer: Assessments,
  refusals: [],
});
export const recordRiskReviewContract = contract({
  route: routes.recordRiskReview,
  summary: 'The doctor reviews risk and diagnosis',
  door: 'assessment:review',
  params: OfPatient,
  body: RiskReview,
  answer: ReviewAnswer,
  refusals: ['ASSESSMENT_IN_FUTURE', 'ASSESSMENT_TOO_LATE', 'ASSESSMENT_OVERTAKEN'],
  once: true,
});
export const recordHealthExamContract = contract({
  route: routes.recordHealthExam,
  summary: 'Record a health exam; blanks stay blank',
  door: 'assessment:examine',
  params: OfPatient,
  body: HealthExam,
  answer: ExamAnswer,
  refusals: ['ASSESSMENT_IN_FUTURE', 'ASSESSMENT_TOO_LATE', 'EXAM_EMPTY'],
  once: true,
});
export const listDueAssessmentsContract = contract({
  route: routes.listDueAssessments,
  summary: 'What is to be assessed when, soonest first',
  door: 'patient:read',
  query: DueQuery,
  answer: DueAssessments,
  refusals: [],
});

export type StandingAnswer = z.infer<typeof Standing>;
export type RiskReviewBody = z.input<typeof RiskReview>;
export type RiskReviewAnswer = z.infer<typeof ReviewAnswer>;
export type ExamValuesAnswer = z.infer<typeof ExamValues>;
export type HealthExamBody = z.input<typeof HealthExam>;
export type HealthExamAnswer = z.infer<typeof ExamAnswer>;
export type AssessmentsQuery = z.input<typeof PageQuery>;
export type AssessmentsAnswer = z.infer<typeof Assessments>;
export type DueAssessmentsQuery = z.input<typeof DueQuery>;
export type DueAssessmentsAnswer = z.infer<typeof DueAssessments>;
