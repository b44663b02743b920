import { route } from '../kernel/route.ts';
import type * as C from './agreements.contract.ts';

type One = { agreementId: string };

export const listAgreements = route<{ query: C.ListAgreementsQuery; answer: C.AgreementPage }>()('GET', '/agreements');
export const draftAgreement = route<{ body: C.DraftAgreementBody; answer: C.AgreementDetail }>()('POST', '/agreements');
export const readAgreement = route<{ params: One; answer: C.AgreementDetail }>()('GET', '/agreements/:agreementId');
export const signAgreement = route<{ params: One; body: C.SignAgreementBody; answer: C.AgreementMoved }>()(
  'POST',
  '/agreements/:agreementId/sign',
);
export const countersignAgreement = route<{ params: One; body: C.CountersignAgreementBody; answer: C.AgreementMoved }>()(
  'POST',
  '/agreements/:agreementId/countersign',
);
export const suspendAgreement = route<{ params: One; body: C.SuspendAgreementBody; answer: C.AgreementMoved }>()(
  'POST',
  '/agreements/:agreementId/suspend',
);
export const resumeAgreement = route<{ params: One; body: C.ResumeAgreementBody; answer: C.AgreementMoved }>()(
  'POST',
  '/agreements/:agreementId/resume',
);
export const terminateAgreement = route<{ params: One; body: C.TerminateAgreementBody; answer: C.AgreementMoved }>()(
  'POST',
  '/agreements/:agreementId/terminate',
);
export const printAgreement = route<{ params: One; answer: C.AgreementDocument }>()('GET', '/agreements/:agreementId/document');
export const printAgreementPdf = route<{ params: One }>()('GET', '/agreements/:agreementId/pdf');
export const checkAgreement = route<{ body: C.CheckAgreementBody; answer: C.AgreementChecked }>()('POST', '/agreement-check');
