import { isFinalBill, type BillState } from './bill-life.rules.ts';

/** On what bills, ledger and platform may disagree, and what to do about it. */
export const DIFFERENCES = {
  paidElsewhere: { label: '微信有这笔转账，我们没有记录', next: '不要重新发放：先由财政所和微信核对，核对清楚后由两人登记' },
  unknownToPlatform: { label: '我们记为已发出，微信查不到', next: '系统会继续查询，不会再发这一笔；一直查不到请联系微信支付' },
  otherState: { label: '微信的状态和我们的不一样', next: '系统已按微信的答复更新；仍不一致请联系微信支付' },
  otherAmount: { label: '微信的金额和我们的不一样', next: '不要重新发放：立即停止并由财政所核对' },
  unresolved: { label: '超过30天没有结果，微信已不能查询', next: '请在微信商户平台查账单，由两人登记结果；系统不会重新发放' },
  ledger: { label: '单据和账本不一致', next: '立即停止发放，请管理员核对账本' },
} as const;
export type Difference = keyof typeof DIFFERENCES;

export type OurBill = {
  readonly state: BillState;
  readonly amountFen: number;
  readonly isForgotten: boolean;
  readonly posted: 'paid' | 'failed' | null;
};
export type TheirBill = { readonly state: string; readonly amountFen: number } | 'not-found' | 'not-asked';

/** The first thing on which a bill, the ledger and the platform do not agree; null when they do. */
export function differenceOf(ours: OurBill, theirs: TheirBill): Difference | null {
  const posted = ours.state === 'SUCCESS' ? 'paid' : isFinalBill(ours.state) ? 'failed' : null;
  if (posted !== ours.posted) return 'ledger';
  if (ours.isForgotten) return isFinalBill(ours.state) ? null : 'unresolved';
  if (theirs === 'not-asked') return null;
  if (theirs === 'not-found')
    return ours.state === 'prepared' || ours.state === 'FAIL' || ours.state === 'CANCELLED' ? null : 'unknownToPlatform';
  if (theirs.amountFen !== ours.amountFen) return 'otherAmount';
  // What is on its way may be a step further there.
  return isFinalBill(ours.state) && theirs.state !== ours.state ? 'otherState' : null;
}
