import type { AnswerOf } from '@guanhu/shared/kernel/route';
import type { readEntitlement } from '@guanhu/shared/payouts/payouts.routes';

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

const STEPS = ['点下面的大按钮', '微信会打开收款页，点“确认收款”', '回到这里，看到“已到账”就好了'] as const;

/** Paid another way than through WeChat. */
function elsewhere({ channel, state, say }: Entitlement): ClaimView {
  const to = channel === 'bank' ? '打到您的一卡通' : '当面发给您现金';
  const none = { button: 'none', steps: [], waits: false } as const;
  if (state === 'paid') return { title: '已到账', sub: channel === 'bank' ? '钱在您的一卡通里' : '现金已经当面领取', ...none };
  if (state === 'claimable' || state === 'inTransfer' || state === 'approved')
    return { title: '不用您操作', sub: `这笔钱会${to}，有疑问请问村干部`, ...none };
  return { title: '没有办成', sub: say ?? '钱没有少，工作人员会处理', ...none };
}

/** From the payment's state at the server; `asked`: the person has tapped on this page. */
export function claimView(payment: Entitlement, asked: boolean): ClaimView {
  if (payment.channel !== 'wechat') return elsewhere(payment);
  switch (payment.state) {
    case 'approved':
      return { title: '还没有放款', sub: '放款后会告诉您来领', button: 'none', steps: [], waits: false };
    case 'claimable':
      return payment.say === null
        ? { title: '可以领取', sub: '想领的时候再点，点开后 24 小时内确认', button: 'claim', steps: STEPS, waits: asked }
        : { title: '可以再领一次', sub: payment.say, button: 'claim', steps: STEPS, waits: asked };
    case 'inTransfer':
      return payment.transfer
        ? { title: '等您在微信里确认收款', sub: '点开微信的收款页，按“确认收款”', button: 'open', steps: STEPS.slice(1), waits: true }
        : { title: '正在向微信办理', sub: '一般几秒钟，请不要离开', button: 'none', steps: [], waits: true };
    case 'paid':
      return { title: '已到账', sub: '钱在您的微信零钱里', button: 'none', steps: [], waits: false };
    case 'failed':
      return { title: '没有转成功', sub: payment.say ?? '钱没有少，工作人员会处理后再请您领', button: 'none', steps: [], waits: false };
    case 'returned':
      return { title: '已退回', sub: payment.say ?? '这笔钱已退回财政，有疑问请问社会事务办', button: 'none', steps: [], waits: false };
  }
}
