import { z } from 'zod';
import { contract, Day, IdText, keysOf, Words } from '../kernel/contract.ts';
import * as routes from './guardians.routes.ts';
import { GUARDIAN_RELATION_CODES, type GuardianRelation } from './guardian-relation.rules.ts';
import { GUARDIAN_END_REASONS, GUARDIAN_KINDS, type GuardianEndReason, type GuardianKind } from './guardianship.rules.ts';

const Relation = z.enum(GUARDIAN_RELATION_CODES as [GuardianRelation, ...GuardianRelation[]]);
const Kind = keysOf<GuardianKind>(GUARDIAN_KINDS);
const EndReason = keysOf<GuardianEndReason>(GUARDIAN_END_REASONS);
const Mobile = z.string().regex(/^1[3-9]\d{9}$/);
const Proof = Words(200);

const ofPatient = z.strictObject({ patientId: IdText });
const ofGuardianship = ofPatient.extend({ guardianshipId: IdText });
const ofHelper = ofPatient.extend({ helperId: IdText });

const AppointGuardian = z.strictObject({
  guardianshipId: IdText,
  name: Words(40),
  phone: Mobile.optional(),
  relation: Relation,
  kind: Kind,
  from: Day,
  /** Whether tasks and messages go to this guardian from now on. */
  primary: z.boolean(),
  /** The paper that stands behind it: who issued it, when, its number. */
  proof: Proof.optional(),
  /** The guardianship that ends with the day before: a change of guardian. */
  replaces: z.strictObject({ guardianshipId: IdText, reason: EndReason }).optional(),
});
const GuardianAppointed = z.object({
  guardianshipId: IdText,
  personId: IdText,
  isPrimary: z.boolean(),
  /** Where the guardian stands in the order of the Civil Code. */
  order: z.string(),
});
const EndGuardianship = z.strictObject({ lastDay: Day, reason: EndReason });
const NameHelper = z.strictObject({
  helperId: IdText,
  /** The guardian for whom the helper acts. */
  guardianshipId: IdText,
  name: Words(40),
  phone: Mobile,
  from: Day,
  until: Day.optional(),
  /** How it is known that the guardian wants it. */
  proof: Proof,
});
const HelperNamed = z.object({ helperId: IdText, personId: IdText });

const Guardianship = z
  .object({
    guardianshipId: IdText,
    personId: IdText,
    name: z.string(),
    phone: z.string().nullable(),
    relation: Relation.nullable(),
    kind: Kind.nullable(),
    isPrimary: z.boolean(),
    since: Day,
    until: Day.nullable(),
    inForce: z.boolean(),
    endReason: EndReason.nullable(),
    proof: z.string().nullable(),
    /** The place in the order of Civil Code Art. 28, in words; null while the relation is not known. */
    order: z.string().nullable(),
    bound: z.boolean(),
  })
  .meta({ id: 'Guardianship' });
const Helper = z
  .object({
    helperId: IdText,
    personId: IdText,
    name: z.string(),
    phone: z.string().nullable(),
    guardianId: IdText,
    guardianName: z.string(),
    from: Day,
    until: Day.nullable(),
    inForce: z.boolean(),
    proof: z.string(),
    recordedBy: z.string(),
    bound: z.boolean(),
  })
  .meta({ id: 'GuardianHelper' });
const Guardians = z.object({ guardians: z.array(Guardianship), helpers: z.array(Helper), mayAppoint: z.boolean() });

export const listGuardiansContract = contract({
  route: routes.listGuardians,
  summary: 'A patient’s guardians and their helpers, former ones too',
  door: 'patient:read',
  params: ofPatient,
  answer: Guardians,
  refusals: [],
});
export const appointGuardianContract = contract({
  route: routes.appointGuardian,
  summary: 'Record a guardian from a day on, in the place of another when one is named',
  door: 'guardian:appoint',
  params: ofPatient,
  body: AppointGuardian,
  answer: GuardianAppointed,
  refusals: ['GUARDIAN_ALREADY', 'GUARDIAN_DAY_NOT_ALLOWED', 'GUARDIAN_KIND_NOT_FITTING', 'GUARDIAN_PROOF_NEEDED', 'INPUT_INVALID'],
  once: true,
});
export const endGuardianshipContract = contract({
  route: routes.endGuardianship,
  summary: 'Record that a guardianship has ended',
  door: 'guardian:appoint',
  params: ofGuardianship,
  body: EndGuardianship,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'GUARDIAN_DAY_NOT_ALLOWED'],
  once: true,
});
export const makeGuardianPrimaryContract = contract({
  route: routes.makeGuardianPrimary,
  summary: 'Make a guardian the one who is asked',
  door: 'guardian:appoint',
  params: ofGuardianship,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});
export const nameHelperContract = contract({
  route: routes.nameHelper,
  summary: 'Record a helper who may confirm medicine and report for a guardian without a phone',
  door: 'guardian:appoint',
  params: ofPatient,
  body: NameHelper,
  answer: HelperNamed,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'HELPER_ALREADY', 'HELPER_IS_GUARDIAN', 'HELPER_DAYS_NOT_ALLOWED', 'INPUT_INVALID'],
  once: true,
});
export const endHelperContract = contract({
  route: routes.endHelper,
  summary: 'Record that a helper acts no more',
  door: 'guardian:appoint',
  params: ofHelper,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
  once: true,
});

export type PatientParams = z.input<typeof ofPatient>;
export type GuardianshipParams = z.input<typeof ofGuardianship>;
export type HelperParams = z.input<typeof ofHelper>;
export type GuardiansAnswer = z.infer<typeof Guardians>;
export type AppointGuardianBody = z.infer<typeof AppointGuardian>;
export type GuardianAppointed = z.infer<typeof GuardianAppointed>;
export type EndGuardianshipBody = z.infer<typeof EndGuardianship>;
export type NameHelperBody = z.infer<typeof NameHelper>;
export type HelperNamed = z.infer<typeof HelperNamed>;
