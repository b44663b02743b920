import { z } from 'zod';
import { contract, Day, IdText, Instant, keysOf, listOf, Version, Words } from '../kernel/contract.ts';
import * as routes from './meetings.routes.ts';
import {
  DECISION_STATES,
  MATTER_SOURCES,
  MEETING_KINDS,
  MEETING_STATES,
  STANDS,
  type DecisionState,
  type MatterSource,
  type MeetingKind,
  type MeetingState,
  type Stand,
} from './meetings.terms.ts';

const MOST_UNITS = 40;
const MOST_TOPICS = 30;

const MeetingParams = z.strictObject({ meetingId: IdText });
const MinutesFileParams = MeetingParams.extend({ format: z.enum(['pdf', 'docx']) });
const DecisionParams = z.strictObject({ decisionId: IdText });
const Kind = keysOf<MeetingKind>(MEETING_KINDS).meta({ id: 'MeetingKind' });
const State = keysOf<MeetingState>(MEETING_STATES).meta({ id: 'MeetingState' });
const Source = keysOf<MatterSource>(MATTER_SOURCES).meta({ id: 'MeetingMatterSource' });
const UnitStand = keysOf<Stand>(STANDS).meta({ id: 'CountersignStand' });
const StateOfDecision = keysOf<DecisionState>(DECISION_STATES).meta({ id: 'MeetingDecisionState' });

const MeetingRow = z
  .object({
    meetingId: IdText,
    townshipName: z.string(),
    kind: Kind,
    state: State,
    on: Day,
    number: z.string().nullable(),
    /** Whether a unit of the reader is to countersign. */
    waitsForMe: z.boolean(),
  })
  .meta({ id: 'MeetingRow' });
const Meetings = listOf(MeetingRow, { state: State.optional() });

const ProposalQuery = z.strictObject({ townshipId: IdText });
/** Something that is open in a township: a count and where, never a name. */
const Matter = z.object({ source: Source, count: z.int().min(0), topic: z.string() }).meta({ id: 'MeetingMatter' });
const InvitedUnit = z.object({ organisationId: IdText, name: z.string() });
const Proposal = z
  .object({
    townshipId: IdText,
    timesAYear: z.int().min(1),
    /** Until when the next regular meeting is held. */
    dueBy: Day,
    lastRegularOn: Day.nullable(),
    matters: z.array(Matter),
    units: z.array(InvitedUnit),
  })
  .meta({ id: 'MeetingProposal' });

const AgendaItem = z.strictObject({ topic: Words(200), source: Source.nullable() }).meta({ id: 'MeetingAgendaItem' });
const PlanMeetingBody = z.strictObject({
  meetingId: IdText,
  townshipId: IdText,
  kind: Kind,
  on: Day,
  place: Words(60),
  units: z.array(IdText).min(1).max(MOST_UNITS),
  agenda: z.array(AgendaItem).max(MOST_TOPICS),
});
const MeetingVersionBody = z.strictObject({ version: Version });
const CancelMeetingBody = MeetingVersionBody.extend({ reason: Words(500) });
const Attendance = z.strictObject({
  organisationId: IdText,
  attended: z.boolean(),
  /** Who came, as the minutes name them. */
  who: Words(40).nullable(),
});
const MinutesTopic = z.strictObject({ topic: Words(200), words: Words(4000) }).meta({ id: 'MinutesTopic' });
const DraftedDecision = z.strictObject({ what: Words(500), ownerId: IdText, dueOn: Day });
const WriteMinutesBody = MeetingVersionBody.extend({
  attendance: z.array(Attendance).min(1).max(MOST_UNITS),
  summary: Words(2000),
  topics: z.array(MinutesTopic).max(MOST_TOPICS),
  decisions: z.array(DraftedDecision).max(MOST_TOPICS),
});
const CountersignMinutesBody = z.strictObject({
  /** The text that was read: another one in between is refused as stale. */
  textId: IdText,
  organisationId: IdText,
  stand: UnitStand,
  words: Words(1000).nullable(),
  /** Who signed on paper for a unit that nobody here belongs to. */
  paperSigner: Words(40).nullable(),
});
const MeetingRef = z.object({ meetingId: IdText, state: State, version: Version });

