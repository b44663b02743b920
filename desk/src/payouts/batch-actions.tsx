import type { BatchDetail } from '@guanhu/shared/payouts/payouts.contract';
import { downloadBatchReport } from '@guanhu/shared/payouts/finance.routes';
import { checkBatch, releaseBatch, returnBatch } from '@guanhu/shared/payouts/payouts.routes';
import { RELEASE_PURPOSE } from '@guanhu/shared/payouts/payouts.terms';
import { Button, Dropdown, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useSteppedWrite } from '../access/use-stepped-write.ts';
import { saveNamed } from '../app/save-file.ts';
import { useWrite } from '../app/use-write.ts';
import { Refusal } from '../ui/states.tsx';

/** What the reader may do with the batch now: agree, release with the phone, or send it back. */
export function BatchActions({ batch: { id, version, may } }: { batch: BatchDetail }) {
  const [returning, setReturning] = useState(false);
  const params = { batchId: id };
  const report = useSteppedWrite(downloadBatchReport, 'data:export', ({ fileName, content }) => saveNamed(content, fileName));
  const download = (as: 'workbook' | 'pdf') => void report.run(id, stepUpTicket => ({ params, body: { as, stepUpTicket } }));
  const check = useWrite(checkBatch);
  const release = useSteppedWrite(releaseBatch, RELEASE_PURPOSE);
  return (
    <>
      {may.return && (
        <Button size="large" onClick={() => setReturning(true)}>
          退回
        </Button>
      )}
      {may.check && (
        <Button type="primary" size="large" loading={check.busy} onClick={() => void check.run({ params, body: { version } })}>
          同意并交放款
        </Button>
      )}
      {may.release && (
        <Button
          type="primary"
          size="large"
          loading={release.busy}
          onClick={() => void release.run(id, stepUpTicket => ({ params, body: { version, stepUpTicket } }))}
        >
          确认放款
        </Button>
      )}
      <Link to={`/batches/${id}/notice`}>
        <Button size="large">公示</Button>
      </Link>
      <Dropdown
        menu={{
          items: [
            { key: 'pdf', label: 'PDF，打印后三人签名' },
            { key: 'workbook', label: 'Excel 表格' },
          ],
          onClick: ({ key }) => download(key === 'pdf' ? 'pdf' : 'workbook'),
        }}
      >
        <Button size="large" loading={report.busy}>
          下载对账表
        </Button>
      </Dropdown>
      <Refusal of={report} />
      <Refusal of={check} />
      <Refusal of={release} />
      {returning && <ReturnDialog batchId={id} version={version} onClose={() => setReturning(false)} />}
    </>
  );
}

function ReturnDialog({ batchId, version, onClose }: { batchId: string; version: number; onClose: () => void }) {
  const [reason, setReason] = useState('');
  const giveBack = useWrite(returnBatch, onClose);
  const submit = () => giveBack.run({ params: { batchId }, body: { version, reason: reason.trim() } });
  return (
    <Modal
      open
      title="退回批次"
      okText="退回"
      cancelText="取消"
      okButtonProps={{ disabled: reason.trim() === '', loading: giveBack.busy }}
      onOk={() => void submit()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="退回原因" htmlFor="return-reason" extra="制单人会看到；退回后款项可以重新制单">
          <Input.TextArea id="return-reason" rows={3} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />
        </Form.Item>
      </Form>
      <Refusal of={giveBack} />
    </Modal>
  );
}
