import type { Benefit, FactAnswer, ReliefFact, ReliefOffice } from '../relief/relief.terms.ts';

/** A fact of the file and what it must be. */
export type ReliefCondition = { readonly fact: ReliefFact; readonly is: FactAnswer };

/** What a county says of one benefit: who may have it, what to bring, where, and how long it takes. */
export type BenefitTerms = {
  /** Whether the county has it at all. */
  readonly offered: boolean;
  /** Every one of these. */
  readonly all: readonly ReliefCondition[];
  /** And, where there are any, at least one of these. */
  readonly any: readonly ReliefCondition[];
  /** What to bring, in words that a family understands. */
  readonly papers: readonly string[];
  readonly office: ReliefOffice;
  /** Working days in which the office answers, from the day on which the papers reached it. */
  readonly workingDays: number;
  /** The same on the fast lane; absent: there is none. */
  readonly fastWorkingDays?: number | undefined;
  /** Months after which it must be asked for again; absent: it goes on. */
  readonly termMonths?: number | undefined;
};

/** One tariff of the medical insurance. */
export type Tariff = { readonly deductibleFen: number; readonly percent: number; readonly capFen?: number | undefined };

export type ReliefPolicy = {
  readonly kind: 'relief';
  readonly benefits: { readonly [B in Benefit]: BenefitTerms };
  /** Working days in which the village gathers the papers and hands them in. */
  readonly forwardDays: number;
  /** Working days in which a family may object to a refusal, and in which it is answered. */
  readonly objectDays: number;
  readonly answerDays: number;
  /** So many days before a term ends, it is asked for again. */
  readonly renewDays: number;
  /** What the estimate counts with. */
  readonly reimbursement: {
    readonly ordinary: Tariff;
    readonly special: Tariff;
    /** Percent of what is left after the insurance, by medical relief. */
    readonly medicalReliefPercent: number;
    /** Percent of what is left after that, by the disabled people's federation. */
    readonly restPercent: number;
  };
};
