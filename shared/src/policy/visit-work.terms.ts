import type { FormField } from './form-field.terms.ts';

/** What a county adds to the national follow-up record. National fields are no part of it, so none can be removed or changed. */
export type VisitFormPolicy = { readonly kind: 'visitForm'; readonly fields: readonly FormField[] };

/** Items of the visit score sheet (随访探视积分表); each has as many answers as it has points in the policy, in their order. */
export const SCORE_ITEMS = ['risk', 'guardianDuty', 'medication', 'symptoms', 'situation'] as const;
export type ScoreItem = (typeof SCORE_ITEMS)[number];

/** How visits are made: what is noted of the place, what a reviewer is made aware of, what follows when something is found. */
export type VisitWorkPolicy = {
  readonly kind: 'visitWork';
  /** `fuzzy`: rounded to a grid of about a kilometre before it is stored. */
  readonly place: 'fuzzy' | 'precise';
  /** From how far away from where this patient is usually visited a check-in is flagged. */
  readonly farFromHomeMetres: number;
  /** So many earlier visits with a place make the usual place. */
  readonly homeFromVisits: number;
  /** A form that was finished sooner after the check-in is flagged. */
  readonly tooFastMinutes: number;
  /** Two check-ins of one visitor, for two patients, within so many minutes are flagged. */
  readonly tooCloseMinutes: number;
  /** 'HH:MM' in China; a check-in before or after is flagged. */
  readonly hoursFrom: string;
  readonly hoursUntil: string;
  /** Remarks of fewer characters are not compared with the visit before. */
  readonly sameTextFrom: number;
  /** A record finished more days after its check-in needs a reason. */
  readonly lateAfterDays: number;
  /** Somebody who was not met is tried again within so many days. */
  readonly retryDays: number;
  /** So many visits in a row without meeting anybody, the first and the last more than so many months apart: lost to follow-up. */
  readonly lostAfterMisses: number;
  readonly lostAfterMonths: number;
  /** From which risk rating two people should go. */
  readonly twoFromRisk: number;
  /** Minutes after a check-in when the phone asks a visitor who is still there, and how many more without an answer until others are asked to help. */
  readonly checkOutMinutes: number;
  readonly helpAfterMinutes: number;
  /** Within how many hours a confined patient is to be unlocked and treated. */
  readonly unlockHours: number;
  /** Points of the score sheet by item, one for each answer in the order of the sheet; more means more care is needed. */
  readonly score: { readonly [I in ScoreItem]: readonly number[] };
};
