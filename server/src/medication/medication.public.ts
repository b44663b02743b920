export { MedicationEvidence } from './medication-evidence.ts';