const GivenStand = z.object({
  stand: UnitStand,
  words: z.string().nullable(),
  by: z.string(),
  onPaper: z.boolean(),
  at: Instant,
});
const MeetingUnit = z
  .object({
    organisationId: IdText,
    name: z.string(),
    attended: z.boolean().nullable(),
    who: z.string().nullable(),
    /** To the newest text. */
    given: GivenStand.nullable(),
    /** Whether the reader holds a post of it. */
    mine: z.boolean(),
    /** Whether anybody does; of one without, the convening office writes down the paper. */
    held: z.boolean(),
  })
  .meta({ id: 'MeetingUnit' });
const Meeting = z
  .object({
    meetingId: IdText,
    townshipId: IdText,
    townshipName: z.string(),
    kind: Kind,
    state: State,
    on: Day,
    place: z.string(),
    agenda: z.array(AgendaItem),
    units: z.array(MeetingUnit),
    minutes: z
      .object({
        textId: IdText,
        summary: z.string(),
        topics: z.array(MinutesTopic),
        decisions: z.array(
          z.object({ what: z.string(), ownerId: IdText, ownerName: z.string(), dueOn: Day, state: StateOfDecision.nullable() }),
        ),
        writtenBy: z.string(),
        at: Instant,
      })
      .nullable(),
    /** Objections to earlier texts, newest first. */
    objections: z.array(z.object({ unitName: z.string(), words: z.string(), by: z.string(), at: Instant })),
    /** How many texts there have been. */
    drafts: z.int().min(0),
    issued: z.object({ number: z.string(), contentSha256: z.string(), contentSm3: z.string(), at: Instant, by: z.string() }).nullable(),
    cancelReason: z.string().nullable(),
    /** Whether the reader convenes it. */
    convenes: z.boolean(),
    version: Version,
  })
  .meta({ id: 'Meeting' });

const DecisionRow = z
  .object({
    decisionId: IdText,
    meetingId: IdText,
    townshipName: z.string(),
    number: z.string(),
    what: z.string(),
    ownerName: z.string(),
    mine: z.boolean(),
    dueOn: Day,
    late: z.boolean(),
    state: StateOfDecision,
    outcome: z.string().nullable(),
    doneAt: Instant.nullable(),
    version: Version,
  })
  .meta({ id: 'MeetingDecision' });
const Decisions = listOf(DecisionRow, {
  state: StateOfDecision.optional(),
  /** Only what the reader, or whoever they stand in for, is to carry out. */
  mine: z.literal('yes').optional(),
});
const FinishDecisionBody = z.strictObject({ version: Version, outcome: Words(1000) });
const GiveDecisionBody = z.strictObject({ version: Version, ownerId: IdText });
const DecisionRef = z.object({ decisionId: IdText, state: StateOfDecision });

