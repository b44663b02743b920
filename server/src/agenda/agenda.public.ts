export { Agenda } from './agenda.ts';
export { Planning, type PlanStep } from './planning.ts';
export type { Part } from './part.ts';
export { holdersOf } from './plan.store.ts';
export type { DueRow } from './due.store.ts';
export type { TaskRow } from './task.store.ts';
