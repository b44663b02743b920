import type { Things } from './things.ts';

/** Whose phone: everybody of the story, and one person who holds the posts that nobody there has. */
export const HOLDERS = ['guardian', 'gridWorker', 'doctor', 'maker', 'checker', 'releaser', 'administrator', 'others'] as const;
/** And a phone that belongs to nobody yet. */
export const PHONES = [...HOLDERS, 'stranger'] as const;
export type Holder = (typeof PHONES)[number];

/** Who answers for the patient of the story: the office, and who is on the team. */
const TEAM = ['gridWorker', 'doctor', 'maker'] as const;
const STAFF = [...TEAM, 'checker', 'releaser', 'administrator', 'others'] as const;
/** Who is heard or decides on what a family applies for. */
const HEARD = [...TEAM, 'checker'] as const;

/** Who exchanges lists, or signs them. */
const EXCHANGING = ['maker', 'checker', 'releaser', 'doctor'] as const;
/** Who hands in clues about people without a file. */
const FIELD = [...TEAM, 'others'] as const;
/** Who speaks for a unit of the township. */
const UNITS = STAFF;

type Door = { readonly of: readonly (keyof Things)[]; readonly to: readonly Holder[] };

/** Every page of the phone: what its address names, and who comes to it. A page of the app that is not here fails the journey. */
export const PHONE_PAGES: Readonly<Record<string, Door>> = {
  'pages/today/index': { of: [], to: HOLDERS },
  'pages/me/index': { of: [], to: HOLDERS },
  'pages/agreement/index': { of: [], to: ['guardian'] },
  'pages/patients/index': { of: [], to: STAFF },
  'packages/access/approve/index': { of: [], to: STAFF },
  'packages/access/bind/index': { of: [], to: ['stranger'] },
  'packages/access/privacy/index': { of: [], to: HOLDERS },
  'packages/access/unsent/index': { of: [], to: HOLDERS },
  'packages/agenda/call/index': { of: ['taskId', 'patientId'], to: ['gridWorker'] },
  'packages/agreements/agreement/index': { of: ['agreementId'], to: ['guardian', 'maker', 'checker'] },
  'packages/agreements/application/index': { of: ['applicationId'], to: ['guardian', ...HEARD, 'releaser', 'administrator'] },
  'packages/agreements/applications/index': { of: [], to: [...HEARD, 'releaser', 'administrator'] },
  'packages/agreements/apply/index': { of: ['patientId'], to: ['guardian'] },
  'packages/appraisal/line/index': { of: ['appraisalId'], to: ['guardian'] },
  'packages/appraisal/list/index': { of: [], to: TEAM },
  'packages/appraisal/objection/index': { of: ['appraisalId'], to: ['guardian'] },
  'packages/appraisal/opinion/index': { of: ['appraisalId'], to: TEAM },
  'packages/assessment/exam/index': { of: ['patientId'], to: ['doctor'] },
  'packages/assessment/review/index': { of: ['patientId'], to: ['doctor'] },
  'packages/care-team/leave/index': { of: [], to: STAFF },
  'packages/care-team/leaves/index': { of: [], to: ['gridWorker', 'maker'] },
  'packages/duties/letters/index': { of: [], to: UNITS },
  'packages/exchange/differences/index': { of: ['roundId'], to: ['doctor'] },
  'packages/exchange/round/index': { of: ['roundId'], to: EXCHANGING },
  'packages/exchange/rounds/index': { of: [], to: EXCHANGING },
  'packages/incidents/handling/index': { of: ['incidentId'], to: HEARD },
  'packages/incidents/incident/index': { of: ['incidentId'], to: ['guardian', ...TEAM] },
  'packages/incidents/report/index': { of: ['patientId'], to: ['guardian', ...TEAM] },
  'packages/incidents/unfiled/index': { of: [], to: STAFF },
  'packages/indicators/indicators/index': { of: [], to: UNITS },
  'packages/indicators/warnings/index': { of: [], to: ['doctor', 'maker'] },
  'packages/medication/collected/index': { of: ['patientId'], to: ['guardian'] },
  'packages/medication/injection/index': { of: ['patientId'], to: ['doctor'] },
  'packages/medication/medicine/index': { of: ['patientId'], to: TEAM },
  'packages/medication/supply/index': { of: ['patientId'], to: ['doctor', 'gridWorker'] },
  'packages/meetings/decisions/index': { of: [], to: UNITS },
  'packages/meetings/meeting/index': { of: ['meetingId'], to: ['maker', 'checker'] },
  'packages/meetings/meetings/index': { of: [], to: UNITS },
  'packages/payouts/batch/index': { of: ['batchId'], to: ['checker', 'maker'] },
  'packages/payouts/batches/index': { of: [], to: ['checker', 'maker'] },
  'packages/payouts/entitlement/index': { of: ['entitlementId'], to: ['guardian'] },
  'packages/registry/groups/index': { of: [], to: TEAM },
  'packages/registry/patient/index': { of: ['patientId'], to: TEAM },
  'packages/registry/rehab-and-law/index': { of: ['patientId'], to: ['maker'] },
  'packages/relief/application/index': { of: ['reliefId'], to: ['guardian', ...HEARD] },
  'packages/relief/benefits/index': { of: ['patientId'], to: ['guardian', ...HEARD] },
  'packages/relief/costs/index': { of: [], to: ['maker', 'checker', 'releaser', 'administrator'] },
  'packages/reminders/hold/index': { of: ['patientId'], to: ['guardian'] },
  'packages/reminders/messages/index': { of: [], to: HOLDERS },
  'packages/reminders/overdue/index': { of: [], to: STAFF },
  'packages/rights/request/index': { of: ['patientId'], to: ['guardian'] },
  'packages/rights/rights/index': { of: [], to: ['guardian'] },
  'packages/screening/clue/index': { of: [], to: FIELD },
  'packages/screening/clues/index': { of: [], to: ['doctor', 'maker'] },
  'packages/screening/review/index': { of: ['clueId'], to: ['doctor', 'maker'] },
  'packages/screening/round/index': { of: ['campaignId'], to: [...FIELD, 'checker', 'administrator'] },
  'packages/screening/village/index': { of: [], to: FIELD },
  'packages/transfers/transfer/index': { of: ['transferId'], to: ['doctor', 'maker'] },
  'packages/transfers/waiting/index': { of: [], to: TEAM },
  'packages/visits/alert/index': { of: ['alertId'], to: TEAM },
  'packages/visits/concern/index': { of: ['patientId'], to: TEAM },
  'packages/visits/history/index': { of: ['patientId'], to: TEAM },
  'packages/visits/outcome/index': { of: ['visitId'], to: ['doctor'] },
  'packages/visits/record/index': { of: ['visitId'], to: TEAM },
  'packages/visits/referral/index': { of: ['referralId'], to: TEAM },
  'packages/visits/roll-call/index': { of: [], to: ['gridWorker', 'releaser'] },
  'packages/visits/visit/index': { of: ['patientId'], to: ['gridWorker', 'doctor'] },
};

/** The address of a page within the app, about these things. */
export function addressOf(page: string, things: Things): string {
  const query = (PHONE_PAGES[page]?.of ?? []).map(name => `${name}=${things[name]}`).join('&');
  return query === '' ? page : `${page}?${query}`;
}
