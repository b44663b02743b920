import { grant, refuse, type Decision } from '../kernel/decision.ts';
import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/visits.ts';

/** A referral (转诊) from the township to a hospital until its answer is back, and from there to the rehabilitation of the community until it tells back. */
export const REFERRAL_STATES = inLanguage(
  {
    sent: '已转出',
    accepted: '已接诊',
    done: '诊治完成',
    answered: '已反馈',
    declined: '未接收',
    toCommunity: '待社区接收',
    inCommunity: '社区康复中',
    toldBack: '社区已反馈',
  },
  { en: en.REFERRAL_STATES },
);
export type ReferralState = keyof typeof REFERRAL_STATES;
export const REFERRAL_STATE_KEYS = [
  'sent',
  'accepted',
  'done',
  'answered',
  'declined',
  'toCommunity',
  'inCommunity',
  'toldBack',
] as const satisfies readonly ReferralState[];

export const REFERRAL_STEPS = inLanguage(
  {
    accept: '医院已接诊',
    decline: '医院没有接收',
    finish: '诊治已完成',
    answer: '写反馈意见',
    refer: '转介社区康复',
    join: '社区已接收',
    leave: '社区康复结束',
  },
  { en: en.REFERRAL_STEPS },
);
export type ReferralStep = keyof typeof REFERRAL_STEPS;
/** Steps that somebody takes by themselves; the last two come with a part in a programme, and with its end. */
export const REFERRAL_STEP_KEYS = ['accept', 'decline', 'finish', 'answer', 'refer'] as const satisfies readonly ReferralStep[];
export type TakenStep = (typeof REFERRAL_STEP_KEYS)[number];
export const ALL_REFERRAL_STEPS = [...REFERRAL_STEP_KEYS, 'join', 'leave'] as const satisfies readonly ReferralStep[];

/** The whole life of a referral. What is not here cannot happen. */
const MOVES: { readonly [S in ReferralState]: { readonly [E in ReferralStep]?: ReferralState } } = {
  sent: { accept: 'accepted', decline: 'declined' },
  accepted: { finish: 'done', decline: 'declined' },
  done: { answer: 'answered' },
  answered: { refer: 'toCommunity' },
  declined: {},
  toCommunity: { join: 'inCommunity' },
  inCommunity: { leave: 'toldBack' },
  toldBack: {},
};

/** @returns REFERRAL_MOVE_NOT_ALLOWED when a referral in this state cannot do that. */
export function moveReferral(from: ReferralState, step: ReferralStep): Decision<ReferralState> {
  const to = MOVES[from][step];
  return to === undefined ? refuse('REFERRAL_MOVE_NOT_ALLOWED') : grant(to);
}

/** Steps that somebody can take now. */
export const referralSteps = (from: ReferralState): readonly TakenStep[] =>
  REFERRAL_STEP_KEYS.filter(step => MOVES[from][step] !== undefined);

/** Declining says why, answering says what. */
export const stepNeedsNote = (step: ReferralStep): boolean => step === 'decline' || step === 'answer';
