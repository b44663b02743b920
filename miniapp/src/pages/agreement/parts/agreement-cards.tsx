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
import { agreementWords } from '../../../words/agreement.ts';
import { commonWords } from '../../../words/common.ts';

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
        <Card title={agreementWords.toSign}>
          <View className="gh-gap">
            <BigButton icon="pen" onTap={read}>
              {agreementWords.readAndSign}
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
              {agreementWords.claimable}
            </>
          }
        >
          <View className="gh-sub">{agreementWords.claimableSub}</View>
          <View className="gh-gap">
            <BigButton onTap={() => goTo('/packages/payouts/entitlement/index', { entitlementId: payment.id })}>
              {commonWords.collect}
            </BigButton>
          </View>
        </Card>
      ))}
      {agreement.debts.map(debt => (
        <Card key={`${debt.reason}${String(debt.amountFen)}`} title={agreementWords.toRepay}>
          <View className="gh-sub">{agreementWords.repaid(yuanGrouped(debt.amountFen), yuanGrouped(debt.repaidFen))}</View>
          <View className="gh-note">{agreementWords.repayHow(debt.reason)}</View>
        </Card>
      ))}
      {now && (
        <Card>
          <View className="gh-sub">{isExpected(now) ? agreementWords.expectedDecidedByTwo : agreementWords.thisPeriod}</View>
          <Amount fen={now.amountFen} big />
          <ProgressBar {...daysInto(now, today)} />
          {now.todo.slice(0, 1).map(words => (
            <View key={words} className="gh-sub">
              {words}
            </View>
          ))}
          <View className="gh-note">{agreementWords.fullPeriod(yuanGrouped(now.fullFen), monthDay(now.to))}</View>
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
        <ListItem title={agreementWords.fullText} sub={`${agreement.number} · ${stateWords(agreement)}`} last={!worker} onTap={read} />
        {worker && (
          <ListItem
            title={agreementWords.unclear}
            sub={agreementWords.unclearSub}
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
