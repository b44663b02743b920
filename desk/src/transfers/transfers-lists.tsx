import type { TransferIn, TransferInRead } from '@guanhu/shared/transfers/transfers.contract';
import { listTransfersIn, listTransfersOut, readTransferIn } from '@guanhu/shared/transfers/transfers.routes';
import { IN_STATES, OUT_STATES, type InState, type OutState } from '@guanhu/shared/transfers/transfers.terms';
import { Button } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePages, useRead } from '../app/queries.ts';
import { Card } from '../ui/columns.tsx';
import { CardRows, useStateChoice } from '../ui/state-list.tsx';
import { Answered, Empty } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';
import { AnswerTransfer } from './answer-transfer.tsx';
import { CarriedFacts } from './carried-facts.tsx';
import { OneTransferOut } from './transfer-out.tsx';

/** Handovers from other counties: what waits for this side's answer comes first. */
export function TransfersInList() {
  const [state, choice] = useStateChoice<InState>(IN_STATES, 'waiting');
  const pages = usePages(listTransfersIn, { query: { state } });
  return (
    <>
      {choice}
      <CardRows
        pages={pages}
        empty={
          <Empty title={`没有${IN_STATES[state]}的移交`}>外县的服务对象搬来本乡镇，由原来的县提出，这里看过资料以后接收或退回。</Empty>
        }
        row={one => <OneTransferIn key={one.transferId} transfer={one} />}
      />
    </>
  );
}

/** Handovers to other counties. */
export function TransfersOutList() {
  const [state, choice] = useStateChoice<OutState>(OUT_STATES, 'proposed');
  const pages = usePages(listTransfersOut, { query: { state } });
  return (
    <>
      {choice}
      <CardRows
        pages={pages}
        empty={<Empty title={`没有${OUT_STATES[state]}的移交`}>服务对象搬到外县，在档案里提出，这里看办到哪一步。</Empty>}
        row={one => (
          <Card key={one.transferId} title={one.patientName} actions={<Link to={`/patients/${one.patientId}`}>打开档案</Link>}>
            <OneTransferOut transfer={one} />
          </Card>
        )}
      />
    </>
  );
}

/** What came along is opened by pressing: opening it is noted. */
function OneTransferIn({ transfer }: { transfer: TransferIn }) {
  const [open, setOpen] = useState(false);
  const { state, answer } = transfer;
  return (
    <Card
      title={transfer.patientName ?? '资料已删除'}
      actions={<Tag tone={state === 'waiting' ? 'warn' : 'plain'}>{IN_STATES[state]}</Tag>}
    >
      <p>
        {transfer.fromPlace} → {transfer.toTownship}&emsp;<span className="small">{transfer.reason}</span>
      </p>
      <p className="small">{`${instantInWords(transfer.arrivedAt)} 送到`}</p>
      {transfer.answeredAt !== null && (
        <p className="small">{`${instantInWords(transfer.answeredAt)} ${transfer.answeredBy ?? ''} 答复${answer === null ? '' : `，退回原因：${answer}`}`}</p>
      )}
      {transfer.patientId !== null && <Link to={`/patients/${transfer.patientId}`}>打开本县档案</Link>}
      {transfer.patientName !== null && (
        <div className="actions">
          <Button onClick={() => setOpen(!open)}>{open ? '收起资料' : transfer.mayAnswer ? '查看资料并办理' : '查看资料'}</Button>
        </div>
      )}
      {open && <Opened transferId={transfer.transferId} />}
    </Card>
  );
}

function Opened({ transferId }: { transferId: string }) {
  const read = useRead(readTransferIn, { params: { transferId } });
  return (
    <Answered of={read}>
      {(transfer: TransferInRead) => (
        <>
          {transfer.carried !== null && <CarriedFacts carried={transfer.carried} />}
          {transfer.mayAnswer && <AnswerTransfer transfer={transfer} />}
        </>
      )}
    </Answered>
  );
}
