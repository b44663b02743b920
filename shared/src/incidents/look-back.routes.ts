import { route } from '../kernel/route.ts';
import type * as C from './look-back.contract.ts';

export const makeLookBack = route<{ params: { patientId: string }; body: C.MakeLookBackBody; answer: C.LookBackAnswer }>()(
  'POST',
  '/patients/:patientId/look-backs',
);
export const listLookBacks = route<{ query: C.LookBacksQuery; answer: C.LookBacksAnswer }>()('GET', '/look-backs');
export const readLookBack = route<{ params: { lookBackId: string }; answer: C.LookBackAnswer }>()('GET', '/look-backs/:lookBackId');
