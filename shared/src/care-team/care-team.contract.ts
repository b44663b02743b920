import { z } from 'zod';
import { contract, Day, IdText } from '../kernel/contract.ts';
import * as routes from './care-team.routes.ts';
import { SEATS } from './seats.terms.ts';

const TeamParams = z.strictObject({ patientId: IdText });
const Holder = z.object({ personId: IdText, name: z.string(), phone: z.string().nullable(), since: Day });
export const Team = z
  .object({
    patientId: IdText,
    /** All eight posts in the order of the responsibility list; a vacancy has no holder. */
    seats: z.array(z.object({ seat: z.enum(SEATS), label: z.string(), holders: z.array(Holder) })),
  })
  .meta({ id: 'Team' });

export const readTeamContract = contract({
  route: routes.readTeam,
  summary: 'The eight posts around a patient, with telephone numbers',
  door: 'team:read',
  params: TeamParams,
  answer: Team,
  refusals: [],
});

export type TeamParams = z.input<typeof TeamParams>;
export type Team = z.infer<typeof Team>;
