import { grant, refuse, type Decision } from '../kernel/decision.ts';
import type { TaskState } from './agenda.terms.ts';

export type TaskEvent = 'complete' | 'cancel' | 'suspend' | 'resume' | 'reopen';

/** The whole life of a task. What is not here cannot happen. */
const MOVES: { readonly [S in TaskState]: { readonly [E in TaskEvent]?: TaskState } } = {
  open: { complete: 'done', cancel: 'cancelled', suspend: 'suspended' },
  suspended: { resume: 'open', cancel: 'cancelled' },
  done: {},
  // What ended with a file that goes on after all, or with an order that was taken back, waits again.
  cancelled: { reopen: 'suspended' },
};

/** The state after `event`. @returns TASK_NOT_OPEN when the task cannot do that any more. */
export function moveTask(from: TaskState, event: TaskEvent): Decision<TaskState> {
  const to = MOVES[from][event];
  return to === undefined ? refuse('TASK_NOT_OPEN') : grant(to);
}
