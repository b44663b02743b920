import { findDestinations, listTransfersOut, proposeTransfer } from '@guanhu/shared/transfers/transfers.routes';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { usePages, useRead } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, More } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';
import { OneTransferOut } from './transfer-out.tsx';

/** Handovers of this patient to other counties. */
export function TransfersCard({ patientId }: { patientId: string }) {
  const may = useMayByPost('patient:move');
  const pages = usePages(listTransfersOut, { query: { patientId } }, { enabled: may });
  const [proposing, setProposing] = useState(false);
  const rows = pages.rows ?? [];
  if (!may) return null;
  return (
    <Card
      title="跨县移交"
      actions={!rows.some(row => row.state === 'proposed') && <Button onClick={() => setProposing(true)}>移交外县</Button>}
    >
      {rows.length === 0 && <p className="sub">没有移交。搬到外县时在这里提出，外县同意接收、本县放行以前，仍由本县负责。</p>}
      <ul className="plain-list">
        {rows.map(row => (
          <li key={row.transferId}>
            <OneTransferOut transfer={row} />
          </li>
        ))}
      </ul>
      <More pages={pages} />
      {proposing && <Propose patientId={patientId} onClose={() => setProposing(false)} />}
    </Card>
  );
}

function Propose({ patientId, onClose }: { patientId: string; onClose: () => void }) {
  const [transferId] = useState(newKey);
  const [q, setQ] = useState('');
  const [toCountyId, setCounty] = useState<number>();
  const [toTownshipId, setTownship] = useState<string>();
  const [reason, setReason] = useState('');
  const found = useRead(findDestinations, {
    query: { ...(q.trim() !== '' && { county: q.trim() }), ...(toCountyId !== undefined && { countyId: String(toCountyId) }) },
  });
  const propose = useWrite(proposeTransfer, onClose);
  const isReady = toCountyId !== undefined && toTownshipId !== undefined && reason.trim() !== '';
  const submit = () => {
    if (toCountyId === undefined || toTownshipId === undefined) return;
    void propose.run({ params: { patientId }, body: { transferId, toCountyId, toTownshipId, reason: reason.trim() } });
  };
  return (
    <Modal
      open
      title="提出跨县移交"
      okText="提出"
      cancelText="取消"
      okButtonProps={{ disabled: !isReady, loading: propose.busy }}
      onOk={submit}
      onCancel={onClose}
    >
      <p className="sub">
        提出以后，档案、诊断、用药、最近随访和监护人电话会一并送给外县这个乡镇的经办人看。对方退回或您撤回，送出的资料随即删除。
      </p>
      <Form layout="vertical">
        <Form.Item label="搬到哪个县（市、区）" htmlFor="transfer-county">
          <Select
            id="transfer-county"
            showSearch={{ filterOption: false, onSearch: setQ }}
            value={toCountyId ?? null}
            placeholder="输入县名查找"
            notFoundContent="没有找到，对方可能没有使用本系统"
            onChange={chosen => {
              setCounty(chosen);
              setTownship(undefined);
            }}
            options={(found.data?.counties ?? []).map(({ countyId, name }) => ({ value: countyId, label: name }))}
          />
        </Form.Item>
        <Form.Item label="乡镇（街道）" htmlFor="transfer-township">
          <Select
            id="transfer-township"
            showSearch={{ optionFilterProp: 'label' }}
            disabled={toCountyId === undefined}
            value={toTownshipId ?? null}
            placeholder="选择乡镇（街道）"
            onChange={setTownship}
            options={(found.data?.townships ?? []).map(({ townshipId, name }) => ({ value: townshipId, label: name }))}
          />
        </Form.Item>
        <Form.Item label="原因" htmlFor="transfer-reason">
          <Input.TextArea id="transfer-reason" rows={2} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />
        </Form.Item>
      </Form>
      <Refusal of={propose} />
    </Modal>
  );
}
