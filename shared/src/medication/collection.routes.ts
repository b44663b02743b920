import { route } from '../kernel/route.ts';
import type * as C from './collection.contract.ts';

/** A family has fetched medicine. */
export const recordCollection = route<{ params: { patientId: string }; body: C.RecordCollectionBody; answer: C.RecordCollectionAnswer }>()(
  'POST',
  '/patients/:patientId/medication/collections',
);
