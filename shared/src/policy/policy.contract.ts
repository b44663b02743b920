import { z } from 'zod';
import { contract, Day, FenAmount, IdText, Instant, keysOf, Sequence, Words } from '../kernel/contract.ts';
import { ASSESSED_UNITS, SHEET_MEASURE_KEYS } from '../duties/department-sheet.terms.ts';
import { GRADED_QUESTIONS } from '../indicators/indicators.terms.ts';
import { PURPOSE_KEYS } from '../reminders/reminders.terms.ts';
import { PATIENT_STATES, type PatientState } from '../registry/registry.terms.ts';
import { RISK_RATINGS } from '../registry/risk-rating.rules.ts';
import { HandlingBody } from './handling.contract.ts';
import { ReliefBody } from './relief-policy.contract.ts';
import * as routes from './policy.routes.ts';
import { BAND_COLOURS, INCIDENT_POSTS, INJECTION_SEAT_KEYS, POLICY_KIND_KEYS, type Policy } from './policy.terms.ts';
import { STABILITY_KEYS } from './stability.terms.ts';
import { VisitFormBody, VisitWorkBody } from './visit-work.contract.ts';

const Days = z.int().min(1).max(366);
/** Once in every part of the year. */
const Cycle = { timesAYear: z.literal([1, 2, 4]), remindDays: z.int().min(7).max(60) };
const Minutes = z
  .int()
  .min(1)
  .max(24 * 60);
const KeepDays = z.int().min(7).max(36_600);
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Posts = z.array(z.enum(INCIDENT_POSTS)).min(1).max(INCIDENT_POSTS.length).readonly();
const RiskLevel = z.literal(RISK_RATINGS);
const Months = z.int().min(1).max(24);
const Days366 = z.array(Day).max(366).readonly();
const WorkingDays = z.int().min(1).max(60);
const Percent = z.int().min(0).max(100);
const Points = z.int().min(0).max(100);

const Band = z.strictObject({
  key: z.string().regex(/^[a-z][a-zA-Z]{0,19}$/),
  label: Words(10),
  colour: z.enum(BAND_COLOURS),
  riskAtLeast: RiskLevel.optional(),
  stability: z.enum(STABILITY_KEYS).optional(),
  incidentWithinMonths: z.int().min(1).max(60).optional(),
  intervalDays: z.strictObject({ doctor: Days.optional(), lead: Days.optional(), police: Days.optional(), gridWorker: Days.optional() }),
});

