export { MedicationEvidence, type CountedAnswers } from './medication-evidence.ts';
