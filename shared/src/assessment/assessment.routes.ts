import { route } from '../kernel/route.ts';
import type * as C from './assessment.contract.ts';

export const readStanding = route<{ params: { patientId: string }; answer: C.StandingAnswer }>()('GET', '/patients/:patientId/standing');