/** A policy body; which of them is told by `kind`. */
export const PolicyBody = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('visit'),
      bands: z.array(Band).min(1).max(8).readonly(),
      graceDays: z.int().min(0).max(30),
      horizonDays: z.int().min(0).max(30),
    }),
    VisitFormBody,
    VisitWorkBody,
    z.strictObject({
      kind: z.literal('specialPeriod'),
      bands: z
        .array(z.string().regex(/^[a-z][a-zA-Z]{0,19}$/))
        .max(8)
        .readonly(),
      mostDays: z.int().min(1).max(92),
      rollCallUntil: ClockTime,
      everyDays: z.strictObject({ doctor: Days.optional(), lead: Days.optional(), police: Days.optional(), gridWorker: Days.optional() }),
    }),
    z.strictObject({
      kind: z.literal('assessment'),
      reviewMonths: z.strictObject({ stable: Months, others: Months }),
      examMonths: Months,
      graceDays: z.int().min(0).max(30),
      horizonDays: z.int().min(0).max(60),
    }),
    z.strictObject({
      kind: z.literal('caseTeam'),
      formWithinDays: z.int().min(1).max(14),
      reviewWithinMonths: z.int().min(1).max(3),
    }),
    z.strictObject({
      kind: z.literal('medication'),
      answerDaysBack: z.int().min(0).max(7),
      askAfterDays: z.int().min(1).max(30),
      silentDays: z.int().min(1).max(30),
      doctorAsksAfterDays: z.int().min(1).max(14),
      windowDays: z.int().min(7).max(92),
      windowLeastDays: z.int().min(1).max(92),
      regularPercent: z.int().min(50).max(100),
      refillLeadDays: z.int().min(1).max(30),
      injectionHorizonDays: z.int().min(0).max(30),
      injectionGraceDays: z.int().min(0).max(14),
      injectionSeats: z.array(z.enum(INJECTION_SEAT_KEYS)).min(1).max(INJECTION_SEAT_KEYS.length).readonly(),
    }),
    z.strictObject({
      kind: z.literal('incident'),
      told: z.strictObject({
        fluctuation: Posts,
        threat: Posts,
        smashing: Posts,
        selfHarm: Posts,
        harmToOthers: Posts,
        missing: Posts,
        other: Posts,
      }),
      joinMinutes: Minutes,
      escalateMinutes: Minutes,
      escalateTo: Posts,
      mostRounds: z.int().min(2).max(12),
      clueDays: z.int().min(7).max(365),
    }),
    HandlingBody,
    z.strictObject({
      kind: z.literal('reminder'),
      quietFrom: ClockTime,
      quietUntil: ClockTime,
      medicationAt: ClockTime,
      visitAt: ClockTime,
      againAt: ClockTime,
      smsFor: z.array(z.enum(PURPOSE_KEYS)).max(PURPOSE_KEYS.length).readonly(),
      callAgainDays: z.int().min(1).max(30),
      leadAfterDays: z.int().min(0).max(30),
      officeAfterDays: z.int().min(0).max(60),
      snoozeMostHours: z.int().min(1).max(72),
      pauseMostDays: z.int().min(1).max(60),
    }),
    z.strictObject({ kind: z.literal('message'), what: z.partialRecord(z.enum(PURPOSE_KEYS), Words(20)) }),
    z.strictObject({
      kind: z.literal('reward'),
      monthlyFen: FenAmount.min(1),
      capFen: FenAmount.min(1).optional(),
      cycle: z.enum(['month', 'quarter', 'halfYear', 'year']),
      backdatingDays: z.int().min(0).max(366),
      mostTermMonths: z.int().min(1).max(12),
      objectionDays: z.int().min(1).max(60),
      percent: z.strictObject({ full: Percent, partial: Percent, zero: Percent }),
      eligibility: z.strictObject({
        riskAtLeast: RiskLevel,
        pastIncident: z.boolean(),
        match: z.enum(['either', 'both']),
        livingTogether: z.boolean(),
        excludedStates: z.array(keysOf<PatientState>(PATIENT_STATES)).max(20).readonly(),
      }),
      application: z.strictObject({
        villageDays: WorkingDays,
        townshipDays: WorkingDays,
        countyDays: WorkingDays,
        objectDays: WorkingDays,
        answerDays: WorkingDays,
        renewalRemindDays: z.array(z.int().min(1).max(90)).max(5).readonly(),
      }),
      classTwo: z.strictObject({ monthlyFen: FenAmount.min(1), riskAtLeast: RiskLevel, pastIncident: z.boolean() }).optional(),
      objectionAnswerDays: z.int().min(1).max(30),
      lateObjectionDays: z.int().min(0).max(366),
      opinionDays: z.int().min(1).max(60),
      leastReadingSeconds: z.int().min(0).max(600),
      yearStop: z.strictObject({ againAfterMonths: z.int().min(0).max(24) }).optional(),
    }),
    z.strictObject({
      kind: z.literal('exchange'),
      opensOnDay: z.int().min(1).max(20),
      daysBeforeMonthEnd: z.int().min(0).max(10),
      remindDays: z.int().min(0).max(20),
    }),
    z.strictObject({
      kind: z.literal('payout'),
      billsAt: z.enum(['claim', 'release']),
      remindAfterHours: z.array(z.int().min(1).max(23)).max(4).readonly(),
    }),
    ReliefBody,
    z.strictObject({
      kind: z.literal('calendar'),
      years: z
        .array(z.strictObject({ year: z.int().min(2020).max(2199), holidays: Days366, workdays: Days366 }))
        .max(50)
        .readonly(),
    }),
    z.strictObject({ kind: z.literal('meeting'), ...Cycle }),
    z.strictObject({ kind: z.literal('guidance'), ...Cycle }),
    z.strictObject({
      kind: z.literal('screening'),
      checkDays: z.int().min(1).max(30),
      reviewDays: z.int().min(1).max(92),
      endedClueDays: z.int().min(7).max(365),
      roundDays: z.int().min(7).max(150),
      noticeTeamDays: z.int().min(1).max(30),
      noticeVisitDays: z.int().min(1).max(30),
    }),
    z.strictObject({
      kind: z.literal('rights'),
      answerWorkingDays: z.int().min(1).max(30),
      breakGlassMinutes: z.int().min(5).max(240),
      breakGlassReviewDays: z.int().min(1).max(3),
      concernWorkingDays: z.int().min(1).max(3),
      exportHours: z.int().min(1).max(168),
    }),
    z.strictObject({
      kind: z.literal('retention'),
      keepDays: z.strictObject({
        unconfirmed: KeepDays,
        importContents: KeepDays,
        // Logs are kept at least six months (Cybersecurity Law, Art. 21).
        sessions: KeepDays.min(183),
        keptAnswers: KeepDays,
        changeHistory: KeepDays.min(183),
        messages: KeepDays.min(183),
        promises: KeepDays,
        handedIn: KeepDays,
        exchangeRows: KeepDays,
      }),
      phoneHours: z.int().min(1).max(168),
    }),
    z.strictObject({
      kind: z.literal('indicators'),
      hideBelow: z.int().min(2).max(50),
      monthClosesOnDay: z.int().min(1).max(15),
      targets: z.partialRecord(z.enum(GRADED_QUESTIONS), Percent),
      points: z.partialRecord(z.enum(GRADED_QUESTIONS), Points),
      departments: z.partialRecord(z.enum(ASSESSED_UNITS), z.partialRecord(z.enum(SHEET_MEASURE_KEYS), Points)),
      countersignDays: z.int().min(1).max(30),
      warnings: z.strictObject({
        bandUpDays: z.int().min(1).max(90),
        overdueDays: z.int().min(0).max(60),
        missedVisits: z.int().min(2).max(10),
        missedDays: z.int().min(7).max(366),
        clusterIncidents: z.int().min(2).max(10),
        clusterDays: z.int().min(2).max(180),
      }),
      keyGroups: z.strictObject({ homeDays: z.int().min(7).max(366), withoutMedicineDays: z.int().min(1).max(92) }),
    }),
  ])
  .meta({ id: 'PolicyBody' }) satisfies z.ZodType<Policy>;

