import { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import { urlOf, type AnswerOf } from '@guanhu/shared/kernel/route';
import { readBlankForm } from '@guanhu/shared/visits/visits.routes';
import { kept } from '../../../platform/kept';
import { blankFormWith } from './blank-form.ts';

/** The form at a door whose own was never asked for with signal, from what this phone keeps: nothing is sent for it. */
export const formFromKept = (patientId: string, me: string): ReturnType<typeof blankFormWith> =>
  blankFormWith(
    kept.get(urlOf(readBlankForm)) as AnswerOf<typeof readBlankForm> | undefined,
    kept.get(urlOf(readTeam, { patientId })) as AnswerOf<typeof readTeam> | undefined,
    me,
  );
