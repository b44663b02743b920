export { Agenda } from './agenda.ts';
export { Planning, type PlanStep } from './planning.ts';
export { holdersOf, type Part } from './plan.store.ts';
export { noneIsKin, officePosts } from './office.store.ts';
export type { DueRow } from './due.store.ts';
export type { TaskRow } from './task.store.ts';
