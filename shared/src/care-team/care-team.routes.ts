import { route } from '../kernel/route.ts';
import type * as C from './care-team.contract.ts';

/** The one-person-one-team: eight posts, each with who can be called. */
export const readTeam = route<{ params: C.TeamParams; answer: C.Team }>()('GET', '/patients/:patientId/team');
