import { z } from 'zod';
import { BandView } from '../policy/band.contract.ts';
import { contract, Day, IdPageQuery, IdText, Instant, keysOf, PageOf, Version, Words } from '../kernel/contract.ts';
import { RISK_RATINGS } from '../registry/risk-rating.rules.ts';
import { STABILITY_KEYS } from '../policy/stability.terms.ts';
import * as routes from './special-period.routes.ts';
import {
  PERIOD_LEAVINGS,
  PERIOD_PHASES,
  ROLL_CALL_RESULTS,
  ROLL_CALL_STATES,
  type PeriodLeaving,
  type PeriodPhase,
  type RollCallResult,
  type RollCallState,
} from './special-period.terms.ts';

const PeriodParams = z.strictObject({ periodId: IdText });
const OfPatient = z.strictObject({ patientId: IdText });
const BandKey = z.string().regex(/^[a-z][a-zA-Z]{0,19}$/);
const Phase = keysOf<PeriodPhase>(PERIOD_PHASES).meta({ id: 'SpecialPeriodPhase' });
const Result = keysOf<RollCallResult>(ROLL_CALL_RESULTS).meta({ id: 'RollCallResult' });
const State = keysOf<RollCallState>(ROLL_CALL_STATES).meta({ id: 'RollCallState' });

const Period = z
  .object({
    periodId: IdText,
    areaId: IdText,
    areaName: z.string(),
    startsOn: Day,
    /** The day that was set; it ends by itself. */
    endsOn: Day,
    bands: z.array(BandView),
    reason: z.string(),
    phase: Phase,
    proposedBy: z.string(),
    /** Whether the reader is whoever proposed it, or stands in for them. */
    mine: z.boolean(),
    decidedBy: z.string().nullable(),
    /** Why it was refused. */
    note: z.string().nullable(),
    endedOn: Day.nullable(),
    endedBy: z.string().nullable(),
    endReason: z.string().nullable(),
    /** How many patients are in it today, or were when it ended. */
    patients: z.int().min(0),
    version: Version,
  })
  .meta({ id: 'SpecialPeriod' });
const ProposePeriodBody = z.strictObject({
  periodId: IdText,
  areaId: IdText,
  startsOn: Day,
  endsOn: Day,
  bands: z.array(BandKey).min(1).max(8),
  reason: Words(500),
});
const DecidePeriodBody = z.strictObject({ approve: z.boolean(), note: Words(500).optional(), version: Version });
const EndPeriodBody = z.strictObject({ reason: Words(500), version: Version });
const PeriodsQuery = IdPageQuery.extend({
  /** Only proposals that the reader can decide. */
  waiting: z.literal('yes').optional(),
});
const PeriodRef = z.object({ periodId: IdText, phase: Phase });
/** What a proposal in an area can name. */
const PeriodOffer = z.object({ bands: z.array(BandView), proposed: z.array(z.string()), mostDays: z.int().min(1) });

/** Of a patient in a period. */
const memberFields = {
  enteredOn: Day,
  leftOn: Day.nullable(),
  leftWhy: keysOf<PeriodLeaving>(PERIOD_LEAVINGS).nullable(),
  /** Why the patient was in it: where they stood on the day they came in. */
  band: BandView.nullable(),
  risk: z.literal(RISK_RATINGS).nullable(),
  stability: z.enum(STABILITY_KEYS).nullable(),
  lastIncidentOn: Day.nullable(),
};
const Membership = z
  .object({ periodId: IdText, areaName: z.string(), reason: z.string(), ...memberFields })
  .meta({ id: 'SpecialPeriodMembership' });
const Member = z
  .object({ memberId: IdText, patientId: IdText, patientName: z.string(), villageName: z.string(), ...memberFields })
  .meta({ id: 'SpecialPeriodMember' });
const Memberships = z.object({ rows: z.array(Membership) });

const Mark = z.object({ result: Result, at: Instant, by: z.string() }).meta({ id: 'RollCallMark' });
const MarkBody = z.strictObject({ markId: IdText, result: Result, at: Instant });
const MarkAnswer = z.object({ markId: IdText, on: Day });
const BoardQuery = z.strictObject({ on: Day.optional() });
const Counts = { asked: z.int(), seen: z.int(), phoned: z.int(), unreachable: z.int(), missing: z.int() };
const BoardRow = z
  .object({ villageId: IdText, villageName: z.string(), townshipName: z.string(), ...Counts })
  .meta({ id: 'RollCallVillage' });
const Board = z.object({
  on: Day,
  /** The villages of the reader’s areas in which somebody is asked after. */
  villages: z.array(BoardRow),
});
const PersonsQuery = IdPageQuery.extend({ on: Day.optional(), villageId: IdText.optional(), state: State.optional() });
const Person = z
  .object({
    patientId: IdText,
    /** For staff; a family's list names nobody. */
    patientName: z.string().nullable(),
    villageName: z.string(),
    state: State,
    /** The newest one of the day. */
    mark: Mark.nullable(),
  })
  .meta({ id: 'RollCallPerson' });
