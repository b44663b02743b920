import { z } from 'zod';
import { contract, Day, FenAmount, Instant, Sequence, Words } from '../kernel/contract.ts';
import { RISK_RATINGS } from '../registry/risk-rating.rules.ts';
import * as routes from './policy.routes.ts';
import { BAND_COLOURS, INCIDENT_POSTS, POLICY_KIND_KEYS, type Policy } from './policy.terms.ts';
import { STABILITY_KEYS } from './stability.terms.ts';

const Days = z.int().min(1).max(366);
const Minutes = z
  .int()
  .min(1)
  .max(24 * 60);
const ClockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);
const Posts = z.array(z.enum(INCIDENT_POSTS)).min(1).max(INCIDENT_POSTS.length).readonly();
const RiskLevel = z.literal(RISK_RATINGS);
const Percent = z.int().min(0).max(100);

const Band = z.strictObject({
  key: z.string().regex(/^[a-z][a-zA-Z]{0,19}$/),
  label: Words(10),
  colour: z.enum(BAND_COLOURS),
  riskAtLeast: RiskLevel.optional(),
  stability: z.enum(STABILITY_KEYS).optional(),
  incidentWithinMonths: z.int().min(1).max(60).optional(),
  intervalDays: z.strictObject({ doctor: Days.optional(), lead: Days.optional(), police: Days.optional(), gridWorker: Days.optional() }),
});

/** A policy body; which of them is told by `kind`. */
export const PolicyBody = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: z.literal('visit'),
      bands: z.array(Band).min(1).max(8).readonly(),
      graceDays: z.int().min(0).max(30),
      horizonDays: z.int().min(0).max(30),
    }),
    z.strictObject({ kind: z.literal('medication'), answerDaysBack: z.int().min(0).max(7), silentDays: z.int().min(1).max(30) }),
    z.strictObject({
      kind: z.literal('incident'),
      told: z.strictObject({ fluctuation: Posts, threat: Posts, smashing: Posts, selfHarm: Posts, harmToOthers: Posts, missing: Posts }),
      joinMinutes: Minutes,
      escalateMinutes: Minutes,
      escalateTo: Posts,
    }),
    z.strictObject({
      kind: z.literal('reminder'),
      quietFrom: ClockTime,
      quietUntil: ClockTime,
      medicationAt: ClockTime,
      visitAt: ClockTime,
    }),
    z.strictObject({
      kind: z.literal('reward'),
      monthlyFen: FenAmount.min(1),
      capFen: FenAmount.min(1).optional(),
      cycle: z.enum(['month', 'quarter', 'halfYear', 'year']),
      backdatingDays: z.int().min(0).max(366),
      mostTermMonths: z.int().min(1).max(12),
      objectionDays: z.int().min(1).max(60),
      percent: z.strictObject({ full: Percent, partial: Percent, zero: Percent }),
      eligibility: z.strictObject({ riskAtLeast: RiskLevel, pastIncident: z.boolean() }),
    }),
  ])
  .meta({ id: 'PolicyBody' }) satisfies z.ZodType<Policy>;

const PolicyVersion = z
  .object({
    kind: z.enum(POLICY_KIND_KEYS),
    /** Counts up within the kind; 0 is the shipped one. */
    seq: z.int().min(0),
    effectiveOn: Day.nullable(),
    setAt: Instant.nullable(),
    inForce: z.boolean(),
    policy: PolicyBody,
  })
  .meta({ id: 'PolicyVersion' });
const Policies = z.object({ policies: z.array(PolicyVersion) });
const SetPolicy = z.strictObject({
  effectiveOn: Day,
  /** `seq` of the newest version that was read: another one in between is refused as stale. */
  after: Sequence,
  policy: PolicyBody,
});

export const listPoliciesContract = contract({
  route: routes.listPolicies,
  summary: 'Policies: of every kind the one in force today and what was set for later',
  door: 'policy:read',
  answer: Policies,
  refusals: [],
});
export const setPolicyContract = contract({
  route: routes.setPolicy,
  summary: 'Set a policy from a day on',
  door: 'policy:write',
  params: z.strictObject({ kind: z.enum(POLICY_KIND_KEYS) }),
  body: SetPolicy,
  answer: PolicyVersion,
  refusals: ['POLICY_NOT_BACKWARD', 'POLICY_LOOSER_THAN_NATIONAL', 'POLICY_BANDS_INCOMPLETE', 'POLICY_TELLS_TOO_FEW', 'STALE'],
  once: true,
});

export type PoliciesAnswer = z.infer<typeof Policies>;
export type PolicyVersionAnswer = z.infer<typeof PolicyVersion>;
export type SetPolicyBody = z.input<typeof SetPolicy>;
