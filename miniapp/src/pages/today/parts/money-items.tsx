import Taro from '@tarojs/taro';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { Amount } from '../../../ui/amount/amount.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { monthDay, span } from '../../../ui/time.ts';
import { lineOfToday, type Agreement, type ToDo } from '../passbook-line.ts';
import { todayWords } from '../../../words/today.ts';

/** A signature or a payment that waits for the guardian's finger. */
export function ToDoItem({ toDo, last }: { toDo: ToDo; last: boolean }) {
  if (toDo.kind === 'sign') {
    return (
      <ListItem
        title={todayWords.agreementToSign}
        sub={todayWords.agreementToSignSub}
        aside={<Tag tone="warn">{todayWords.toSign}</Tag>}
        last={last}
        onTap={() => goTo('/packages/agreements/agreement/index', { agreementId: toDo.agreementId })}
      />
    );
  }
  return (
    <ListItem
      title={<Amount fen={toDo.amountFen} />}
      sub={todayWords.rewardOf(span(toDo.from, toDo.to))}
      aside={<Tag tone="warn">{toDo.started ? todayWords.awaitsConfirmation : todayWords.claimable}</Tag>}
      last={last}
      onTap={() => goTo('/packages/payouts/entitlement/index', { entitlementId: toDo.entitlementId })}
    />
  );
}

/** What the running period comes to so far; called expected until two people decide. */
export function ExpectedItem({ agreement, last }: { agreement: Agreement; last: boolean }) {
  const line = lineOfToday(agreement.lines, phoneToday());
  if (!line) return null;
  return (
    <ListItem
      title={
        <>
          {todayWords.expected}
          <Amount fen={line.amountFen} />
        </>
      }
      sub={todayWords.fullPeriod(yuanGrouped(line.fullFen), monthDay(line.to))}
      last={last}
      onTap={() => void Taro.switchTab({ url: '/pages/agreement/index' })}
    />
  );
}
