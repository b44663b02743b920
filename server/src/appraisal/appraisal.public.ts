export { Appraisals } from './appraisals.ts';
export { ShowLines } from './show-lines.ts';
export type { AppraisalRow } from './appraisal.store.ts';
