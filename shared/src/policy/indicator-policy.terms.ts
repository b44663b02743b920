import type { AssessedUnit, SheetMeasure } from '../duties/department-sheet.terms.ts';
import type { GradedQuestion } from '../indicators/indicators.terms.ts';

/** What the numbers are held against. */
export type IndicatorPolicy = {
  readonly kind: 'indicators';
  /** Groups of fewer people than this are not told to whoever may not see the people. */
  readonly hideBelow: number;
  /** Up to this day of a month the month before is still counted: what was written without signal comes late. */
  readonly monthClosesOnDay: number;
  /** Percent that is aimed at; a question without one has none. */
  readonly targets: { readonly [Q in GradedQuestion]?: number };
  /** Points of the assessment sheet; a question without any is not assessed. */
  readonly points: { readonly [Q in GradedQuestion]?: number };
  /** Points of the sheet of each department of a township; an office without any is not assessed. */
  readonly departments: { readonly [U in AssessedUnit]?: { readonly [M in SheetMeasure]?: number } };
  /** Days within which minutes are countersigned, or objected to, to be in time. */
  readonly countersignDays: number;
  readonly warnings: WarningPolicy;
  readonly keyGroups: KeyGroupPolicy;
};

/** Whom the lists of those to be looked after first name. No source names a number. */
export type KeyGroupPolicy = {
  /** So many days after coming home from hospital, treatment or custody. */
  readonly homeDays: number;
  /** From so many days on after the medicine at home ran out. */
  readonly withoutMedicineDays: number;
};

/** From when on a signal is one. No source names a number. */
export type WarningPolicy = {
  /** A rise of the band is told for so many days. */
  readonly bandUpDays: number;
  /** A visit is told when it is more days overdue; three times as many are urgent. */
  readonly overdueDays: number;
  /** So many visits in a row that met nobody, the last of them within so many days. */
  readonly missedVisits: number;
  readonly missedDays: number;
  /** So many incidents within so many days. */
  readonly clusterIncidents: number;
  readonly clusterDays: number;
};

/** An office that leads duties, hands in no list and is told of nothing. */
const LEADS_ONLY = { duties: 60, letters: 20, countersigns: 20 } as const;

/** The targets are what the whole country had reached in 2018, rounded; a county sets its own, and the points. */
export const SHIPPED_INDICATORS: IndicatorPolicy = {
  kind: 'indicators',
  hideBelow: 5,
  monthClosesOnDay: 5,
  targets: { management: 95, standardManagement: 83, medicated: 81, regularlyMedicated: 42, stable: 81 },
  points: { management: 20, standardManagement: 30, medicated: 15, regularlyMedicated: 20, stable: 15 },
  // No source names points of departments: a county sets its own.
  departments: {
    policeStation: { duties: 30, tasks: 20, exchange: 20, letters: 10, countersigns: 10, notices: 10 },
    townHealthCenter: { duties: 30, tasks: 20, exchange: 20, letters: 10, countersigns: 10, notices: 10 },
    civilAffairsOffice: { duties: 30, tasks: 20, exchange: 30, letters: 10, countersigns: 10 },
    disabledFederation: { duties: 30, tasks: 20, exchange: 30, letters: 10, countersigns: 10 },
    peaceOffice: { duties: 50, tasks: 20, letters: 15, countersigns: 15 },
    justiceOffice: { duties: 40, letters: 20, countersigns: 20, notices: 20 },
    socialAffairsOffice: LEADS_ONLY,
    socialSecurityOffice: LEADS_ONLY,
    financeOffice: LEADS_ONLY,
    partyGovernmentOffice: LEADS_ONLY,
  },
  countersignDays: 5,
  warnings: { bandUpDays: 14, overdueDays: 7, missedVisits: 3, missedDays: 92, clusterIncidents: 2, clusterDays: 30 },
  keyGroups: { homeDays: 180, withoutMedicineDays: 14 },
};
