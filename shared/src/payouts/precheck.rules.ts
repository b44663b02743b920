import type { PayChannel } from './payouts.terms.ts';

/** What stands in the way of paying somebody, before anything is sent. */
export const PRECHECKS = {
  notBound: '还没有绑定微信：请本人绑定，或改走一卡通、现金',
  nameDiffers: '户名与监护人姓名不一致，请改正',
  overSingle: '超过微信单笔限额，不能拆开：请改走一卡通，或先申请提高限额',
  belowLeast: '低于微信单笔最低金额，请改走一卡通或现金',
} as const;
export type Precheck = keyof typeof PRECHECKS;

export type Payee = {
  readonly channel: PayChannel;
  readonly boundToWechat: boolean;
  /** Of a bank account; null elsewhere. */
  readonly holderIsGuardian: boolean | null;
};
export type Limits = { readonly singleMinFen: number; readonly singleMaxFen: number };

/** The first thing that stands in the way; null when nothing does. */
export function precheck(payee: Payee, amountFen: number, { singleMinFen, singleMaxFen }: Limits): Precheck | null {
  if (payee.holderIsGuardian === false) return 'nameDiffers';
  if (payee.channel !== 'wechat') return null;
  if (amountFen > singleMaxFen) return 'overSingle';
  if (amountFen < singleMinFen) return 'belowLeast';
  return payee.boundToWechat ? null : 'notBound';
}

/** What stops a batch: an amount that the platform would refuse. Who is not bound may still bind before claiming. */
export const stopsBatch = (found: Precheck | null): boolean => found === 'overSingle' || found === 'belowLeast' || found === 'nameDiffers';

export type DayLimits = { readonly perPersonDayFen: number; readonly perDayFen: number };

/** Whether the amount still fits into what a person may receive, and the merchant spend, on the day. Both limits may be reached exactly. */
export const fitsIntoDay = (
  amountFen: number,
  spent: { readonly personFen: number; readonly merchantFen: number },
  limits: DayLimits,
): boolean => spent.personFen + amountFen <= limits.perPersonDayFen && spent.merchantFen + amountFen <= limits.perDayFen;
