import type { Cast, CastPatient } from './cast.terms.ts';
import { townshipOf, type Story } from './story.ts';

/** How far one family's reward has come, in days before the demonstration. The chapters carry it out day by day. */
export type RewardPlan = {
  readonly patient: CastPatient;
  /** Day on which the township draws the agreement up. */
  readonly draftedAgo: number;
  /** First day of the term; up to a hundred days before the draft. */
  readonly fromAgo: number;
  /** Last day of the term; a year without. */
  readonly toAgo?: number;
  /** Days after the draft on which the guardian signs, and the township countersigns. */
  readonly signedAfter?: number;
  readonly countersignedAfter?: number;
  /** The guardian signs the printed text by pen, before the township's officer. */
  readonly onPaper?: true;
  readonly suspended?: { readonly ago: number; readonly reason: 'longHospitalStay' | 'missing' };
  readonly terminatedAgo?: number;
  /** Day and outcome of the two opinions on the first period; of one only with `half`. */
  readonly appraised?: { readonly ago: number; readonly outcome: 'full' | 'partial'; readonly half?: true };
  /** Day of the guardian's objection to a deduction; of its answer; and, of one that was upheld, of the two opinions anew. */
  readonly objected?: {
    readonly ago: number;
    readonly answered?: { readonly ago: number; readonly outcome: 'upheld' | 'refused'; readonly againAgo?: number };
  };
  /** The batch of the township that the first entitlement goes into. */
  readonly batch?: BatchName;
  /** Into the guardian's own bank account, because WeChat does not take the amount in one. */
  readonly byBank?: true;
  /** What the guardian does with the money. */
  readonly money?: 'claimed' | 'received' | 'failed';
  /** What the guardian's phone on the wall shows, where it hangs there without any money on its way. */
  readonly shows?: string;
  /** Some of the money is asked back, and some of that has come back. */
  readonly askedBack?: true;
  /** Where the policy does not cover the patient: why the township signs all the same. */
  readonly reason?: string;
};
export type BatchName = 'released' | 'paid' | 'checked' | 'draft';

type Steps = Omit<RewardPlan, 'patient'>;
const SIGNED = { signedAfter: 1, countersignedAfter: 2 } as const;
/** A quarter that was over long enough ago for an objection to be over too. */
const LONG = { draftedAgo: 97, fromAgo: 112, ...SIGNED, appraised: { ago: 16, outcome: 'full' } } as const satisfies Steps;
/** A quarter that has just ended. */
const RECENT = { draftedAgo: 95, fromAgo: 96, ...SIGNED } as const satisfies Steps;

/** The stages of the cast as far as agreements, appraisals and payouts know them. */
const STAGES: { readonly [S in Exclude<CastPatient['reward'], 'none'>]: Steps } = {
  draft: { draftedAgo: 2, fromAgo: 0 },
  villageReview: { draftedAgo: 1, fromAgo: 0 },
  townshipReview: { draftedAgo: 4, fromAgo: 0, signedAfter: 1 },
  countyApproval: { draftedAgo: 6, fromAgo: 6, signedAfter: 2 },
  agreementSigned: { draftedAgo: 20, fromAgo: 18, ...SIGNED },
  active: { draftedAgo: 52, fromAgo: 50, ...SIGNED },
  periodGathering: { draftedAgo: 74, fromAgo: 70, ...SIGNED },
  periodProposed: RECENT,
  periodObjected: { ...RECENT, appraised: { ago: 2, outcome: 'partial' }, objected: { ago: 1 } },
  periodFinal: { ...LONG, appraised: { ago: 16, outcome: 'partial' }, shows: '监护人：有一期少发了一部分，可以看为什么，提异议' },
  entitlementApproved: LONG,
  claimable: { ...LONG, batch: 'released' },
  inTransfer: { ...LONG, batch: 'released', money: 'claimed' },
  failed: { ...LONG, batch: 'released', money: 'failed' },
  paid: { ...LONG, onPaper: true, batch: 'paid', money: 'received', askedBack: true },
  suspended: { draftedAgo: 92, fromAgo: 90, ...SIGNED, suspended: { ago: 17, reason: 'missing' } },
  closed: { draftedAgo: 92, fromAgo: 92, ...SIGNED, terminatedAgo: 11 },
};

/** A deduction that had taken effect when its guardian showed that it was wrong: the rest is a supplement. */
const UPHELD = {
  ...LONG,
  appraised: { ago: 16, outcome: 'partial' },
  objected: { ago: 8, answered: { ago: 5, outcome: 'upheld', againAgo: 3 } },
} as const satisfies Steps;
const REFUSED = {
  ...LONG,
  appraised: { ago: 16, outcome: 'partial' },
  objected: { ago: 14, answered: { ago: 12, outcome: 'refused' } },
} as const satisfies Steps;

/** Families that the policy does not cover and the township signs with all the same, by township: what the stages leave out. */
const EXCEPTIONS: { readonly [township: string]: readonly Steps[] } = {
  tingquan: [{ ...LONG, batch: 'draft' }, { ...RECENT, appraised: { ago: 1, outcome: 'full', half: true } }, STAGES.townshipReview],
  wangxiu: [
    { ...LONG, batch: 'checked', byBank: true },
    { draftedAgo: 96, fromAgo: 96, toAgo: 22, ...SIGNED, appraised: { ago: 18, outcome: 'full' } },
    REFUSED,
    UPHELD,
  ],
  zhenxi: [RECENT],
};
const REASON = '家中无其他劳力，村委会评议一致同意';

/** Every reward that is told, in the order of the cast. */
export function rewardPlans({ cast }: Pick<Story, 'cast'>): readonly RewardPlan[] {
  const planned = cast.patients.flatMap((patient): RewardPlan[] =>
    patient.reward === 'none' ? [] : [{ patient, ...STAGES[patient.reward] }],
  );
  const exceptions = Object.entries(EXCEPTIONS).flatMap(([township, steps]) => {
    const candidates = cast.patients.filter(
      patient =>
        patient.reward === 'none' &&
        patient.state === 'inCare' &&
        patient.riskRating > 0 &&
        patient.drugs.length > 0 &&
        patient.guardians.length === 1 &&
        patient.key !== cast.helper.patientKey && // whose guardian has no phone to sign on
        townshipOf({ cast }, patient) === township,
    );
    return steps.flatMap((step, at) => {
      const patient = candidates[at];
      return patient ? [{ patient, ...step, reason: REASON }] : [];
    });
  });
  return [...planned, ...exceptions, ...toBeSigned(cast)];
}

/** On the wall, the guardian of two has an agreement to sign for one of them. */
function toBeSigned(cast: Cast): readonly RewardPlan[] {
  const guardians = new Set(cast.phones.filter(phone => phone.as === 'guardian').map(phone => phone.personKey));
  const patient = cast.patients.find(one => one.reward === 'none' && guardians.has(one.guardians[0].personKey));
  return patient ? [{ patient, ...STAGES.draft, reason: REASON }] : [];
}
