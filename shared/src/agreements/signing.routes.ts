import { route } from '../kernel/route.ts';
import type { AgreementMoved } from './agreements.contract.ts';
import type { KeepPaperBody, PaperKept } from './application.contract.ts';
import type * as C from './signing.contract.ts';

type One = { agreementId: string };

export const startReading = route<{ params: One; body: C.StartReadingBody; answer: C.ReadingStarted }>()(
  'POST',
  '/agreements/:agreementId/readings',
);
export const keepSignedPage = route<{ params: One; body: KeepPaperBody; answer: PaperKept }>()('POST', '/agreements/:agreementId/pages');
export const signOnPaper = route<{ params: One; body: C.SignOnPaperBody; answer: AgreementMoved }>()(
  'POST',
  '/agreements/:agreementId/sign-on-paper',
);
export const readClip = route<{ params: One & { section: string } }>()('GET', '/agreements/:agreementId/sections/:section/clip');
