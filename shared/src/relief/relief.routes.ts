import { route } from '../kernel/route.ts';
import type * as C from './relief.contract.ts';

type OfPatient = { patientId: string };
type One = { reliefId: string };

export const readOutlook = route<{ params: OfPatient; answer: C.ReliefOutlook }>()('GET', '/patients/:patientId/relief');
export const tellFact = route<{ params: OfPatient; body: C.TellFactBody; answer: C.ReliefOutlook }>()(
  'POST',
  '/patients/:patientId/relief/answers',
);
export const applyForRelief = route<{ params: OfPatient; body: C.ApplyForReliefBody; answer: C.ReliefDetail }>()(
  'POST',
  '/patients/:patientId/relief-applications',
);
export const recordGrant = route<{ params: OfPatient; body: C.RecordGrantBody; answer: C.ReliefOutlook }>()(
  'POST',
  '/patients/:patientId/relief-grants',
);
export const endGrant = route<{ params: { grantId: string }; body: C.EndGrantBody; answer: C.ReliefOutlook }>()(
  'POST',
  '/relief-grants/:grantId/end',
);
export const listRelief = route<{ query: C.ListReliefQuery; answer: C.ReliefPage }>()('GET', '/relief-applications');
export const readRelief = route<{ params: One; answer: C.ReliefDetail }>()('GET', '/relief-applications/:reliefId');
export const readReliefVoice = route<{ params: One & { stepId: string } }>()('GET', '/relief-applications/:reliefId/steps/:stepId/voice');
export const receivePapers = route<{ params: One; body: C.ReceivePapersBody; answer: C.ReliefDetail }>()(
  'POST',
  '/relief-applications/:reliefId/papers',
);
export const forwardRelief = route<{ params: One; body: C.MoveReliefBody; answer: C.ReliefDetail }>()(
  'POST',
  '/relief-applications/:reliefId/forward',
);
export const recordResult = route<{ params: One; body: C.RecordResultBody; answer: C.ReliefDetail }>()(
  'POST',
  '/relief-applications/:reliefId/result',
);
export const withdrawRelief = route<{ params: One; body: C.MoveReliefBody; answer: C.ReliefDetail }>()(
  'POST',
  '/relief-applications/:reliefId/withdraw',
);
export const objectToRelief = route<{ params: One; body: C.ObjectToReliefBody; answer: C.ReliefDetail }>()(
  'POST',
  '/relief-applications/:reliefId/objection',
);
export const answerRelief = route<{ params: One; body: C.AnswerReliefBody; answer: C.ReliefDetail }>()(
  'POST',
  '/relief-applications/:reliefId/answer',
);
export const listHardships = route<{ query: C.ListHardshipsQuery; answer: C.HardshipPage }>()('GET', '/relief-hardships');
