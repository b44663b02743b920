import { grant, refuse, type Decision } from '../kernel/decision.ts';

export const MERGE_STATES = { proposed: '等待另一人决定', merged: '已合并', refused: '未同意', undone: '已撤销' } as const;
export type MergeState = keyof typeof MERGE_STATES;
type MergeEvent = 'approve' | 'refuse' | 'undo';

/** The whole life of a merge of two files. What is not here cannot happen. */
const MOVES: { readonly [S in MergeState]: { readonly [E in MergeEvent]?: MergeState } } = {
  proposed: { approve: 'merged', refuse: 'refused' },
  merged: { undo: 'undone' },
  refused: {},
  undone: {},
};

/** The state after `event`. @returns MERGE_NOT_OPEN when the merge cannot do that any more. */
export function moveMerge(from: MergeState, event: MergeEvent): Decision<MergeState> {
  const to = MOVES[from][event];
  return to === undefined ? refuse('MERGE_NOT_OPEN') : grant(to);
}

/** What people settle before a merge: money is paid by one agreement, and a handover that waits has two other hands. */
export function decideSettled({ two, unsettled }: { readonly two: boolean; readonly unsettled: boolean }): Decision<true> {
  if (two) return refuse('MERGE_TWO_AGREEMENTS');
  return unsettled ? refuse('MERGE_MOVE_WAITING') : grant(true);
}

/**
 * One person proposes, another decides.
 * @param proposedFor the proposer and everybody they acted for
 * @param standsFor the decider and everybody they act for today
 */
export const decideSecondPerson = (proposedFor: readonly string[], standsFor: readonly string[]): Decision<true> =>
  standsFor.some(person => proposedFor.includes(person)) ? refuse('MERGE_SAME_PERSON') : grant(true);
