import { route } from '../kernel/route.ts';
import type * as C from './meetings.contract.ts';

/** Meetings of the comprehensive group: from the agenda over countersigned minutes to what was decided. */
export const listMeetings = route<{ query: C.MeetingsQuery; answer: C.MeetingsPage }>()('GET', '/meetings');
/** When the next one is due, what is open in the township, and whom to invite. */
export const proposeMeeting = route<{ query: C.ProposalQuery; answer: C.MeetingProposal }>()('GET', '/meetings/proposal');
export const planMeeting = route<{ body: C.PlanMeetingBody; answer: C.MeetingRef }>()('POST', '/meetings');
export const readMeeting = route<{ params: C.MeetingParams; answer: C.Meeting }>()('GET', '/meetings/:meetingId');
export const cancelMeeting = route<{ params: C.MeetingParams; body: C.CancelMeetingBody; answer: C.MeetingRef }>()(
  'POST',
  '/meetings/:meetingId/cancel',
);
export const writeMinutes = route<{ params: C.MeetingParams; body: C.WriteMinutesBody; answer: C.MeetingRef }>()(
  'POST',
  '/meetings/:meetingId/minutes',
);
export const sendMinutes = route<{ params: C.MeetingParams; body: C.MeetingVersionBody; answer: C.MeetingRef }>()(
  'POST',
  '/meetings/:meetingId/minutes/send',
);
export const countersignMinutes = route<{ params: C.MeetingParams; body: C.CountersignMinutesBody; answer: C.MeetingRef }>()(
  'POST',
  '/meetings/:meetingId/minutes/countersign',
);
export const issueMinutes = route<{ params: C.MeetingParams; body: C.MeetingVersionBody; answer: C.MeetingRef }>()(
  'POST',
  '/meetings/:meetingId/minutes/issue',
);
/** The issued minutes as a file: `pdf` for A4, `docx` for whoever passes them on. */
export const printMinutes = route<{ params: C.MinutesFileParams; answer: unknown }>()('GET', '/meetings/:meetingId/minutes/:format');
export const listDecisions = route<{ query: C.DecisionsQuery; answer: C.DecisionsPage }>()('GET', '/meeting-decisions');
/** Somebody else carries it out from now on. */
export const giveDecision = route<{ params: C.DecisionParams; body: C.GiveDecisionBody; answer: C.DecisionRef }>()(
  'POST',
  '/meeting-decisions/:decisionId/give',
);
export const finishDecision = route<{ params: C.DecisionParams; body: C.FinishDecisionBody; answer: C.DecisionRef }>()(
  'POST',
  '/meeting-decisions/:decisionId/finish',
);
