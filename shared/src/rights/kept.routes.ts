import { route } from '../kernel/route.ts';
import type * as C from './kept.contract.ts';

type OfPatient = { patientId: string };

export const listSubjects = route<{ answer: C.SubjectsAnswer }>()('GET', '/my/rights');
export const readKept = route<{ params: OfPatient; answer: C.KeptAnswer }>()('GET', '/patients/:patientId/kept');
export const listReaders = route<{ params: OfPatient; query: C.ReadersQuery; answer: C.ReadersAnswer }>()(
  'GET',
  '/patients/:patientId/readers',
);
