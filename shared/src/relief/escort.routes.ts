import { route } from '../kernel/route.ts';
import type * as C from './escort.contract.ts';

/** Whoever is brought home, or to somebody who takes them over. */
export const listEscorts = route<{ query: C.EscortsQuery; answer: C.EscortsPage }>()('GET', '/escorts');
export const planEscort = route<{ params: { patientId: string }; body: C.PlanEscortBody; answer: C.EscortRef }>()(
  'POST',
  '/patients/:patientId/escorts',
);
/** It sets out, or does not take place. */
export const moveEscort = route<{ params: C.EscortParams; body: C.MoveEscortBody; answer: C.EscortRef }>()(
  'POST',
  '/escorts/:escortId/state',
);
/** Who took the person over, with what, in what condition. */
export const handOverEscort = route<{ params: C.EscortParams; body: C.HandOverEscortBody; answer: C.EscortRef }>()(
  'POST',
  '/escorts/:escortId/receipt',
);
/** The receipt on A4, to be signed by both sides. */
export const printEscortReceipt = route<{ params: C.EscortParams; answer: unknown }>()('GET', '/escorts/:escortId/receipt/pdf');
