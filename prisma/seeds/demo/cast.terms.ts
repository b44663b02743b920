import type { OrganisationKind, Role } from '@guanhu/shared/access/access.terms';
import type { Seat, StaffSeat } from '@guanhu/shared/care-team/seats.terms';
import type { Diagnosis } from '@guanhu/shared/registry/diagnosis.rules';
import type { GuardianRelation } from '@guanhu/shared/registry/guardian-relation.rules';
import type { PatientState, Sex } from '@guanhu/shared/registry/registry.terms';
import type { RiskRating } from '@guanhu/shared/registry/risk-rating.rules';

/*
 * The people of the demonstration county, all invented. Keys are for the cast only; ids are made where the things are stored.
 */
export type CastTownship = { readonly key: string; readonly name: string; readonly areaCode: string };
export type CastVillage = {
  readonly key: string;
  readonly name: string;
  readonly townshipKey: string;
  readonly areaCode: string;
  /** Other names that were confirmed long ago. */
  readonly aliases: readonly string[];
  /** Another name that lists use and nobody has confirmed yet. */
  readonly alsoWritten: string;
};
export type CastOrganisation = { readonly key: string; readonly kind: OrganisationKind; readonly name: string; readonly areaKey: string };
export type CastPost = { readonly role: Role; readonly areaKey: string; readonly organisationKey: string };
export type CastPerson = {
  readonly key: string;
  readonly name: string;
  readonly mobile: string;
  /** Empty for guardians. */
  readonly posts: readonly CastPost[];
};
export type CastGuardian = { readonly personKey: string; readonly relation: GuardianRelation };

/** Where the life of a patient's reward should stand in the demonstration; the agreement first, then its period, then its money. */
export const REWARD_STAGES = [
  'none',
  'draft',
  'villageReview',
  'townshipReview',
  'countyApproval',
  'agreementSigned',
  'active',
  'periodGathering',
  'periodProposed',
  'periodObjected',
  'periodFinal',
  'entitlementApproved',
  'claimable',
  'inTransfer',
  'paid',
  'failed',
  'suspended',
  'closed',
] as const;
export type RewardStage = (typeof REWARD_STAGES)[number];

/** Milligrams by time of day; `everyWeeks` is set for a long-acting injection, whose dose then stands in `morningMg`. */
export type CastDrug = {
  readonly name: string;
  readonly morningMg: number;
  readonly noonMg: number;
  readonly nightMg: number;
  readonly everyWeeks: number | null;
  /** As it is printed on the box for the family. */
  readonly dose: string;
};
export type CastPatient = {
  readonly key: string;
  readonly name: string;
  readonly villageKey: string;
  readonly identityNumber: string;
  readonly sex: Sex;
  readonly bornOn: string;
  readonly mobile: string;
  readonly diagnosis: Diagnosis;
  readonly riskRating: RiskRating;
  readonly state: PatientState;
  /** Whether there was an incident before: with risk ≥ 3 the usual condition of a reward. */
  readonly pastIncident: boolean;
  /** The first is the one who is asked. */
  readonly guardians: readonly [CastGuardian, ...CastGuardian[]];
  readonly drugs: readonly CastDrug[];
  readonly reward: RewardStage;
};
export type CastTeam = Readonly<Record<StaffSeat, string>>;

/** A phone on the wall of the demonstration, and what its owner is there to show. */
export type CastPhone = { readonly personKey: string; readonly as: Role | Extract<Seat, 'guardian'> | 'helper'; readonly shows: string };

export type Cast = {
  readonly county: { readonly key: string; readonly name: string; readonly areaCode: string };
  readonly townships: readonly CastTownship[];
  readonly villages: readonly CastVillage[];
  readonly organisations: readonly CastOrganisation[];
  readonly persons: readonly CastPerson[];
  readonly patients: readonly CastPatient[];
  /** Who fills the seven staff seats around the patients of a village, by village. */
  readonly teams: Readonly<Record<string, CastTeam>>;
  readonly phones: readonly CastPhone[];
  /** The neighbour who acts for a guardian without a phone. */
  readonly helper: { readonly personKey: string; readonly patientKey: string };
};
