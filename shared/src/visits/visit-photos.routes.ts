import { route } from '../kernel/route.ts';
import type * as C from './visit-photos.contract.ts';

/** A photograph that was taken at the check-in. */
export const attachVisitPhoto = route<{ params: { visitId: string }; body: C.AttachVisitPhotoBody; answer: C.VisitPhoto }>()(
  'POST',
  '/visits/:visitId/photos',
);
