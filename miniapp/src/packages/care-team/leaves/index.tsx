import { useState } from 'react';
import { View } from '@tarojs/components';
import type { HandoverShown } from '@guanhu/shared/care-team/handover.contract';
import { listHandovers } from '@guanhu/shared/care-team/handover.routes';
import { listColleagues } from '@guanhu/shared/care-team/roster.routes';
import type { Colleague } from '@guanhu/shared/care-team/roster.contract';
import { useRead } from '../../../platform/api/use-read.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { monthDay } from '../../../ui/time.ts';
import { useDecide } from './use-decide.ts';
import { careTeamWords } from '../../../words/care-team.ts';

/** Leaves that colleagues asked for: who stands in, and yes or no. */
export default function LeavesPage() {
  const waiting = useRead(listHandovers, { query: { state: 'proposed' } });
  const colleagues = useRead(listColleagues, { query: { limit: 100 } }).value?.rows ?? [];
  if (!waiting.value)
    return <Page>{waiting.refusal ? <ErrorState refusal={waiting.refusal} onRetry={() => void waiting.reload()} /> : <Loading />}</Page>;
  const rows = waiting.value.rows.filter(row => row.mine);
  return (
    <Page>
      {rows.length === 0 && <Empty title={careTeamWords.noLeaves} sub={careTeamWords.noLeavesSub} />}
      {rows.map(row => (
        <Leave key={row.handoverId} row={row} colleagues={colleagues} onDone={() => void waiting.reload()} />
      ))}
    </Page>
  );
}

type LeaveProps = { readonly row: HandoverShown; readonly colleagues: readonly Colleague[]; readonly onDone: () => void };

function Leave({ row, colleagues, onDone }: LeaveProps) {
  const [toId, setTo] = useState(row.to?.personId);
  const { deciding, decide } = useDecide(row.handoverId, onDone);
  return (
    <Card title={careTeamWords.leaveOf(row.name)}>
      <View className="gh-sub">{`${monthDay(row.from)}${row.until === null ? careTeamWords.openEnd : careTeamWords.untilDay(monthDay(row.until))}${row.note === null ? '' : careTeamWords.noteAfter(row.note)}`}</View>
      <View className="gh-sub">{careTeamWords.whoStandsIn}</View>
      <Chips
        options={colleagues.filter(one => one.personId !== row.personId).map(one => ({ value: one.personId, text: one.name }))}
        value={toId}
        onChange={setTo}
      />
      {(deciding.at === 'refused' || deciding.at === 'said') && <View className="gh-form-row__fault">{deciding.say}</View>}
      <View className="gh-row">
        <View className="gh-row__narrow">
          <BigButton busy={deciding.at === 'saving'} disabled={toId === undefined} onTap={() => toId !== undefined && void decide(toId)}>
            {careTeamWords.agree}
          </BigButton>
        </View>
        <View className="gh-row__narrow">
          <BigButton look="line" disabled={deciding.at === 'saving'} onTap={() => void decide(null)}>
            {careTeamWords.refuse}
          </BigButton>
        </View>
      </View>
    </Card>
  );
}
