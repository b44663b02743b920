import Taro from '@tarojs/taro';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { Amount } from '../../../ui/amount/amount.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { monthDay, span } from '../../../ui/time.ts';
import { lineOfToday, type Agreement, type ToDo } from '../passbook-line.ts';

/** A signature or a payment that waits for the guardian's finger. */
export function ToDoItem({ toDo, last }: { toDo: ToDo; last: boolean }) {
  if (toDo.kind === 'sign') {
    return (
      <ListItem
        title="有一份协议等您签字"
        sub="一条一条看完再签"
        aside={<Tag tone="warn">待签</Tag>}
        last={last}
        onTap={() => goTo('/packages/agreements/agreement/index', { agreementId: toDo.agreementId })}
      />
    );
  }
  return (
    <ListItem
      title={<Amount fen={toDo.amountFen} />}
      sub={`${span(toDo.from, toDo.to)}的奖补`}
      aside={<Tag tone="warn">{toDo.started ? '等确认' : '可以领取'}</Tag>}
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
          {'本期预计 '}
          <Amount fen={line.amountFen} />
        </>
      }
      sub={`做满这一期共 ${yuanGrouped(line.fullFen)} 元，${monthDay(line.to)}后认定`}
      last={last}
      onTap={() => void Taro.switchTab({ url: '/pages/agreement/index' })}
    />
  );
}
