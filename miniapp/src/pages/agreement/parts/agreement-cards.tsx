import { View } from '@tarojs/components';
import { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { useRead } from '../../../platform/api/use-read.ts';
import { callPhone } from '../../../platform/call';
import { useFontScale } from '../../../platform/font-scale/use-font-scale.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { Amount } from '../../../ui/amount/amount.tsx';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { ProgressBar } from '../../../ui/progress-bar/progress-bar.tsx';
import { monthDay, span } from '../../../ui/time.ts';
import { lineOfToday } from '../../today/passbook-line.ts';
import { daysInto, isExpected, lineView, stateWords, type Agreement } from '../passbook.ts';

/** One agreement: what it comes to now, what can be claimed, every line with its reason, and whom to ask. */
export function AgreementCards({ agreement }: { agreement: Agreement }) {
  const { care } = useFontScale();
  // In large type what has not begun yet is left out: there is nothing to ask about it.
  const lines = care ? agreement.lines.filter(line => line.state !== 'upcoming') : agreement.lines;
  const today = phoneToday();
  const now = lineOfToday(agreement.lines, today);
  const claimable = agreement.lines
    .flatMap(line => line.entitlements)
    .filter(each => each.state === 'claimable' || each.state === 'inTransfer');
  const team = useRead(readTeam, { params: { patientId: agreement.patientId }, keep: true }).value;
  const worker = team?.seats.find(seat => seat.seat === 'gridWorker')?.holders.find(holder => holder.phone !== null);
  const read = () => goTo('/packages/agreements/agreement/index', { agreementId: agreement.id });
  return (
    <>
      {agreement.toSign && (
        <Card title="协议等您签字">
          <View className="gh-gap">
            <BigButton icon="pen" onTap={read}>
              看协议，签字
            </BigButton>
          </View>
        </Card>
      )}
      {claimable.map(payment => (
        <Card
          key={payment.id}
          title={
            <>
              {`${span(payment.from, payment.to)} `}
              <Amount fen={payment.amountFen} />
              {' 可以领取'}
            </>
          }
        >
          <View className="gh-sub">想领的时候再点，点开后 24 小时内确认</View>
          <View className="gh-gap">
            <BigButton onTap={() => goTo('/packages/payouts/entitlement/index', { entitlementId: payment.id })}>领取</BigButton>
          </View>
        </Card>
      ))}
      {agreement.debts.map(debt => (
        <Card key={`${debt.reason}${String(debt.amountFen)}`} title="要退回的钱">
          <View className="gh-sub">{`要退 ${yuanGrouped(debt.amountFen)} 元，已退 ${yuanGrouped(debt.repaidFen)} 元`}</View>
          <View className="gh-note">{`${debt.reason}。不会从别的钱里扣，请到乡镇财政所退；有意见请到乡镇说`}</View>
        </Card>
      ))}
      {now && (
        <Card>
          <View className="gh-sub">{isExpected(now) ? '本期预计（到期由两人认定）' : '本期'}</View>
          <Amount fen={now.amountFen} big />
          <ProgressBar {...daysInto(now, today)} />
          {now.todo.slice(0, 1).map(words => (
            <View key={words} className="gh-sub">
              {words}
            </View>
          ))}
          <View className="gh-note">{`做满这一期 ${yuanGrouped(now.fullFen)} 元 · ${monthDay(now.to)}后认定`}</View>
        </Card>
      )}
      {lines.length > 0 && (
        <Card list>
          {lines.map(lineView).map((line, index) => (
            <ListItem
              key={line.key}
              title={line.name}
              sub={line.note === '' ? undefined : line.note}
              aside={<Amount fen={line.amountFen} signed />}
              last={index === lines.length - 1}
              onTap={() => goTo('/packages/appraisal/line/index', { appraisalId: line.appraisalId })}
            />
          ))}
        </Card>
      )}
      <Card list>
        <ListItem title="看协议全文" sub={`${agreement.number} · ${stateWords(agreement)}`} last={!worker} onTap={read} />
        {worker && (
          <ListItem
            title="看不明白？"
            sub="点上面那一条能看原因、提意见；也可以打给网格员"
            last
            onTap={() => {
              if (worker.phone !== null) callPhone(worker.phone);
            }}
          />
        )}
      </Card>
    </>
  );
}
