import { route } from '../kernel/route.ts';
import type * as C from './policy-preview.contract.ts';

type OfVersion = { kind: C.PreviewedKind; seq: string };

export const previewPolicy = route<{ params: { kind: C.PreviewedKind }; body: C.PreviewPolicyBody; answer: C.PolicyPreviewAnswer }>()(
  'POST',
  '/policies/:kind/preview',
);
export const previewVersion = route<{ params: OfVersion; answer: C.PolicyPreviewAnswer }>()('GET', '/policies/:kind/versions/:seq/preview');
export const listMovedPatients = route<{ params: OfVersion; query: C.MovedPatientsQuery; answer: C.MovedPatientsAnswer }>()(
  'GET',
  '/policies/:kind/versions/:seq/moved',
);
