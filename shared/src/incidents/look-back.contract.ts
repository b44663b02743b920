import { z } from 'zod';
import { TASK_KIND_KEYS } from '../agenda/agenda.terms.ts';
import { contract, Day, IdText, Instant, PageOf, PageQuery } from '../kernel/contract.ts';
import * as routes from './look-back.routes.ts';
import { LOOK_BACK_CAUSE_KEYS } from './look-back.rules.ts';

const MakeLookBack = z.strictObject({
  lookBackId: IdText,
  incidentId: IdText.optional(),
  cause: z.enum(LOOK_BACK_CAUSE_KEYS),
  /** Absent: as many days before `to` as the policy says. */
  from: Day.optional(),
  to: Day,
});
const LookBackRow = z.object({
  lookBackId: IdText,
  patientId: IdText,
  patientName: z.string(),
  villageName: z.string(),
  cause: z.enum(LOOK_BACK_CAUSE_KEYS),
  from: Day,
  to: Day,
  madeAt: Instant,
});
/** Facts as they stood when it was made; nobody is judged here. */
const LookBackFacts = z.object({
  /** Of each kind of work: how much was done in time, late, missed, was not due yet, was taken back or paused. */
  tasks: z.array(
    z.object({ kind: z.enum(TASK_KIND_KEYS), onTime: z.int(), late: z.int(), missed: z.int(), open: z.int(), excused: z.int() }),
  ),
  /** What was due in the span and not done by its end, oldest first. */
  missed: z.array(z.object({ kind: z.enum(TASK_KIND_KEYS), seat: z.string(), dueOn: Day, overdueAfter: Day })),
  visits: z.array(z.object({ on: Day, seat: z.string(), result: z.string().nullable() })),
  medicine: z.object({ taken: z.int(), partly: z.int(), notTaken: z.int() }),
  ratings: z.array(z.object({ on: Day, source: z.string(), risk: z.int().nullable(), stability: z.string().nullable() })),
  exams: z.array(Day),
  incidents: z.array(z.object({ happenedAt: Instant, reportedAt: Instant, kind: z.string(), conduct: z.string().nullable() })),
  turns: z.array(z.object({ on: Day, from: z.string(), to: z.string() })),
});
const LookBack = LookBackRow.extend({
  incidentId: IdText.nullable(),
  /** Null: it began by itself. */ madeByName: z.string().nullable(),
  facts: LookBackFacts,
}).meta({
  id: 'LookBack',
});

export const makeLookBackContract = contract({
  route: routes.makeLookBack,
  summary: 'Look back at what was due, done and missed before something serious; the facts are frozen as they stand now',
  door: 'look-back:make',
  params: z.strictObject({ patientId: IdText }),
  body: MakeLookBack,
  answer: LookBack,
  refusals: ['REVIEW_SPAN_WRONG'],
  once: true,
});
export const listLookBacksContract = contract({
  route: routes.listLookBacks,
  summary: 'Backward reviews of the reader’s area, newest first',
  door: 'look-back:read',
  query: PageQuery,
  answer: PageOf(LookBackRow),
  refusals: [],
});
export const readLookBackContract = contract({
  route: routes.readLookBack,
  summary: 'One backward review, as it was made',
  door: 'look-back:read',
  params: z.strictObject({ lookBackId: IdText }),
  answer: LookBack,
  refusals: [],
});

export type MakeLookBackBody = z.input<typeof MakeLookBack>;
export type LookBacksQuery = z.input<typeof PageQuery>;
export type LookBacksAnswer = { rows: z.infer<typeof LookBackRow>[]; next: string | null };
export type LookBackAnswer = z.infer<typeof LookBack>;
export type LookBackFacts = z.infer<typeof LookBackFacts>;
