import type { AppraisalState } from '../appraisal/appraisal.terms.ts';
import type { CalendarDate } from '../kernel/calendar-date.ts';
import type { EntitlementState } from './payouts.terms.ts';

/** A period and its money as the words about it need them. */
export type ClaimFacts = {
  readonly state: AppraisalState;
  /** Last day of the period. */
  readonly to: CalendarDate;
  readonly effectiveOn: CalendarDate | null;
  /** Of the payment that waits; null while there is none to be seen. */
  readonly payment: EntitlementState | null;
  readonly today: CalendarDate;
};

const inWords = (day: CalendarDate): string => `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

/** When the money of a period can be claimed, in a guardian's words. Nothing is promised that does not depend on days alone. */
export function claimWords({ state, to, effectiveOn, payment, today }: ClaimFacts): string {
  switch (payment) {
    case 'claimable':
      return '现在就可以领取';
    case 'inTransfer':
      return '正在领取，请在手机上确认收款';
    case 'paid':
      return '已经到账';
    case 'failed':
      return '没有转成功，工作人员正在处理，办好会通知您';
    case 'returned':
      return '这笔钱已退回财政，有疑问请问工作人员';
    case 'approved':
    case null:
  }
  if (state === 'gathering') return to < today ? '这一期已经结束，等两个人认定' : `${inWords(to)}这一期结束后认定，认定后发放`;
  if (state === 'proposed') return '等两个人认定，认定后发放';
  if (state === 'objected') return '您的异议正在核实，答复后再定';
  if (state === 'answered' && effectiveOn === null) return '您的异议得到支持，等两个人重新认定';
  if (state === 'final') return '认定已生效，正在办理发放，可以领取时会通知您';
  return effectiveOn === null ? '认定后发放' : `${inWords(effectiveOn)}认定生效，之后办理发放，可以领取时会通知您`;
}
