import { route } from '../kernel/route.ts';
import type * as C from './case-team.contract.ts';

/** Case teams of the patients the reader answers for, newest first. */
export const listCaseTeams = route<{ query: C.CaseTeamsQuery; answer: C.CaseTeamsPage }>()('GET', '/case-teams');
export const readCaseTeam = route<{ params: C.CaseTeamParams; answer: C.CaseTeam }>()('GET', '/case-teams/:caseTeamId');
/** A proposed team is formed: members, who leads, the plan and the first review. */
export const openCaseTeam = route<{ params: C.CaseTeamParams; body: C.OpenCaseTeamBody; answer: C.CaseTeamRef }>()(
  'POST',
  '/case-teams/:caseTeamId/open',
);
/** What a review found, the plan as it goes on, and when the next one is. */
export const reviewCaseTeam = route<{ params: C.CaseTeamParams; body: C.ReviewCaseTeamBody; answer: C.CaseTeamRef }>()(
  'POST',
  '/case-teams/:caseTeamId/reviews',
);
/** One person asks to close it, another agrees. */
export const askToCloseCaseTeam = route<{ params: C.CaseTeamParams; body: C.AskToCloseBody; answer: C.CaseTeamRef }>()(
  'POST',
  '/case-teams/:caseTeamId/close',
);
export const decideCaseClosing = route<{ params: C.CaseTeamParams; body: C.DecideClosingBody; answer: C.CaseTeamRef }>()(
  'POST',
  '/case-teams/:caseTeamId/close/decide',
);
