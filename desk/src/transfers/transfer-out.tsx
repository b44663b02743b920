import type { TransferOut } from '@guanhu/shared/transfers/transfers.contract';
import { withdrawTransfer } from '@guanhu/shared/transfers/transfers.routes';
import { OUT_STATES } from '@guanhu/shared/transfers/transfers.terms';
import { Button } from 'antd';
import { useWrite } from '../app/use-write.ts';
import { Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';

/** One handover to another county: where to, how it stands, and taking it back. */
export function OneTransferOut({ transfer }: { transfer: TransferOut }) {
  const withdraw = useWrite(withdrawTransfer);
  const { transferId, version, toPlace, state, answer } = transfer;
  return (
    <>
      <div className="split">
        <span>
          移交到{toPlace}
          <span className="small">&emsp;{`${instantInWords(transfer.proposedAt)} ${transfer.proposedBy} 提出：${transfer.reason}`}</span>
        </span>
        <Tag tone={state === 'proposed' ? 'warn' : 'plain'}>{OUT_STATES[state]}</Tag>
      </div>
      {answer !== null && <p className="small">{`退回原因：${answer}`}</p>}
      {state === 'withdrawn' && <p className="small">移交没有进行，仍由本县负责。</p>}
      {transfer.mayWithdraw && (
        <Button loading={withdraw.busy} onClick={() => void withdraw.run({ params: { transferId }, body: { version } })}>
          撤回
        </Button>
      )}
      <Refusal of={withdraw} />
    </>
  );
}