const PolicyVersion = z
  .object({
    kind: z.enum(POLICY_KIND_KEYS),
    /** Counts up within the kind; 0 is the shipped one. */
    seq: z.int().min(0),
    /** The newest number of the kind, whatever its day and place: what a new version comes after. */
    newestSeq: z.int().min(0),
    effectiveOn: Day.nullable(),
    setAt: Instant.nullable(),
    /** The one that holds today in the county, or in the township that it is of. */
    inForce: z.boolean(),
    /** The township that has this of its own; null: the county's. */
    townshipId: IdText.nullable(),
    townshipName: z.string().nullable(),
    /** Null: from then on the township follows the county again. */
    policy: PolicyBody.nullable(),
  })
  .meta({ id: 'PolicyVersion' });
const Policies = z.object({ policies: z.array(PolicyVersion) });
const SetPolicy = z.strictObject({
  effectiveOn: Day,
  /** `seq` of the newest version that was read: another one in between is refused as stale. */
  after: Sequence,
  /** For one township instead of the county. */
  townshipId: IdText.optional(),
  /** Null, of a township only: it follows the county again. */
  policy: PolicyBody.nullable(),
});

export const listPoliciesContract = contract({
  route: routes.listPolicies,
  summary: 'Policies: of every kind the one in force today and what was set for later, those of single townships after the county’s',
  door: 'policy:read',
  answer: Policies,
  refusals: [],
});
export const setPolicyContract = contract({
  route: routes.setPolicy,
  summary: 'Set a policy from a day on, for the county or for one township',
  door: 'policy:write',
  params: z.strictObject({ kind: z.enum(POLICY_KIND_KEYS) }),
  body: SetPolicy,
  answer: PolicyVersion,
  refusals: [
    'POLICY_NOT_BACKWARD',
    'POLICY_LOOSER_THAN_NATIONAL',
    'POLICY_BANDS_INCOMPLETE',
    'POLICY_TELLS_TOO_FEW',
    'POLICY_CYCLE_TOO_LONG',
    'POLICY_CALENDAR_WRONG',
    'POLICY_NOT_OF_TOWNSHIP',
    'POLICY_WORDS_INDISCREET',
    'POLICY_RELIEF_CONTRADICTS',
    'VISIT_FORM_NATIONAL_FIXED',
    'VISIT_FORM_INCOMPLETE',
    'VISIT_WORK_INCOMPLETE',
    'STALE',
  ],
  once: true,
});

export type PoliciesAnswer = z.infer<typeof Policies>;
export type PolicyVersionAnswer = z.infer<typeof PolicyVersion>;
export type SetPolicyBody = z.input<typeof SetPolicy>;
