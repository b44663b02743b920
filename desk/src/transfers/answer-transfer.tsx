import { listAreas } from '@guanhu/shared/access/access.routes';
import type { TransferInRead } from '@guanhu/shared/transfers/transfers.contract';
import { answerTransfer } from '@guanhu/shared/transfers/transfers.routes';
import { Alert, Button, Form, Select } from 'antd';
import { useState } from 'react';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { SendBack } from '../registry/life/send-back.tsx';
import { Refusal } from '../ui/states.tsx';

/** Take over into a village of the township, or send back with a reason. */
export function AnswerTransfer({ transfer }: { transfer: TransferInRead }) {
  const [villageId, setVillage] = useState<string>();
  const [rejecting, setRejecting] = useState(false);
  const answer = useWrite(answerTransfer);
  const areas = useRead(listAreas).data?.rows ?? [];
  const villages = areas.filter(area => area.parentId === transfer.townshipId);
  const params = { transferId: transfer.transferId };
  const { version } = transfer;
  if (rejecting)
    return (
      <>
        <SendBack
          placeholder="写明为什么退回，原来的县会看到"
          busy={answer.busy}
          onCancel={() => setRejecting(false)}
          onSend={reason => void answer.run({ params, body: { version, answer: 'reject', reason } })}
        />
        <Refusal of={answer} />
      </>
    );
  return (
    <Form layout="vertical">
      {transfer.knownHere && <Alert type="info" showIcon title="本县已有这个证件号码的档案，接收后接着用那一份，不会另建。" />}
      <Form.Item label="住在哪个村（居）" htmlFor="transfer-village">
        <Select
          id="transfer-village"
          showSearch={{ optionFilterProp: 'label' }}
          value={villageId ?? null}
          placeholder="选择村（居）"
          onChange={setVillage}
          options={villages.map(area => ({ value: area.areaId, label: area.name }))}
        />
      </Form.Item>
      <p className="sub">
        接收以后，等原来的县放行，档案、专班和待办随即建好，从那一刻起由本县负责。监护人请按上面的姓名电话重新登记，用药由医生看过以后开立。
      </p>
      <div className="actions">
        <Button onClick={() => setRejecting(true)}>退回</Button>
        <Button
          type="primary"
          disabled={villageId === undefined}
          loading={answer.busy}
          onClick={() => villageId !== undefined && void answer.run({ params, body: { version, answer: 'accept', villageId } })}
        >
          接收
        </Button>
      </div>
      <Refusal of={answer} />
    </Form>
  );
}
