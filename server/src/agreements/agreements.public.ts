export { Agreements } from './agreements.ts';
export type { AgreementRow } from './agreements.store.ts';
export { plannedPeriods, rewardTermsOf, type Period } from './reward-terms.ts';
