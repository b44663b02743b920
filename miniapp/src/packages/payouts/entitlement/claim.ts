import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { readEntitlement } from '@guanhu/shared/payouts/payouts.routes';
import { payoutsWords } from '../../../words/payouts.ts';

export type Entitlement = AnswerOf<typeof readEntitlement>;

/** What the page says and offers; money is "received" only when the server says paid. */
export type ClaimView = {
  readonly title: string;
  readonly sub: string;
  readonly button: 'claim' | 'open' | 'none';
  /** What to do next, step by step; none when there is nothing to do. */
  readonly steps: readonly string[];
  /** The server is asked again by itself. */
  readonly waits: boolean;
};

const STEPS = [payoutsWords.stepTap, payoutsWords.stepConfirm, payoutsWords.stepBack] as const;

/** Paid another way than through WeChat. */
function elsewhere({ channel, state, say }: Entitlement): ClaimView {
  const to = channel === 'bank' ? payoutsWords.toBank : payoutsWords.toHand;
  const none = { button: 'none', steps: [], waits: false } as const;
  if (state === 'paid')
    return { title: payoutsWords.received, sub: channel === 'bank' ? payoutsWords.receivedBank : payoutsWords.receivedCash, ...none };
  if (state === 'claimable' || state === 'inTransfer' || state === 'approved')
    return { title: payoutsWords.nothingToDo, sub: payoutsWords.comesTo(to), ...none };
  return { title: payoutsWords.notDone, sub: say ?? payoutsWords.notDoneSub, ...none };
}

/** From the payment's state at the server; `asked`: the person has tapped on this page. */
export function claimView(payment: Entitlement, asked: boolean): ClaimView {
  if (payment.channel !== 'wechat') return elsewhere(payment);
  switch (payment.state) {
    case 'approved':
      return { title: payoutsWords.notReleased, sub: payoutsWords.notReleasedSub, button: 'none', steps: [], waits: false };
    case 'claimable':
      return payment.say === null
        ? { title: payoutsWords.claimable, sub: payoutsWords.claimableSub, button: 'claim', steps: STEPS, waits: asked }
        : { title: payoutsWords.claimAgain, sub: payment.say, button: 'claim', steps: STEPS, waits: asked };
    case 'inTransfer':
      return payment.transfer
        ? { title: payoutsWords.awaitsReceipt, sub: payoutsWords.awaitsReceiptSub, button: 'open', steps: STEPS.slice(1), waits: true }
        : { title: payoutsWords.underWay, sub: payoutsWords.underWaySub, button: 'none', steps: [], waits: true };
    case 'paid':
      return { title: payoutsWords.received, sub: payoutsWords.receivedWeChat, button: 'none', steps: [], waits: false };
    case 'failed':
      return { title: payoutsWords.failed, sub: payment.say ?? payoutsWords.failedSub, button: 'none', steps: [], waits: false };
    case 'returned':
      return { title: payoutsWords.returned, sub: payment.say ?? payoutsWords.returnedSub, button: 'none', steps: [], waits: false };
  }
}
