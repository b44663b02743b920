import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { AppraisalState } from './appraisal.terms.ts';

export type AppraisalEvent = 'periodEnds' | 'twoConcur' | 'opinionsDiverge' | 'takesEffect';

/** The whole life of an appraisal. What is not here cannot happen. */
const MOVES: { readonly [S in AppraisalState]: { readonly [E in AppraisalEvent]?: AppraisalState } } = {
  gathering: { periodEnds: 'proposed' },
  proposed: { twoConcur: 'decided', opinionsDiverge: 'proposed' },
  // Until it takes effect, an objection can make somebody think again: a diverging opinion opens it once more.
  decided: { twoConcur: 'decided', opinionsDiverge: 'proposed', takesEffect: 'final' },
  final: {},
};

export function moveAppraisal(from: AppraisalState, event: AppraisalEvent): Decision<AppraisalState> {
  const to = MOVES[from][event];
  return to ? grant(to) : refuse('APPRAISAL_NOT_OPEN');
}
