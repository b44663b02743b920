import { z } from 'zod';
import { contract, Day, FenAmount, IdText, Instant, keysOf, PageOf, PageQuery, Version, Words } from '../kernel/contract.ts';
import { CONDUCTS, type Conduct } from '../incidents/conduct.terms.ts';
import * as routes from './appraisal.routes.ts';
import {
  APPRAISAL_STATE_CODES,
  DUTY_CLAUSE_CODES,
  OBJECTION_LEVELS,
  OBJECTION_STATES,
  OBJECTION_WAYS,
  YEAR_STOP_STATES,
  type AppraisalOutcome,
  type ObjectionLevel,
  type ObjectionState,
  type ObjectionWay,
  type ProposalOutcome,
  type YearStopState,
} from './appraisal.terms.ts';

const AppraisalStateCode = z.enum(APPRAISAL_STATE_CODES).meta({ id: 'AppraisalState' });
const OutcomeCode = z.enum(['full', 'partial', 'zero'] satisfies AppraisalOutcome[]).meta({ id: 'AppraisalOutcome' });
const ProposalCode = z.enum(['full', 'review'] satisfies ProposalOutcome[]).meta({ id: 'AppraisalProposal' });
const Clause = z.enum(DUTY_CLAUSE_CODES).meta({ id: 'DutyClause' });
const AppraisalParams = z.strictObject({ appraisalId: IdText });
export const Breach = z.object({ clause: Clause, evidence: z.string() });

/** An objection as whoever made it sees it: who answers, by when, and what was answered with which reasons. */
export const AppraisalObjection = z
  .object({
    id: IdText,
    level: keysOf<ObjectionLevel>(OBJECTION_LEVELS),
    way: keysOf<ObjectionWay>(OBJECTION_WAYS),
    state: keysOf<ObjectionState>(OBJECTION_STATES),
    words: z.string().nullable(),
    hasVoice: z.boolean(),
    madeBy: z.string(),
    at: Instant,
    dueOn: Day,
    /** Name and office; null while nobody else holds the office. */
    officer: z.string().nullable(),
    answer: z.object({ by: z.string(), at: Instant, reasons: z.string() }).nullable(),
  })
  .meta({ id: 'AppraisalObjection' });
export type AppraisalObjection = z.infer<typeof AppraisalObjection>;
/** To whom an objection would go now, and until when. */
export const MayObject = z.object({ level: keysOf<ObjectionLevel>(OBJECTION_LEVELS), until: Day }).meta({ id: 'MayObject' });

export const AppraisalRow = z
  .object({
    id: IdText,
    state: AppraisalStateCode,
    version: Version,
    agreementId: IdText,
    agreementNumber: z.string(),
    patientId: IdText,
    patientName: z.string(),
    villageName: z.string(),
    /** First and last day of the period, both inside it. */
    from: Day,
    to: Day,
    /** What the period earns when every duty was done. */
    fullFen: FenAmount,
    /** What was decided; null before. */
    decidedFen: FenAmount.nullable(),
    /** Null while the period still runs. */
    proposal: ProposalCode.nullable(),
    opinions: z.int().min(0),
    /** The asker has already given an opinion. */
    mine: z.boolean(),
  })
  .meta({ id: 'AppraisalRow' });

/** Counted by the server from what was confirmed, visited and reported in the period. */
const Evidence = z
  .object({
    days: z.int(),
    confirmations: z.object({ taken: z.int(), partly: z.int(), notTaken: z.int(), unanswered: z.int() }),
    visits: z.int(),
    /** Trainings that the guardian took part in. */
    trainings: z.int().optional(),
    /** When all this was counted and frozen. */
    gatheredAt: Instant.optional(),
    incidents: z.array(
      z.object({
        happenedAt: Instant,
        reportedAt: Instant,
        byGuardian: z.boolean(),
        withinDay: z.boolean(),
        /** What doctor or police found it to be: a fact beside the report, never by itself a deduction. */
        conduct: keysOf<Conduct>(CONDUCTS).nullable().optional(),
      }),
    ),
  })
  .meta({ id: 'AppraisalEvidence' });

const Opinion = z
  .object({
    by: z.string(),
    mine: z.boolean(),
    at: Instant,
    round: z.int().min(1),
    outcome: OutcomeCode,
    payPercent: z.int(),
    breaches: z.array(Breach),
    guardianHeardOn: Day.nullable(),
    note: z.string().nullable(),
  })
  .meta({ id: 'AppraisalOpinion' });

