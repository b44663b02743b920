import { urlOf } from '@guanhu/shared/kernel/route';
import type { TransferReceipt } from '@guanhu/shared/payouts/receipts.contract';
import { askTransferReceipt, downloadTransferReceipt, readTransferReceipt } from '@guanhu/shared/payouts/receipts.routes';
import { RECEIPT_STATES } from '@guanhu/shared/payouts/payouts.terms';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import type { Refused } from '../app/api.ts';
import { useRead } from '../app/queries.ts';
import { saveFrom } from '../app/save-file.ts';
import { useWrite } from '../app/use-write.ts';
import { Facts } from '../ui/columns.tsx';
import { Answered, Problem, Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';
import type { EntitlementRow } from './entitlements-table.tsx';
import { RECEIPT_TONES } from './payout-tones.ts';

const WHAT_NEXT: Readonly<Record<TransferReceipt['state'], string>> = {
  kept: '取到时已经和微信给的校验值核对，加密保存。每次下载都会留下记录。',
  waiting: '系统每小时向微信取一次。急用的可以现在就取；微信要先开具，一会儿再看。',
  forgotten: '微信只提供 30 天以内的回单。要用的请到微信商户平台申请。',
  none: '这笔钱不是由微信转账付的，没有微信回单。',
};

/** The platform's electronic receipt of a payment: whether it is kept, to be asked for now, to be saved. */
export function ReceiptDialog({ entitlement: { id, guardianName }, onClose }: { entitlement: EntitlementRow; onClose: () => void }) {
  const params = { entitlementId: id };
  const receipt = useRead(readTransferReceipt, { params });
  return (
    <Modal open title={`${guardianName} 的电子回单`} footer={null} onCancel={onClose}>
      <Answered of={receipt}>{answer => <Receipt receipt={answer} params={params} />}</Answered>
    </Modal>
  );
}

function Receipt({ receipt: { state, digest, keptAt }, params }: { receipt: TransferReceipt; params: { entitlementId: string } }) {
  const ask = useWrite(askTransferReceipt);
  const [problem, setProblem] = useState<Refused>();
  const save = () =>
    saveFrom(urlOf(downloadTransferReceipt, params), `${params.entitlementId}.pdf`).catch((error: unknown) => setProblem(error as Refused));
  return (
    <>
      <Facts
        of={[
          [
            '状态',
            <Tag key="state" tone={RECEIPT_TONES[state]}>
              {RECEIPT_STATES[state]}
            </Tag>,
          ],
          ...(keptAt === null ? [] : [['取到时间', instantInWords(keptAt)] as const]),
          ...(digest === null
            ? []
            : [
                [
                  `校验值 ${digest.type}`,
                  <span key="digest" className="small" style={{ overflowWrap: 'anywhere' }}>
                    {digest.value}
                  </span>,
                ] as const,
              ]),
        ]}
      />
      <p className="small">{WHAT_NEXT[state]}</p>
      <div className="actions">
        {state === 'kept' && (
          <Button type="primary" onClick={() => void save()}>
            下载
          </Button>
        )}
        {state === 'waiting' && (
          <Button loading={ask.busy} onClick={() => void ask.run({ params })}>
            现在就取
          </Button>
        )}
      </div>
      <Refusal of={ask} />
      {problem && <Problem refusal={problem} />}
    </>
  );
}