const Mine = z.object({
  on: Day,
  /** 'HH:MM' in China: what is missing then is told to the lead. */
  until: z.string(),
  /** Those to whom the reader is near, by a seat on their team. */
  persons: z.array(Person),
  /** Those whose guardian the reader is, or for whose guardian they act. */
  wards: z.array(Person),
});

export const listPeriodsContract = contract({
  route: routes.listPeriods,
  summary: 'Special periods of the reader’s areas, newest first',
  door: 'special-period:read',
  query: PeriodsQuery,
  answer: PageOf(Period),
  refusals: [],
});
export const offerPeriodContract = contract({
  route: routes.offerPeriod,
  summary: 'What a special period in an area can name: bands in use, the longest time',
  door: 'special-period:propose',
  params: z.strictObject({ areaId: IdText }),
  answer: PeriodOffer,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});
export const proposePeriodContract = contract({
  route: routes.proposePeriod,
  summary: 'Propose a special period; another person approves it',
  door: 'special-period:propose',
  body: ProposePeriodBody,
  answer: PeriodRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'PERIOD_DAYS_WRONG', 'PERIOD_BANDS_UNKNOWN'],
  once: true,
});
export const decidePeriodContract = contract({
  route: routes.decidePeriod,
  summary: 'Approve or refuse a special period; never by whoever proposed it',
  door: 'special-period:decide',
  params: PeriodParams,
  body: DecidePeriodBody,
  answer: PeriodRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'STALE', 'PERIOD_NOT_OPEN', 'PERIOD_NEEDS_ANOTHER', 'PERIOD_DAYS_WRONG', 'NOTE_NEEDED'],
  once: true,
});
export const endPeriodContract = contract({
  route: routes.endPeriod,
  summary: 'End a special period at once, with a reason; a proposal is withdrawn',
  door: 'special-period:end',
  params: PeriodParams,
  body: EndPeriodBody,
  answer: PeriodRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'STALE', 'PERIOD_NOT_OPEN'],
  once: true,
});
export const listPatientPeriodsContract = contract({
  route: routes.listPatientPeriods,
  summary: 'In which special periods a patient was, from when to when, and why',
  door: 'roll-call:read',
  params: OfPatient,
  answer: Memberships,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});
export const listPeriodMembersContract = contract({
  route: routes.listPeriodMembers,
  summary: 'Which of the reader’s patients were in a special period, from when to when, and why',
  door: 'roll-call:read',
  params: PeriodParams,
  query: IdPageQuery,
  answer: PageOf(Member),
  refusals: [],
});
export const readRollCallBoardContract = contract({
  route: routes.readRollCallBoard,
  summary: 'The roll-call of a day by village: numbers only',
  door: 'roll-call:count',
  query: BoardQuery,
  answer: Board,
  refusals: [],
});
export const listRollCallPersonsContract = contract({
  route: routes.listRollCallPersons,
  summary: 'Who is asked after on a day, and how they were found',
  door: 'roll-call:read',
  query: PersonsQuery,
  answer: PageOf(Person),
  refusals: [],
});
export const readMyRollCallContract = contract({
  route: routes.readMyRollCall,
  summary: 'Whom the reader asks after today, as one of the team or as family',
  door: 'signed-in',
  answer: Mine,
  refusals: [],
});
export const markRollCallContract = contract({
  route: routes.markRollCall,
  summary: 'How somebody was found today; an offline mark keeps its time',
  door: 'roll-call:mark',
  params: OfPatient,
  body: MarkBody,
  answer: MarkAnswer,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'ROLL_CALL_IN_FUTURE', 'ROLL_CALL_TOO_OLD', 'ROLL_CALL_NOT_ASKED'],
  once: true,
});

export type PeriodParams = z.input<typeof PeriodParams>;
export type PeriodsQuery = z.input<typeof PeriodsQuery>;
export type SpecialPeriod = z.infer<typeof Period>;
export type PeriodsPage = { rows: SpecialPeriod[]; next: string | null };
export type PeriodOffer = z.infer<typeof PeriodOffer>;
export type ProposePeriodBody = z.input<typeof ProposePeriodBody>;
export type DecidePeriodBody = z.input<typeof DecidePeriodBody>;
export type EndPeriodBody = z.input<typeof EndPeriodBody>;
export type PeriodRef = z.infer<typeof PeriodRef>;
export type MembershipsAnswer = z.infer<typeof Memberships>;
export type PeriodMember = z.infer<typeof Member>;
export type PeriodMembersPage = { rows: PeriodMember[]; next: string | null };
export type BoardQuery = z.input<typeof BoardQuery>;
export type RollCallBoard = z.infer<typeof Board>;
export type RollCallVillage = z.infer<typeof BoardRow>;
export type RollCallPersonsQuery = z.input<typeof PersonsQuery>;
export type RollCallPerson = z.infer<typeof Person>;
export type RollCallPersonsPage = { rows: RollCallPerson[]; next: string | null };
export type MyRollCall = z.infer<typeof Mine>;
export type MarkBody = z.input<typeof MarkBody>;
export type MarkAnswer = z.infer<typeof MarkAnswer>;
