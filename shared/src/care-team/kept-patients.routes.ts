import { route } from '../kernel/route.ts';
import type * as C from './kept-patients.contract.ts';

/** What a phone keeps of the reader's own patients for a day without signal: only what has changed since it asked last. */
export const syncPatients = route<{ body: C.SyncPatientsBody; answer: C.SyncPatientsAnswer }>()('POST', '/patients/sync');
