export { VisitEvidence } from './visit-evidence.ts';
