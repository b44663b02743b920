export { Assessments } from './assessments.ts';
export { Standings } from './standings.ts';
