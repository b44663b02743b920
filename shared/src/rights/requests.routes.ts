import type { IssuedInvitation } from '../access/access.contract.ts';
import { route } from '../kernel/route.ts';
import type * as C from './requests.contract.ts';

type OfPatient = { patientId: string };

export const makeRequest = route<{ params: OfPatient; body: C.MakeRequestBody; answer: C.RightsRequest }>()(
  'POST',
  '/patients/:patientId/requests',
);
export const recordRequest = route<{ params: OfPatient; body: C.RecordRequestBody; answer: C.RequestAtDesk }>()(
  'POST',
  '/patients/:patientId/requests/outside',
);
export const listMyRequests = route<{ query: C.MyRequestsQuery; answer: C.MyRequestsPage }>()('GET', '/my/requests');
export const listRequests = route<{ query: C.RequestsQuery; answer: C.RequestsPage }>()('GET', '/requests');
export const readRequest = route<{ params: C.OfRequest; answer: C.RequestAtDesk }>()('GET', '/requests/:requestId');
export const readRequestVoice = route<{ params: C.OfRequest }>()('GET', '/requests/:requestId/voice');
export const answerRequest = route<{ params: C.OfRequest; body: C.AnswerRequestBody; answer: C.RequestAtDesk }>()(
  'POST',
  '/requests/:requestId/answer',
);
export const escalateRequest = route<{ params: C.OfRequest; body: C.EscalateRequestBody; answer: C.RightsRequest }>()(
  'POST',
  '/requests/:requestId/escalate',
);
export const invitePatient = route<{ params: OfPatient; answer: IssuedInvitation }>()('POST', '/patients/:patientId/account/invitation');
