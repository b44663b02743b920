import { View } from '@tarojs/components';
import type { BodyOf } from '@guanhu/shared/kernel/route';
import { answerMove, listMoves } from '@guanhu/shared/registry/moves.routes';
import { listTransfersIn } from '@guanhu/shared/transfers/transfers.routes';
import { useDeeds } from '../../../platform/api/use-deeds.ts';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { mayByPost } from '../../../platform/session/may-by-post.ts';
import { Card } from '../../../ui/card/card.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { momentInWords } from '../../../ui/time.ts';
import { YesOrNo } from '../yes-or-no.tsx';
import { moveLines } from './move-lines.ts';
import { Outgoing } from './outgoing.tsx';
import { VillageMoves } from './village-moves.tsx';
import { transfersWords } from '../../../words/transfers.ts';

/**
 * Handovers that wait for the reader's yes or no: from other counties, with a page each, and from other villages, decided here. Then what
 * became of the others.
 */
export default function WaitingPage() {
  const transfers = useRead(listTransfersIn, { query: { state: 'waiting' } });
  const moves = useRead(listMoves, { query: { state: 'waiting' } });
  const { doing, send } = useDeeds(moves.reload);
  const today = phoneToday();
  const refusal = transfers.refusal ?? moves.refusal;
  if (!transfers.value || !moves.value) {
    const again = () => void Promise.all([transfers.reload(), moves.reload()]);
    return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={again} /> : <Loading />}</Page>;
  }
  const outside = transfers.value.rows.filter(row => row.mayAnswer);
  const inside = moves.value.rows.filter(row => row.mayAnswer);
  return (
    <Page>
      {outside.length + inside.length === 0 && <Empty title={transfersWords.none} sub={transfersWords.noneSub} />}
      {outside.length > 0 && (
        <Card list title={transfersWords.fromOutside}>
          {outside.map((row, index) => (
            <ListItem
              key={row.transferId}
              title={row.patientName ?? row.toTownship}
              sub={`${transfersWords.from(row.fromPlace)} · ${momentInWords(row.arrivedAt, today)}`}
              last={index === outside.length - 1}
              onTap={() => goTo('/packages/transfers/transfer/index', { transferId: row.transferId })}
            />
          ))}
        </Card>
      )}
      {doing.at === 'refused' && <View className="gh-form-row__fault">{doing.say}</View>}
      {inside.map(row => (
        <Move
          key={row.moveId}
          title={row.patientName}
          village={row.toVillage}
          lines={moveLines(row, today)}
          busy={doing.at === 'sending'}
          onAnswer={answer => void send(answerMove, { moveId: row.moveId }, { version: row.version, ...answer })}
        />
      ))}
      <VillageMoves key={String(inside.length)} />
      {mayByPost('patient:move') && <Outgoing />}
    </Page>
  );
}

type Answer =
  | Pick<Extract<BodyOf<typeof answerMove>, { answer: 'accept' }>, 'answer'>
  | Pick<Extract<BodyOf<typeof answerMove>, { answer: 'reject' }>, 'answer' | 'reason'>;
type MoveProps = {
  readonly title: string;
  readonly village: string;
  readonly lines: readonly string[];
  readonly busy: boolean;
  readonly onAnswer: (answer: Answer) => void;
};

/** Somebody who moves within the county: everything that is known of it, and yes or no. */
function Move({ title, village, lines, busy, onAnswer }: MoveProps) {
  return (
    <Card title={title}>
      {lines.map(line => (
        <View key={line} className="gh-sub">
          {line}
        </View>
      ))}
      <YesOrNo
        village={village}
        note={transfersWords.acceptSub}
        busy={busy}
        onAccept={() => onAnswer({ answer: 'accept' })}
        onReject={reason => onAnswer({ answer: 'reject', reason })}
      />
    </Card>
  );
}
