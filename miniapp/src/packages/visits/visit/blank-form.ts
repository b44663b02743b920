import type { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { readBlankForm, readVisitForm } from '@guanhu/shared/visits/visits.routes';

type Form = AnswerOf<typeof readVisitForm>;

/** The county's form with the team as a phone keeps it. What somebody else's quick form could fill in is missing then. */
export function blankFormWith(
  blank: AnswerOf<typeof readBlankForm> | undefined,
  team: AnswerOf<typeof readTeam> | undefined,
  me: string,
): Form | undefined {
  if (!blank) return undefined;
  const others = (team?.seats ?? []).flatMap(({ seat, holders }) => holders.map(({ personId, name }) => ({ personId, name, seat })));
  const once = new Map(others.filter(({ personId }) => personId !== me).map(one => [one.personId, one]));
  return { ...blank, team: [...once.values()], quick: null };
}
