import type { CalendarDate } from '../kernel/calendar-date.ts';
import { inLanguage } from '../kernel/language.ts';
import type { Drug } from '../medication/dose.rules.ts';
import type { VisitingSeat } from '../policy/policy.terms.ts';
import type { Stability } from '../policy/stability.terms.ts';
import type { ConsentBasis, ConsentDecision, ConsentSigner } from '../registry/consent.terms.ts';
import type { FileValues } from '../registry/file-fields.ts';
import type { GuardianRelation } from '../registry/guardian-relation.rules.ts';
import type { PatientState } from '../registry/registry.terms.ts';
import type { RiskRating } from '../registry/risk-rating.rules.ts';
import type { VisitResult } from '../visits/visits.terms.ts';
import * as en from '../words/en/transfers.ts';

/** A handover to another county as the county sees it that the patient leaves. This row alone says who is responsible. */
export const OUT_STATES = inLanguage(
  { proposed: '等外县答复', released: '已移交', rejected: '外县退回', withdrawn: '已撤回' },
  { en: en.OUT_STATES },
);
export type OutState = keyof typeof OUT_STATES;

/** The same as the county sees it that the patient comes to. */
export const IN_STATES = inLanguage(
  {
    waiting: '等待接收',
    accepted: '同意接收，正在移交',
    takenOver: '已接收',
    rejected: '已退回',
    withdrawn: '对方已撤回',
  },
  { en: en.IN_STATES },
);
export type InState = keyof typeof IN_STATES;

/** What goes along with a patient: what the other county decides by, and what its file begins with. */
export type TransferPackage = {
  readonly values: FileValues;
  /** Where the life stood before the old county closed the file. */
  readonly state: PatientState;
  readonly risk: RiskRating | null;
  readonly riskOn: CalendarDate | null;
  readonly stability: Stability | null;
  readonly stabilityOn: CalendarDate | null;
  readonly lastIncidentOn: CalendarDate | null;
  /** Accounts are of one county: the new office appoints them anew, from name and telephone. */
  readonly guardians: readonly { readonly name: string; readonly phone: string | null; readonly relation: GuardianRelation | null }[];
  readonly consent: {
    readonly decision: ConsentDecision;
    readonly on: CalendarDate;
    readonly signer: ConsentSigner | null;
    readonly signerName: string | null;
    readonly textVersion: string | null;
    readonly basis: ConsentBasis | null;
    readonly note: string | null;
  } | null;
  /** For the new doctor to read: an order of medicine is made by a doctor, never by a handover. Drugs are null where nobody named them. */
  readonly medicine: {
    readonly since: CalendarDate;
    readonly drugs: readonly Drug[] | null;
    readonly prescriber: string | null;
    readonly hospital: string | null;
    readonly note: string | null;
  } | null;
  /** The last visits in short, newest first. */
  readonly visits: readonly {
    readonly on: CalendarDate;
    readonly seat: VisitingSeat;
    readonly result: VisitResult | null;
    readonly risk: RiskRating | null;
    readonly stability: Stability | null;
  }[];
};
