export { Appraisals } from './appraisals.ts';
export type { AppraisalRow } from './appraisal.store.ts';
