import { z } from 'zod';
import { TASK_SEATS } from '../care-team/seats.terms.ts';
import { contract, Day, IdText, Instant, PageQuery } from '../kernel/contract.ts';
import * as routes from './agenda.routes.ts';
import { CALL_REASON_KEYS, TASK_KIND_KEYS, TASK_STATE_KEYS } from './agenda.terms.ts';

const TodayTask = z
  .object({
    taskId: IdText,
    kind: z.enum(TASK_KIND_KEYS),
    /** Why to call; of call tasks only. */
    reason: z.enum(CALL_REASON_KEYS).nullable(),
    /** The seat for which the task is the reader's. */
    seat: z.enum(TASK_SEATS),
    /** Null of what an office looks into that is about no patient. */
    patientId: IdText.nullable(),
    /** For staff; a guardian's list names nobody, and neither does what an office looks into in confidence. */
    patientName: z.string().nullable(),
    /** Empty when it is about no patient. */
    villageName: z.string(),
    dueOn: Day,
    timing: z.enum(['overdue', 'today', 'ahead']),
    /** Whole days past the last day on which it was in time; 0 when not overdue. */
    overdueDays: z.int().min(0),
    /** Calls that nobody answered. */
    attempts: z.int().min(0),
    /** What the call is about, for the page that it opens. */
    causeId: IdText.nullable(),
  })
  .meta({ id: 'TodayTask' });
const Today = z.object({
  today: Day,
  rows: z.array(TodayTask),
  next: z.string().nullable(),
  /** Tasks of the reader that were finished today. */
  doneToday: z.int().min(0),
});
const MyMonth = z.object({
  /** The first of the month. */
  from: Day,
  done: z.int().min(0),
  /** Those among them that were finished before they were overdue. */
  inTime: z.int().min(0),
});
const ReportCall = z.strictObject({
  outcome: z.enum(['reached', 'noAnswer']),
  /** When the call was over, by the phone's clock; absent where it is told at once. */
  tappedAt: Instant.optional(),
});
const CallAnswer = z.object({
  taskId: IdText,
  state: z.enum(TASK_STATE_KEYS),
  attempts: z.int().min(0),
  /** Nobody waited for this call any more, or it was somebody else's by then: the outcome stands in the file and changes no task. */
  late: z.boolean(),
});

export const listTodaysTasksContract = contract({
  route: routes.listTodaysTasks,
  summary: 'What the reader has to do: overdue, today and soon, oldest first',
  door: 'signed-in',
  query: PageQuery,
  answer: Today,
  refusals: [],
});
export const readMyMonthContract = contract({
  route: routes.readMyMonth,
  summary: 'What the reader finished this month; nobody is compared with anybody',
  door: 'signed-in',
  answer: MyMonth,
  refusals: [],
});
export const reportCallContract = contract({
  route: routes.reportCall,
  summary: 'How a telephone call went; reached closes the task, and of a task that is over the outcome is kept in the file',
  door: 'signed-in',
  params: z.strictObject({ taskId: IdText }),
  body: ReportCall,
  answer: CallAnswer,
  refusals: [],
  once: true,
});

export type TodayQuery = z.input<typeof PageQuery>;
export type TodayAnswer = z.infer<typeof Today>;
export type TodayTaskAnswer = z.infer<typeof TodayTask>;
export type MyMonthAnswer = z.infer<typeof MyMonth>;
export type ReportCallBody = z.input<typeof ReportCall>;
export type ReportCallAnswer = z.infer<typeof CallAnswer>;
