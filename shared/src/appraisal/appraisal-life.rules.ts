import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { AppraisalState } from './appraisal.terms.ts';

export type AppraisalEvent = 'periodEnds' | 'twoConcur' | 'opinionsDiverge' | 'takesEffect' | 'object' | 'answer';

/** The whole life of an appraisal. What is not here cannot happen. */
const MOVES: { readonly [S in AppraisalState]: { readonly [E in AppraisalEvent]?: AppraisalState } } = {
  gathering: { periodEnds: 'proposed' },
  proposed: { twoConcur: 'decided', opinionsDiverge: 'proposed' },
  // Until it takes effect the two can think again: a diverging opinion opens it once more.
  decided: { twoConcur: 'decided', opinionsDiverge: 'proposed', takesEffect: 'final', object: 'objected' },
  // What was decided stands while an objection is looked at, and nobody decides meanwhile.
  objected: { answer: 'answered', object: 'objected' },
  // Upheld, it waits for two people anew; refused, for the next level or the end of the days for it.
  answered: { twoConcur: 'decided', opinionsDiverge: 'answered', takesEffect: 'final', object: 'objected' },
  // Late, where the county lets an objection lead to a supplement.
  final: { object: 'objected' },
};

export function moveAppraisal(from: AppraisalState, event: AppraisalEvent): Decision<AppraisalState> {
  const to = MOVES[from][event];
  return to ? grant(to) : refuse('APPRAISAL_NOT_OPEN');
}

/** Whether opinions are asked for now. After an answer only where it upheld the objection: then no day of effect is set. */
export const awaitsOpinions = (state: AppraisalState, effectiveOn: string | null): boolean =>
  moveAppraisal(state, 'opinionsDiverge').granted && (state !== 'answered' || effectiveOn === null);
