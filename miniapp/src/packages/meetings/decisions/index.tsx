import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { rolesWith } from '@guanhu/shared/access/permissions.rules';
import type { DecisionRow } from '@guanhu/shared/meetings/meetings.contract';
import { finishDecision, listDecisions } from '@guanhu/shared/meetings/meetings.routes';
import { useDeeds } from '../../../platform/api/use-deeds.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { useSession } from '../../../platform/session';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { PutOff } from '../../../ui/put-off/put-off.tsx';
import { Sheet } from '../../../ui/sheet/sheet.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { dayInWords } from '../../../ui/time.ts';
import { askedFirst } from './asked-first.ts';
import { meetingsWords } from '../../../words/meetings.ts';

/** What meetings asked the reader to carry out; opened by a task, that one stands first. */
export default function DecisionsPage() {
  const { decisionId, taskId } = useRouter().params;
  const { value, refusal, reload } = useRead(listDecisions, { query: { state: 'open', mine: 'yes', limit: 100 } });
  const { doing, send } = useDeeds(reload);
  const [finishing, setFinishing] = useState<DecisionRow>();
  const [outcome, setOutcome] = useState('');
  const readsMeetings = (useSession()?.me.posts ?? []).some(post => rolesWith('meeting:read').includes(post.role));
  if (!value) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  const rows = askedFirst(value.rows, decisionId);
  const isGone = decisionId !== undefined && rows[0]?.decisionId !== decisionId;
  const finish = () => {
    if (!finishing || outcome.trim() === '') return;
    const { decisionId: id, version } = finishing;
    setFinishing(undefined);
    void send(finishDecision, { decisionId: id }, { version, outcome: outcome.trim() }).then(() => setOutcome(''));
  };
  return (
    <Page>
      {doing.at === 'done' && <View className="gh-note">{meetingsWords.finished}</View>}
      {doing.at === 'refused' && <View className="gh-form-row__fault">{doing.say}</View>}
      {rows.length === 0 && (
        <Empty title={isGone ? meetingsWords.decisionDone : meetingsWords.noDecisions} sub={meetingsWords.noDecisionsSub} />
      )}
      {rows.map(row => (
        <Decision key={row.decisionId} row={row} busy={doing.at === 'sending'} links={readsMeetings} onFinish={() => setFinishing(row)} />
      ))}
      {!isGone && <PutOff taskId={taskId} />}
      <Sheet
        open={finishing !== undefined}
        title={meetingsWords.finishAsk}
        confirm={meetingsWords.finish}
        busy={doing.at === 'sending'}
        onConfirm={finish}
        onClose={() => setFinishing(undefined)}
      >
        <TextArea value={outcome} placeholder={meetingsWords.outcome} most={1000} onChange={setOutcome} />
      </Sheet>
    </Page>
  );
}

type DecisionProps = {
  readonly row: DecisionRow;
  readonly busy: boolean;
  /** Whether the reader may read the minutes. */
  readonly links: boolean;
  readonly onFinish: () => void;
};

function Decision({ row, busy, links, onFinish }: DecisionProps) {
  const day = dayInWords(row.dueOn, phoneToday());
  return (
    <Card title={row.what}>
      <View className="gh-sub">{meetingsWords.decisionIn(row.number, row.townshipName)}</View>
      <Tag tone={row.late ? 'late' : 'warn'}>{row.late ? meetingsWords.lateSince(day) : meetingsWords.by(day)}</Tag>
      <View className="gh-gap">
        <BigButton busy={busy} onTap={onFinish}>
          {meetingsWords.finish}
        </BigButton>
      </View>
      {links && (
        <View className="gh-gap">
          <BigButton look="line" onTap={() => goTo('/packages/meetings/meeting/index', { meetingId: row.meetingId })}>
            {meetingsWords.seeMinutes}
          </BigButton>
        </View>
      )}
    </Card>
  );
}
