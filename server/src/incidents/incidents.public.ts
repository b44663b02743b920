export { IncidentEvidence } from './incident-evidence.ts';
