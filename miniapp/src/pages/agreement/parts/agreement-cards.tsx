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
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { ProgressBar } from '../../../ui/progress-bar/progress-bar.tsx';
import { monthDay, span } from '../../../ui/time.ts';
import { lineOfToday } from '../../today/passbook-line.ts';
import { daysInto, isExpected, lineView, stateWords, type Agreement } from '../passbook.ts';

/** One agreement: what it comes to now, what can be claimed, every line with its reason, and whom to ask. */
export function AgreementCards({ agreement }: { agreement: Agreement }) {
  const { care } = useFontScale();
  const today = phoneToday();
  const now = lineOfToday(agreement.lines, today);
  const claimable = agreement.lines
    .map(line => line.entitlement)
    .filter(each => each?.state === 'claimable' || each?.state === 'inTransfer');
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
      {claimable.map(
        payment =>
          payment && (
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
          ),
      )}
      {now && (
        <Card>
          <View className="gh-sub">{isExpected(now) ? '本期预计（到期由两人认定）' : '本期'}</View>
          <Amount fen={now.amountFen} big />
          <ProgressBar {...daysInto(now, today)} />
          <View className="gh-note">{`做满这一期 ${yuanGrouped(now.fullFen)} 元 · ${monthDay(now.to)}后认定`}</View>
        </Card>
      )}
      {!care && agreement.lines.length > 0 && (
        <Card list>
          {agreement.lines.map(lineView).map((line, index) => (
            <KeyValue
              key={line.key}
              name={line.name}
              note={line.note === '' ? undefined : line.note}
              last={index === agreement.lines.length - 1}
            >
              <Amount fen={line.amountFen} signed />
            </KeyValue>
          ))}
        </Card>
      )}
      <Card list>
        <ListItem title="看协议全文" sub={`${agreement.number} · ${stateWords(agreement)}`} last={!worker} onTap={read} />
        {worker && (
          <ListItem
            title="对哪一条有疑问？"
            sub="打给网格员，请他转给认定的人"
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
