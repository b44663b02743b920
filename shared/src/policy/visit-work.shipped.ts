import type { VisitFormPolicy, VisitWorkPolicy } from './visit-work.terms.ts';

/** The national record as it is. */
export const SHIPPED_VISIT_FORM: VisitFormPolicy = { kind: 'visitForm', fields: [] };

/** What holds in a county that has set nothing; every number is a default that a county can change. */
export const SHIPPED_VISIT_WORK: VisitWorkPolicy = {
  kind: 'visitWork',
  place: 'fuzzy',
  farFromHomeMetres: 3_000,
  homeFromVisits: 2,
  tooFastMinutes: 3,
  tooCloseMinutes: 10,
  hoursFrom: '07:00',
  hoursUntil: '20:00',
  sameTextFrom: 6,
  lateAfterDays: 2,
  retryDays: 14,
  lostAfterMisses: 3,
  lostAfterMonths: 1,
  unlockHours: 24,
  twoFromRisk: 3,
  checkOutMinutes: 90,
  helpAfterMinutes: 15,
  score: {
    risk: [0, 8, 16, 24, 32, 40],
    guardianDuty: [0, 8, 16, 20],
    medication: [0, 10, 20, 0],
    symptoms: [0, 5, 10],
    situation: [0, 5, 10],
  },
};
