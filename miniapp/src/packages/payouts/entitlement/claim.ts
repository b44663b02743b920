import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { readEntitlement } from '@guanhu/shared/payouts/payouts.routes';

export type Entitlement = AnswerOf<typeof readEntitlement>;

/** What the page says and offers; money is "received" only when the server says paid. */
export type ClaimView = {
  readonly title: string;
  readonly sub: string;
  readonly button: 'claim' | 'open' | 'none';
  /** The server is asked again by itself. */
  readonly waits: boolean;
};

/** From the payment's state at the server; `asked`: the person has tapped on this page. */
export function claimView(payment: Entitlement, asked: boolean): ClaimView {
  switch (payment.state) {
    case 'approved':
      return { title: '还没有放款', sub: '放款后会告诉您来领', button: 'none', waits: false };
    case 'claimable':
      return payment.say === null
        ? { title: '可以领取', sub: '想领的时候再点，点开后 24 小时内确认', button: 'claim', waits: asked }
        : { title: '可以再领一次', sub: payment.say, button: 'claim', waits: asked };
    case 'inTransfer':
      return payment.transfer
        ? { title: '等您在微信里确认收款', sub: '点开微信的收款页，按“确认收款”', button: 'open', waits: true }
        : { title: '正在向微信办理', sub: '一般几秒钟，请不要离开', button: 'none', waits: true };
    case 'paid':
      return { title: '已到账', sub: '钱在您的微信零钱里', button: 'none', waits: false };
    case 'failed':
      return { title: '没有转成功', sub: payment.say ?? '钱没有少，工作人员会处理后再请您领', button: 'none', waits: false };
    case 'returned':
      return { title: '已退回', sub: payment.say ?? '这笔钱已退回财政，有疑问请问社会事务办', button: 'none', waits: false };
  }
}