export const listMeetingsContract = contract({
  route: routes.listMeetings,
  summary: 'Meetings of the townships the reader may see and of the units the reader belongs to, newest first',
  door: 'meeting:read',
  ...Meetings,
  refusals: [],
});
export const proposeMeetingContract = contract({
  route: routes.proposeMeeting,
  summary: 'What the next meeting of a township could be about',
  door: 'meeting:convene',
  query: ProposalQuery,
  answer: Proposal,
  refusals: [],
});
export const planMeetingContract = contract({
  route: routes.planMeeting,
  summary: 'Call a meeting with its agenda and its member units',
  door: 'meeting:convene',
  body: PlanMeetingBody,
  answer: MeetingRef,
  refusals: ['MEETING_UNITS_WRONG', 'MEETING_DAY_WRONG'],
  once: true,
});
export const readMeetingContract = contract({
  route: routes.readMeeting,
  summary: 'One meeting: agenda, attendance, minutes and who has countersigned them',
  door: 'meeting:read',
  params: MeetingParams,
  answer: Meeting,
  refusals: [],
});
export const cancelMeetingContract = contract({
  route: routes.cancelMeeting,
  summary: 'Call off a meeting that was not held',
  door: 'meeting:convene',
  params: MeetingParams,
  body: CancelMeetingBody,
  answer: MeetingRef,
  refusals: ['MEETING_MOVE_NOT_ALLOWED', 'STALE'],
  once: true,
});
export const writeMinutesContract = contract({
  route: routes.writeMinutes,
  summary: 'Write down who was there and what was said and decided; every text is kept',
  door: 'meeting:convene',
  params: MeetingParams,
  body: WriteMinutesBody,
  answer: MeetingRef,
  refusals: ['MEETING_MOVE_NOT_ALLOWED', 'MEETING_NOT_HELD', 'MEETING_UNITS_WRONG', 'DECISION_NEEDS_OWNER', 'DECISION_DAY_WRONG', 'STALE'],
  once: true,
});
export const sendMinutesContract = contract({
  route: routes.sendMinutes,
  summary: 'Send the minutes to every member unit to be countersigned',
  door: 'meeting:convene',
  params: MeetingParams,
  body: MeetingVersionBody,
  answer: MeetingRef,
  refusals: ['MEETING_MOVE_NOT_ALLOWED', 'STALE'],
  once: true,
});
export const countersignMinutesContract = contract({
  route: routes.countersignMinutes,
  summary: 'Agree or object for a member unit; an objection sends the minutes back to be written anew',
  door: 'meeting:read',
  params: MeetingParams,
  body: CountersignMinutesBody,
  answer: MeetingRef,
  refusals: ['MEETING_MOVE_NOT_ALLOWED', 'COUNTERSIGN_NOT_ON_PAPER', 'COUNTERSIGNED_ALREADY', 'OBJECTION_NEEDS_WORDS', 'STALE'],
  once: true,
});
export const issueMinutesContract = contract({
  route: routes.issueMinutes,
  summary: 'Issue minutes that every member unit has agreed to: numbered, with their digests, and frozen',
  door: 'meeting:convene',
  params: MeetingParams,
  body: MeetingVersionBody,
  answer: MeetingRef,
  refusals: ['MEETING_MOVE_NOT_ALLOWED', 'COUNTERSIGN_MISSING', 'STALE'],
  once: true,
});
export const printMinutesContract = contract({
  route: routes.printMinutes,
  summary: 'Issued minutes in the layout of an official document, as PDF or for a word processor',
  door: 'meeting:read',
  params: MinutesFileParams,
  refusals: ['MEETING_MOVE_NOT_ALLOWED'],
});
export const listDecisionsContract = contract({
  route: routes.listDecisions,
  summary: 'What meetings decided, newest first, with who does it until when',
  door: 'meeting:read',
  ...Decisions,
  refusals: [],
});
export const giveDecisionContract = contract({
  route: routes.giveDecision,
  summary: 'Hand a decision to somebody else of the township',
  door: 'meeting:convene',
  params: DecisionParams,
  body: GiveDecisionBody,
  answer: DecisionRef,
  refusals: ['DECISION_DONE', 'DECISION_NEEDS_OWNER', 'STALE'],
  once: true,
});
export const finishDecisionContract = contract({
  route: routes.finishDecision,
  summary: 'Say what became of a decision, by whoever is to carry it out',
  door: 'meeting:read',
  params: DecisionParams,
  body: FinishDecisionBody,
  answer: DecisionRef,
  refusals: ['DECISION_DONE', 'STALE'],
  once: true,
});

export type MeetingParams = z.input<typeof MeetingParams>;
export type MinutesFileParams = z.input<typeof MinutesFileParams>;
export type MeetingsQuery = z.input<typeof Meetings.query>;
export type MeetingsPage = z.infer<typeof Meetings.answer>;
export type ProposalQuery = z.input<typeof ProposalQuery>;
export type MeetingProposal = z.infer<typeof Proposal>;
export type PlanMeetingBody = z.input<typeof PlanMeetingBody>;
export type MeetingVersionBody = z.input<typeof MeetingVersionBody>;
export type CancelMeetingBody = z.input<typeof CancelMeetingBody>;
export type WriteMinutesBody = z.input<typeof WriteMinutesBody>;
export type CountersignMinutesBody = z.input<typeof CountersignMinutesBody>;
export type MeetingRef = z.infer<typeof MeetingRef>;
export type Meeting = z.infer<typeof Meeting>;
export type MeetingUnit = z.infer<typeof MeetingUnit>;
export type DecisionParams = z.input<typeof DecisionParams>;
export type DecisionsQuery = z.input<typeof Decisions.query>;
export type DecisionsPage = z.infer<typeof Decisions.answer>;
export type DecisionRow = z.infer<typeof DecisionRow>;
export type FinishDecisionBody = z.input<typeof FinishDecisionBody>;
export type GiveDecisionBody = z.input<typeof GiveDecisionBody>;
export type DecisionRef = z.infer<typeof DecisionRef>;
