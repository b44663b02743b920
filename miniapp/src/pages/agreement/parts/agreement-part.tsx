import { View } from '@tarojs/components';
import { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { useRead } from '../../../platform/api/use-read.ts';
import { callPhone } from '../../../platform/call';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { Amount } from '../../../ui/amount/amount.tsx';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Hear } from '../../../ui/hear/hear.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { ProgressBar } from '../../../ui/progress-bar/progress-bar.tsx';
import { monthDay, span } from '../../../ui/time.ts';
import { daysInto, isExpected, lineView, stateWords, type Agreement, type Line, type Part } from '../passbook.ts';
import { agreementWords } from '../../../words/agreement.ts';
import { commonWords } from '../../../words/common.ts';

/** One card of the passbook. */
export function AgreementPart({ agreement, part }: { readonly agreement: Agreement; readonly part: Part }) {
  switch (part.of) {
    case 'toSign':
      return (
        <Card title={agreementWords.toSign}>
          <View className="gh-gap">
            <BigButton icon="pen" onTap={() => read(agreement)}>
              {agreementWords.readAndSign}
            </BigButton>
          </View>
        </Card>
      );
    case 'claim':
      return <Claim {...part} />;
    case 'debt':
      return (
        <Card title={agreementWords.toRepay}>
          <View className="gh-sub">{agreementWords.repaid(yuanGrouped(part.debt.amountFen), yuanGrouped(part.debt.repaidFen))}</View>
          <View className="gh-note">{agreementWords.repayHow(part.debt.reason)}</View>
        </Card>
      );
    case 'now':
      return <Now {...part} />;
    case 'lines':
      return <Lines {...part} />;
    case 'about':
      return <About agreement={agreement} />;
  }
}

const read = ({ id }: Agreement) => goTo('/packages/agreements/agreement/index', { agreementId: id });

/** Money that can be claimed. */
const Claim = ({ payment }: Extract<Part, { of: 'claim' }>) => (
  <Card
    title={
      <>
        {`${span(payment.from, payment.to)} `}
        <Amount fen={payment.amountFen} />
        {agreementWords.claimable}
      </>
    }
  >
    <View className="gh-sub">
      {agreementWords.claimableSub}
      <Hear sentence="claimableSub" />
    </View>
    <View className="gh-gap">
      <BigButton onTap={() => goTo('/packages/payouts/entitlement/index', { entitlementId: payment.id })}>{commonWords.collect}</BigButton>
    </View>
  </Card>
);

/** What the period comes to now, and what would make it whole. */
const Now = ({ line }: { readonly line: Line }) => (
  <Card>
    <View className="gh-sub">
      {isExpected(line) ? agreementWords.expectedDecidedByTwo : agreementWords.thisPeriod}
      {isExpected(line) && <Hear sentence="expectedDecidedByTwo" />}
    </View>
    <Amount fen={line.amountFen} big />
    <ProgressBar {...daysInto(line, phoneToday())} />
    {line.todo.slice(0, 1).map(words => (
      <View key={words} className="gh-sub">
        {words}
      </View>
    ))}
    <View className="gh-note">{agreementWords.fullPeriod(yuanGrouped(line.fullFen), monthDay(line.to))}</View>
  </Card>
);

/** Every line with its reason; a tap leads to its whole story. */
const Lines = ({ lines }: { readonly lines: readonly Line[] }) => (
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
);

/** The whole text, and whom to ask. */
function About({ agreement }: { readonly agreement: Agreement }) {
  const team = useRead(readTeam, { params: { patientId: agreement.patientId }, keep: true }).value;
  const worker = team?.seats.find(seat => seat.seat === 'gridWorker')?.holders.find(holder => holder.phone !== null);
  return (
    <Card list>
      <ListItem
        title={agreementWords.fullText}
        sub={`${agreement.number} · ${stateWords(agreement)}`}
        last={!worker}
        onTap={() => read(agreement)}
      />
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
  );
}
