import type { HandlingPolicy } from './policy.terms.ts';

/** What holds in a county that has set nothing; every number is a default that a county can change. */
export const SHIPPED_HANDLING: HandlingPolicy = {
  kind: 'handling',
  opensFor: ['threat', 'smashing', 'selfHarm', 'harmToOthers', 'missing'],
  steps: {
    policeCalled: { owner: 'lead', minutes: 5 },
    firstResponse: { owner: 'lead', minutes: 15 },
    policeArrived: { owner: 'police', minutes: 30 },
    groupTold: { owner: 'police', minutes: 60 },
    scene: { owner: 'socialAffairsOffice', minutes: 120 },
    hospital: { owner: 'doctor', minutes: 240 },
    aftermath: { owner: 'socialAffairsOffice', minutes: 1440 },
  },
  recordHours: 24,
  // Which hospital takes patients is each county's own.
  hospitals: [],
  observeEveryHours: 4,
  observeUntilStable: 2,
  receiptDays: 2,
  firstVisitDays: 7,
  foundVisitDays: 1,
  deathWithinDays: 30,
  lookBackDays: 90,
};
