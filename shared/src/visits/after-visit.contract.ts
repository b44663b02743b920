import { z } from 'zod';
import { contract, Day, IdText, Instant, PageOf, PageQuery, Version, Words } from '../kernel/contract.ts';
import * as routes from './after-visit.routes.ts';
import { ALL_REFERRAL_STEPS, REFERRAL_STATE_KEYS, REFERRAL_STEP_KEYS } from './referral.rules.ts';
import { ALERT_OUTCOME_KEYS, CONCERN_KIND_KEYS } from './rights.terms.ts';

const Whom = z.object({ patientId: IdText, patientName: z.string(), villageName: z.string() });

const ReferralRow = Whom.extend({
  referralId: IdText,
  visitId: IdText,
  state: z.enum(REFERRAL_STATE_KEYS),
  sentAt: Instant,
  /** The hospital and its department, as the form says; null when it was left blank. */
  to: z.string().nullable(),
});
const Referral = ReferralRow.extend({
  version: Version,
  reason: z.string().nullable(),
  steps: z.array(z.object({ step: z.enum(ALL_REFERRAL_STEPS), at: Instant, byName: z.string(), note: z.string().nullable() })),
}).meta({ id: 'Referral' });
const ReferralQuery = PageQuery.extend({ state: z.enum(REFERRAL_STATE_KEYS).optional() });
const MoveReferral = z.strictObject({ version: Version, step: z.enum(REFERRAL_STEP_KEYS), note: Words(500).optional() });

const OpenQuery = PageQuery.extend({ state: z.enum(['open', 'closed']).optional() });
const Alert = Whom.extend({
  alertId: IdText,
  visitId: IdText,
  version: Version,
  state: z.enum(['open', 'closed']),
  foundAt: Instant,
  /** Until when the patient is to be unlocked and treated. */
  dueAt: Instant,
  outcome: z.enum(ALERT_OUTCOME_KEYS).nullable(),
  note: z.string().nullable(),
  closedAt: Instant.nullable(),
}).meta({ id: 'RightsAlert' });
const CloseAlert = z.strictObject({ version: Version, outcome: z.enum(ALERT_OUTCOME_KEYS), note: Words(500) });

const ReportConcern = z.strictObject({ concernId: IdText, kind: z.enum(CONCERN_KIND_KEYS), words: Words(1000) });
const ConcernReported = z.object({ concernId: IdText, at: Instant });
const Concern = Whom.extend({
  concernId: IdText,
  version: Version,
  kind: z.enum(CONCERN_KIND_KEYS),
  state: z.enum(['open', 'closed']),
  reportedAt: Instant,
  reporterName: z.string(),
  words: z.string(),
  result: z.string().nullable(),
  closedAt: Instant.nullable(),
}).meta({ id: 'Concern' });
const ConcernRow = Concern.omit({ words: true, result: true, version: true });
const CloseConcern = z.strictObject({ version: Version, result: Words(1000) });

const LostReportRow = Whom.extend({
  reportId: IdText,
  state: z.enum(['draft', 'issued', 'void']),
  draftedOn: Day,
  issuedAt: Instant.nullable(),
});
const LostReport = LostReportRow.extend({
  version: Version,
  letter: z.object({ title: z.string(), to: z.array(z.string()), paragraphs: z.array(z.string()), from: z.string(), on: Day }),
}).meta({ id: 'LostReport' });
const LostReportQuery = PageQuery.extend({ state: z.enum(['draft', 'issued', 'void']).optional() });
/** The letter as it is sent: the official may have corrected its words. */
const IssueLostReport = z.strictObject({
  version: Version,
  to: z.array(Words(40)).min(1).max(5),
  paragraphs: z.array(Words(500)).min(1).max(10),
});

const ofReferral = z.strictObject({ referralId: IdText });
const ofAlert = z.strictObject({ alertId: IdText });
const ofConcern = z.strictObject({ concernId: IdText });
const ofReport = z.strictObject({ reportId: IdText });

