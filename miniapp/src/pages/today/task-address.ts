import type { TaskRow } from './tasks.ts';

type Address = { readonly page: string; readonly query: Readonly<Record<string, string>> };

/** The page on which a task is done, with what it asks for; undefined of what is done at the desk. Every page can put the task off. */
export function taskAddress({ page, taskId, patientId, causeId }: TaskRow): Address | undefined {
  const cause = causeId ?? '';
  switch (page) {
    case 'desk':
      return undefined;
    case 'decision':
      return { page: '/packages/meetings/decisions/index', query: { decisionId: cause, taskId } };
    case 'letter':
      return { page: '/packages/duties/letters/index', query: { letterId: cause, taskId } };
    case 'exchange':
      return { page: '/packages/exchange/round/index', query: { roundId: cause, taskId } };
    case 'round':
      return { page: '/packages/screening/round/index', query: { campaignId: cause, taskId } };
    default:
      return patientId === null ? undefined : aboutPatient(page, { taskId, patientId, cause });
  }
}

type OfPatient = { readonly taskId: string; readonly patientId: string; readonly cause: string };

function aboutPatient(
  page: Exclude<TaskRow['page'], 'desk' | 'decision' | 'letter' | 'exchange' | 'round'>,
  { taskId, patientId, cause }: OfPatient,
): Address {
  const of = { patientId, taskId };
  switch (page) {
    case 'call':
      return { page: '/packages/agenda/call/index', query: of };
    case 'outcome':
      return { page: '/packages/visits/outcome/index', query: { visitId: cause, taskId } };
    case 'unlock':
      return { page: '/packages/visits/alert/index', query: { alertId: cause, taskId } };
    case 'rollCall':
      return { page: '/packages/visits/roll-call/index', query: { taskId } };
    case 'relief':
      return { page: '/packages/relief/application/index', query: { reliefId: cause } };
    case 'benefits':
      return { page: '/packages/relief/benefits/index', query: of };
    case 'application':
      return { page: '/packages/agreements/application/index', query: { applicationId: cause } };
    case 'handling':
      return { page: '/packages/incidents/handling/index', query: { incidentId: cause, taskId } };
    case 'appraisal':
      return { page: '/packages/appraisal/opinion/index', query: { appraisalId: cause } };
    case 'case':
      return { page: '/packages/registry/patient/index', query: { ...of, kind: 'case' } };
    case 'medicine':
      return { page: '/packages/medication/medicine/index', query: of };
    case 'review':
    case 'exam':
      return { page: `/packages/assessment/${page}/index`, query: of };
    case 'visit':
      return { page: '/packages/registry/patient/index', query: of };
  }
}
