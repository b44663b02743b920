import { MOVE_STATES, type MoveState } from '@guanhu/shared/registry/move.terms';
import type { Move } from '@guanhu/shared/registry/moves.contract';
import { answerMove, listMoves } from '@guanhu/shared/registry/moves.routes';
import { Button, Segmented } from 'antd';
import { useState } from 'react';
import { usePages } from '../../app/queries.ts';
import { useMayByPost } from '../../app/use-me.ts';
import { useWrite } from '../../app/use-write.ts';
import { TransfersInList, TransfersOutList } from '../../transfers/transfers-lists.tsx';
import { Card, Detail } from '../../ui/columns.tsx';
import { CardRows, useStateChoice } from '../../ui/state-list.tsx';
import { Empty, Refusal } from '../../ui/states.tsx';
import { Tag } from '../../ui/tag.tsx';
import { useFilter } from '../../ui/use-filter.ts';
import { instantInWords } from '../../ui/words.ts';
import { SendBack } from './send-back.tsx';

/** Between whom: the address keeps it. */
const SIDES = { own: '县内', in: '外县移交来', out: '移交外县' } as const;
type Side = keyof typeof SIDES;

/** Handovers: between villages of the county, from other counties and to them. */
export function MovesPage() {
  const mayMove = useMayByPost('patient:move');
  // Each side has states of its own.
  const [chosen = 'own', choose] = useFilter('side', { alone: true });
  const side = chosen as Side;
  return (
    <Detail title="迁移交接">
      <Segmented
        aria-label="哪些交接"
        value={side}
        onChange={choose}
        options={(Object.keys(SIDES) as Side[]).filter(one => one !== 'out' || mayMove).map(value => ({ value, label: SIDES[value] }))}
      />
      {side === 'in' ? <TransfersInList /> : side === 'out' ? <TransfersOutList /> : <MovesWithin />}
    </Detail>
  );
}

/** Between villages: what waits for the new side's answer comes first. */
function MovesWithin() {
  const [state, choice] = useStateChoice<MoveState>(MOVE_STATES, 'waiting');
  const pages = usePages(listMoves, { query: { state } });
  return (
    <>
      {choice}
      <CardRows
        pages={pages}
        empty={
          <Empty title={`没有${MOVE_STATES[state]}的交接`}>服务对象搬到县内别的村（居），由原来一方在档案里提出，这里接收或退回。</Empty>
        }
        row={move => <OneMove key={move.moveId} move={move} />}
      />
    </>
  );
}

function OneMove({ move }: { move: Move }) {
  const [rejecting, setRejecting] = useState(false);
  const answer = useWrite(answerMove);
  const params = { moveId: move.moveId };
  const { version } = move;
  return (
    <Card title={move.patientName} actions={<Tag tone={move.state === 'waiting' ? 'warn' : 'plain'}>{MOVE_STATES[move.state]}</Tag>}>
      <p>
        {move.fromVillage} → {move.toVillage}&emsp;<span className="small">{move.reason}</span>
      </p>
      <p className="small">{`${instantInWords(move.proposedAt)} ${move.proposedBy} 提出`}</p>
      {move.answeredAt !== null && (
        <p className="small">{`${instantInWords(move.answeredAt)} ${move.answeredBy ?? ''} ${MOVE_STATES[move.state]}${move.answer === null ? '' : `：${move.answer}`}`}</p>
      )}
      {move.mayAnswer && !rejecting && (
        <div className="actions">
          <Button onClick={() => setRejecting(true)}>退回</Button>
          <Button type="primary" loading={answer.busy} onClick={() => void answer.run({ params, body: { version, answer: 'accept' } })}>
            接收
          </Button>
        </div>
      )}
      {move.mayAnswer && rejecting && (
        <SendBack
          placeholder="写明为什么退回"
          busy={answer.busy}
          onCancel={() => setRejecting(false)}
          onSend={reason => void answer.run({ params, body: { version, answer: 'reject', reason } })}
        />
      )}
      <Refusal of={answer} />
    </Card>
  );
}
