import { z } from 'zod';
import { contract, Day, IdPageQuery, IdText, Instant, keysOf, PageOf, Version, Words } from '../kernel/contract.ts';
import * as routes from './case-team.routes.ts';
import { CASE_POSTS, CASE_REASON_KEYS, CASE_TEAM_STATES, type CasePost, type CaseTeamState } from './case-team.terms.ts';

const State = keysOf<CaseTeamState>(CASE_TEAM_STATES).meta({ id: 'CaseTeamState' });
const Post = keysOf<CasePost>(CASE_POSTS).meta({ id: 'CasePost' });
const Reasons = z.array(z.enum(CASE_REASON_KEYS));
const CaseTeamParams = z.strictObject({ caseTeamId: IdText });
const CaseTeamsQuery = IdPageQuery.extend({
  state: State.optional(),
  /** Of one patient. */
  patientId: IdText.optional(),
});

const CaseTeamRow = z
  .object({
    caseTeamId: IdText,
    patientId: IdText,
    patientName: z.string(),
    villageName: z.string(),
    state: State,
    reasons: Reasons,
    /** The next review, or the day by which it should be formed. */
    reviewOn: Day.nullable(),
    overdue: z.boolean(),
  })
  .meta({ id: 'CaseTeamRow' });
const PlanFields = { goals: Words(1000), measures: Words(2000) };
const CasePlan = z.object(PlanFields).meta({ id: 'CasePlan' });
const Member = z.object({ personId: IdText, name: z.string(), phone: z.string().nullable(), post: Post });
const CaseTeam = CaseTeamRow.extend({
  proposedOn: Day,
  openedOn: Day.nullable(),
  /** What still speaks against closing it today. */
  remaining: Reasons,
  leaderId: IdText.nullable(),
  members: z.array(Member),
  /** Of a proposal: who stands on the patient's team, as members to begin with. */
  suggested: z.array(Member),
  plan: CasePlan.nullable(),
  /** Newest first. */
  reviews: z.array(z.object({ reviewId: IdText, on: Day, by: z.string(), finding: z.string() })),
  closing: z
    .object({ reason: z.string(), askedBy: z.string(), askedAt: Instant, agreedBy: z.string().nullable(), on: Day.nullable() })
    .nullable(),
  version: Version,
}).meta({ id: 'CaseTeam' });

const MemberNamed = z.strictObject({ personId: IdText, post: Post });
const OpenCaseTeamBody = z.strictObject({
  members: z.array(MemberNamed).min(1).max(20),
  leaderId: IdText,
  plan: z.strictObject(PlanFields),
  reviewOn: Day,
  version: Version,
});
const ReviewCaseTeamBody = z.strictObject({
  reviewId: IdText,
  finding: Words(2000),
  plan: z.strictObject(PlanFields),
  nextOn: Day,
  version: Version,
});
const AskToCloseBody = z.strictObject({ reason: Words(500), version: Version });
const DecideClosingBody = z.strictObject({ agree: z.boolean(), version: Version });
const CaseTeamRef = z.object({ caseTeamId: IdText, state: State });

export const listCaseTeamsContract = contract({
  route: routes.listCaseTeams,
  summary: 'Case teams of the patients the reader answers for',
  door: 'case-team:read',
  query: CaseTeamsQuery,
  answer: PageOf(CaseTeamRow),
  refusals: [],
});
export const readCaseTeamContract = contract({
  route: routes.readCaseTeam,
  summary: 'One case team: reasons, members, plan, reviews',
  door: 'case-team:read',
  params: CaseTeamParams,
  answer: CaseTeam,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});
export const openCaseTeamContract = contract({
  route: routes.openCaseTeam,
  summary: 'Form a proposed case team; a doctor leads it',
  door: 'case-team:write',
  params: CaseTeamParams,
  body: OpenCaseTeamBody,
  answer: CaseTeamRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'STALE', 'CASE_TEAM_NOT_OPEN', 'CASE_TEAM_NEEDS_DOCTOR', 'CASE_REVIEW_TOO_FAR', 'PERSON_LEFT'],
  once: true,
});
export const reviewCaseTeamContract = contract({
  route: routes.reviewCaseTeam,
  summary: 'What a review found, the plan, and when the next one is',
  door: 'case-team:write',
  params: CaseTeamParams,
  body: ReviewCaseTeamBody,
  answer: CaseTeamRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'STALE', 'CASE_TEAM_NOT_OPEN', 'CASE_REVIEW_TOO_FAR'],
  once: true,
});
export const askToCloseCaseTeamContract = contract({
  route: routes.askToCloseCaseTeam,
  summary: 'Ask to close a case team whose reasons are gone',
  door: 'case-team:close',
  params: CaseTeamParams,
  body: AskToCloseBody,
  answer: CaseTeamRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'STALE', 'CASE_TEAM_NOT_OPEN', 'CASE_REASONS_REMAIN'],
  once: true,
});
export const decideCaseClosingContract = contract({
  route: routes.decideCaseClosing,
  summary: 'Agree to close a case team, or send it back; another person than the one who asked',
  door: 'case-team:close',
  params: CaseTeamParams,
  body: DecideClosingBody,
  answer: CaseTeamRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'STALE', 'CASE_TEAM_NOT_OPEN', 'CASE_REASONS_REMAIN', 'CASE_CLOSING_NEEDS_ANOTHER'],
  once: true,
});

export type CaseTeamParams = z.input<typeof CaseTeamParams>;
export type CaseTeamsQuery = z.input<typeof CaseTeamsQuery>;
export type CaseTeamRow = z.infer<typeof CaseTeamRow>;
export type CaseTeamsPage = { rows: CaseTeamRow[]; next: string | null };
export type CaseTeam = z.infer<typeof CaseTeam>;
export type CasePlan = z.infer<typeof CasePlan>;
export type OpenCaseTeamBody = z.input<typeof OpenCaseTeamBody>;
export type ReviewCaseTeamBody = z.input<typeof ReviewCaseTeamBody>;
export type AskToCloseBody = z.input<typeof AskToCloseBody>;
export type DecideClosingBody = z.input<typeof DecideClosingBody>;
export type CaseTeamRef = z.infer<typeof CaseTeamRef>;
