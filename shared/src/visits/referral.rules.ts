import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/visits.ts';

/** A referral (转诊) from the township to a hospital, until its answer is back. */
export const REFERRAL_STATES = inLanguage(
  { sent: '已转出', accepted: '已接诊', done: '诊治完成', answered: '已反馈', declined: '未接收' },
  { en: en.REFERRAL_STATES },
);
export type ReferralState = keyof typeof REFERRAL_STATES;
export const REFERRAL_STATE_KEYS = ['sent', 'accepted', 'done', 'answered', 'declined'] as const satisfies readonly ReferralState[];

export const REFERRAL_STEPS = inLanguage(
  { accept: '医院已接诊', decline: '医院没有接收', finish: '诊治已完成', answer: '写反馈意见' },
  { en: en.REFERRAL_STEPS },
);
export type ReferralStep = keyof typeof REFERRAL_STEPS;
export const REFERRAL_STEP_KEYS = ['accept', 'decline', 'finish', 'answer'] as const satisfies readonly ReferralStep[];

/** The whole life of a referral. What is not here cannot happen. */
const MOVES: { readonly [S in ReferralState]: { readonly [E in ReferralStep]?: ReferralState } } = {
  sent: { accept: 'accepted', decline: 'declined' },
  accepted: { finish: 'done', decline: 'declined' },
  done: { answer: 'answered' },
  answered: {},
  declined: {},
};

/** @returns REFERRAL_MOVE_NOT_ALLOWED when a referral in this state cannot do that. */
export function moveReferral(from: ReferralState, step: ReferralStep): Decision<ReferralState> {
  const to = MOVES[from][step];
  return to === undefined ? refuse('REFERRAL_MOVE_NOT_ALLOWED') : grant(to);
}

/** Steps that can be taken now. */
export const referralSteps = (from: ReferralState): readonly ReferralStep[] =>
  REFERRAL_STEP_KEYS.filter(step => MOVES[from][step] !== undefined);

/** Declining says why, answering says what. */
export const stepNeedsNote = (step: ReferralStep): boolean => step === 'decline' || step === 'answer';
