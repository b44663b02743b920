import { useState } from 'react';
import { View } from '@tarojs/components';
import { listWards } from '@guanhu/shared/registry/registry.routes';
import { isClosed } from '@guanhu/shared/registry/patient-life.rules';
import { myPassbook } from '@guanhu/shared/payouts/payouts.routes';
import { useActing } from '../../../platform/acting';
import { actingWords } from '../../../platform/acting/acting.rules.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { useFontScale } from '../../../platform/font-scale/use-font-scale.ts';
import { goTo } from '../../../platform/navigate';
import { useSession } from '../../../platform/session';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { toDos } from '../passbook-line.ts';
import { wardLabel } from '../ward-label.ts';
import { MedicineCard } from './medicine-card.tsx';
import { MessagesCard } from './messages-card.tsx';
import { ExpectedItem, ToDoItem } from './money-items.tsx';
import { NextVisitItem } from './next-visit-item.tsx';
import { RollCallCard } from './roll-call-card.tsx';
import { todayWords } from '../../../words/today.ts';

/** Medicine, help, what waits, the next visit, the money, messages: in this order; care mode leaves the expected amounts to the passbook. */
export function GuardianToday() {
  const wards = useRead(listWards, { keep: true });
  const agreements = useRead(myPassbook, { keep: true }).value?.agreements ?? [];
  const { care } = useFontScale();
  const [turn, setTurn] = useState(0);
  const { sides, side, choose } = useActing();
  const isStaff = (useSession()?.me.posts.length ?? 0) > 0;
  if (!wards.value) return wards.refusal ? <ErrorState refusal={wards.refusal} onRetry={() => void wards.reload()} /> : <Loading />;
  // Whoever acts for another sees that family's day; signatures and money are their own.
  const forAnother = typeof side === 'string';
  const rows = wards.value.rows.filter(ward => !isClosed(ward.state) && ward.onBehalfOf === (side ?? null));
  const waiting = forAnother ? [] : toDos(agreements);
  const running = care || forAnother ? [] : agreements.filter(agreement => agreement.lines.length > 0);
  if (sides.length < 2 && rows.length === 0 && waiting.length === 0)
    return <Empty title={todayWords.noWards} sub={todayWords.noWardsSub} />;
  const one = rows.length === 1;
  // In large type one person stands on the screen at a time.
  const inTurn = care && rows.length > 1;
  const shown = inTurn ? rows.slice(turn % rows.length, (turn % rows.length) + 1) : rows;
  return (
    <>
      {sides.length > 1 && side !== undefined && (
        <Card title={todayWords.forWhom}>
          <Chips
            options={sides.map((one, index) => ({ value: index, text: one === null ? todayWords.ownFamily : todayWords.onBehalf(one) }))}
            value={sides.indexOf(side)}
            onChange={index => choose(sides[index] ?? null)}
          />
        </Card>
      )}
      {isStaff && forAnother && <View className="gh-sub">{actingWords(side)}</View>}
      {shown.map(ward =>
        ward.state === 'inCare' ? (
          <MedicineCard key={ward.patientId} patientId={ward.patientId} label={wardLabel(ward, one)} />
        ) : (
          <Card key={ward.patientId} title={todayWords.notAsked(wardLabel(ward, one))} />
        ),
      )}
      {inTurn && (
        <BigButton look="line" icon="people" onTap={() => setTurn(turn + 1)}>
          {todayWords.nextWard((turn % rows.length) + 1, rows.length)}
        </BigButton>
      )}
      <RollCallCard wards={shown.map(ward => ({ patientId: ward.patientId, label: wardLabel(ward, one) }))} />
      {rows.length > 0 && (
        <BigButton look="danger" size="tall" icon="alert" onTap={() => goTo('/packages/incidents/report/index')}>
          {todayWords.callForHelp}
        </BigButton>
      )}
      {waiting.length > 0 && (
        <Card list>
          {waiting.map((each, index) => (
            <ToDoItem key={index} toDo={each} last={index === waiting.length - 1} />
          ))}
        </Card>
      )}
      {rows.length > 0 && (
        <Card list>
          {shown.map((ward, index) => (
            <NextVisitItem
              key={ward.patientId}
              patientId={ward.patientId}
              label={one && !ward.onBehalfOf ? undefined : wardLabel(ward, one)}
              last={index === shown.length - 1 && running.length === 0}
            />
          ))}
          {running.map((agreement, index) => (
            <ExpectedItem key={agreement.id} agreement={agreement} last={index === running.length - 1} />
          ))}
        </Card>
      )}
      <MessagesCard />
    </>
  );
}