export const listReferralsContract = contract({
  route: routes.listReferrals,
  summary: 'Referrals of the reader’s patients, newest first',
  door: 'referral:read',
  query: ReferralQuery,
  answer: PageOf(ReferralRow),
  refusals: [],
});
export const readReferralContract = contract({
  route: routes.readReferral,
  summary: 'One referral with its steps',
  door: 'referral:read',
  params: ofReferral,
  answer: Referral,
  refusals: [],
});
export const moveReferralContract = contract({
  route: routes.moveReferral,
  summary: 'What the hospital did with a referral: accepted, declined, finished, answered',
  door: 'referral:write',
  params: ofReferral,
  body: MoveReferral,
  answer: Referral,
  refusals: ['REFERRAL_MOVE_NOT_ALLOWED', 'NOTE_NEEDED', 'STALE'],
  once: true,
});
export const listAlertsContract = contract({
  route: routes.listAlerts,
  summary: 'Rights alerts of the reader’s patients, newest first: somebody was found confined',
  door: 'rights:read',
  query: OpenQuery,
  answer: PageOf(Alert),
  refusals: [],
});
export const readAlertContract = contract({
  route: routes.readAlert,
  summary: 'One rights alert',
  door: 'rights:read',
  params: ofAlert,
  answer: Alert,
  refusals: [],
});
export const closeAlertContract = contract({
  route: routes.closeAlert,
  summary: 'The patient was unlocked and treatment arranged, or was not confined after all',
  door: 'rights:answer',
  params: ofAlert,
  body: CloseAlert,
  answer: Alert,
  refusals: ['ALERT_CLOSED', 'STALE'],
  once: true,
});
export const reportConcernContract = contract({
  route: routes.reportConcern,
  summary: 'Report a suspicion of abuse or abandonment, in confidence: no guardian, nor anyone acting for one, ever sees it',
  door: 'concern:report',
  params: z.strictObject({ patientId: IdText }),
  body: ReportConcern,
  answer: ConcernReported,
  refusals: [],
  once: true,
});
export const listConcernsContract = contract({
  route: routes.listConcerns,
  summary: 'Confidential reports of the reader’s township, newest first',
  door: 'concern:read',
  query: OpenQuery,
  answer: PageOf(ConcernRow),
  refusals: [],
});
export const readConcernContract = contract({
  route: routes.readConcern,
  summary: 'One confidential report',
  door: 'concern:read',
  params: ofConcern,
  answer: Concern,
  refusals: [],
});
export const closeConcernContract = contract({
  route: routes.closeConcern,
  summary: 'What a confidential report led to',
  door: 'concern:answer',
  params: ofConcern,
  body: CloseConcern,
  answer: Concern,
  refusals: ['CONCERN_CLOSED', 'STALE'],
  once: true,
});
export const listLostReportsContract = contract({
  route: routes.listLostReports,
  summary: 'Written reports on patients who were lost to follow-up, newest first',
  door: 'lost-report:read',
  query: LostReportQuery,
  answer: PageOf(LostReportRow),
  refusals: [],
});
export const readLostReportContract = contract({
  route: routes.readLostReport,
  summary: 'One written report: the draft of today, or the letter as it was sent',
  door: 'lost-report:read',
  params: ofReport,
  answer: LostReport,
  refusals: [],
});
export const issueLostReportContract = contract({
  route: routes.issueLostReport,
  summary: 'Note that the written report was sent, with its words',
  door: 'lost-report:issue',
  params: ofReport,
  body: IssueLostReport,
  answer: LostReport,
  refusals: ['LOST_REPORT_ISSUED', 'LOST_REPORT_VOID', 'STALE'],
  once: true,
});

export type ReferralsQuery = z.input<typeof ReferralQuery>;
export type ReferralsAnswer = { rows: z.infer<typeof ReferralRow>[]; next: string | null };
export type ReferralAnswer = z.infer<typeof Referral>;
export type MoveReferralBody = z.input<typeof MoveReferral>;
export type OpenClosedQuery = z.input<typeof OpenQuery>;
export type AlertAnswer = z.infer<typeof Alert>;
export type AlertsAnswer = { rows: AlertAnswer[]; next: string | null };
export type CloseAlertBody = z.input<typeof CloseAlert>;
export type ReportConcernBody = z.input<typeof ReportConcern>;
export type ConcernReportedAnswer = z.infer<typeof ConcernReported>;
export type ConcernAnswer = z.infer<typeof Concern>;
export type ConcernsAnswer = { rows: z.infer<typeof ConcernRow>[]; next: string | null };
export type CloseConcernBody = z.input<typeof CloseConcern>;
export type LostReportsQuery = z.input<typeof LostReportQuery>;
export type LostReportsAnswer = { rows: z.infer<typeof LostReportRow>[]; next: string | null };
export type LostReportAnswer = z.infer<typeof LostReport>;
export type IssueLostReportBody = z.input<typeof IssueLostReport>;
