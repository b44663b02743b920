export { CurrentMedicine } from './current-medicine.ts';
export { MedicationEvidence, type CountedAnswers } from './medication-evidence.ts';