/** The rest of the year stopped by two people, or proposed to be. */
export const YearStop = z
  .object({
    id: IdText,
    state: keysOf<YearStopState>(YEAR_STOP_STATES),
    version: Version,
    reason: z.string(),
    /** What the guardian said to it, and when. */
    guardianSaid: z.string(),
    guardianHeardOn: Day,
    proposedBy: z.string(),
    decidedBy: z.string().nullable(),
    at: Instant,
  })
  .meta({ id: 'YearStop' });
export type YearStop = z.infer<typeof YearStop>;

export const AppraisalDetail = AppraisalRow.extend({
  guardianName: z.string(),
  evidence: Evidence.nullable(),
  /** Per clause: met, or for a person to look at, with the reasons in words. Never a proposal to deduct. */
  clauses: z.array(z.object({ clause: Clause, label: z.string(), finding: z.enum(['met', 'check']), reasons: z.array(z.string()) })),
  reasons: z.array(z.string()),
  opinionsGiven: z.array(Opinion),
  /** When a decided deduction takes effect unless it is objected to. */
  finalOn: Day.nullable(),
  /** What has become known since the evidence was frozen: told as later, changing nothing by itself. */
  later: z.array(z.string()),
  /** 1, and one more after each objection that was upheld: then two people decide anew, never on less. */
  round: z.int().min(1),
  objections: z.array(AppraisalObjection),
  /** The asker may object for the guardian now. */
  mayRecordObjection: MayObject.nullable(),
  mayRecordTraining: z.boolean(),
  yearStop: YearStop.nullable(),
  /** The asker may propose to stop the rest of the year, or decide on it. */
  mayProposeStop: z.boolean(),
  /** Everything speaks for it but the text that was signed: said to whoever would propose it. */
  stopNotAgreed: z.boolean(),
  mayDecideStop: z.boolean(),
  mayOpine: z.boolean(),
}).meta({ id: 'AppraisalDetail' });
export type AppraisalDetail = z.infer<typeof AppraisalDetail>;

const AppraisalPage = PageOf(AppraisalRow);
export type AppraisalPage = z.infer<typeof AppraisalPage>;
const ListAppraisalsQuery = PageQuery.extend({ state: AppraisalStateCode.optional() });
export type ListAppraisalsQuery = z.input<typeof ListAppraisalsQuery>;
export const listAppraisalsContract = contract({
  route: routes.listAppraisals,
  summary: 'Appraisals of the asker’s area or team, those to decide first',
  door: 'appraisal:read',
  query: ListAppraisalsQuery,
  answer: AppraisalPage,
  refusals: ['SIGN_IN_NEEDED', 'INPUT_INVALID'],
});

export const readAppraisalContract = contract({
  route: routes.readAppraisal,
  summary: 'One appraisal: evidence, proposal with reasons, opinions',
  door: 'appraisal:read',
  params: AppraisalParams,
  answer: AppraisalDetail,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});

/** What an outcome pays is the agreement's, not the person's. Breaches and the day of hearing are for a deduction only, and needed for it. */
const GiveOpinionBody = z.strictObject({
  version: Version,
  outcome: OutcomeCode,
  breaches: z
    .array(z.strictObject({ clause: Clause, evidence: Words(500) }))
    .max(DUTY_CLAUSE_CODES.length)
    .default([]),
  guardianHeardOn: Day.optional(),
  note: Words(500).optional(),
  /** When the person tapped, by the phone's clock; absent where it is sent at once. */
  tappedAt: Instant.optional(),
});
export type GiveOpinionBody = z.input<typeof GiveOpinionBody>;
const OpinionAnswer = z
  .object({
    id: IdText,
    state: AppraisalStateCode,
    version: Version,
    decidedFen: FenAmount.nullable(),
    /** True while a second person still has to concur. */
    waitingForSecond: z.boolean(),
  })
  .meta({ id: 'OpinionAnswer' });
export type OpinionAnswer = z.infer<typeof OpinionAnswer>;
export const giveOpinionContract = contract({
  route: routes.giveOpinion,
  summary: 'One person’s opinion; two that concur decide',
  door: 'appraisal:opine',
  params: AppraisalParams,
  body: GiveOpinionBody,
  answer: OpinionAnswer,
  refusals: [
    'APPRAISAL_NOT_OPEN',
    'APPRAISAL_OWN_PARTY',
    'DEDUCTION_NEEDS_GROUNDS',
    'GUARDIAN_HEARD_DAY_INVALID',
    'APPRAISAL_OPINION_UNCLEAR',
    'OBJECTION_NEVER_LOWERS',
    'STALE',
    'NOT_FOUND_OR_NO_ACCESS',
  ],
  once: true,
});
