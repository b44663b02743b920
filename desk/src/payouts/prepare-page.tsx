import { listEntitlements, prepareBatch, readFunds } from '@guanhu/shared/payouts/payouts.routes';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { usePages, useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Amount } from '../ui/amount.tsx';
import { Card, Detail, More } from '../ui/columns.tsx';
import { Empty, Loading, Problem, Refusal } from '../ui/states.tsx';
import { EntitlementsTable } from './entitlements-table.tsx';
import { LineSelect } from './line-select.tsx';

/** The maker's step: approved payments become a batch. */
export function PreparePage() {
  const navigate = useNavigate();
  const pages = usePages(listEntitlements, { query: { state: 'approved' } });
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [title, setTitle] = useState('');
  const [lineId, setLineId] = useState<string>();
  const funds = useRead(readFunds);
  const lines = (funds.data?.offices.flatMap(office => office.lines) ?? []).filter(line => line.purpose === 'reward');
  const prepare = useWrite(prepareBatch, batch => void navigate(`/batches/${batch.id}`));
  const free = (pages.rows ?? []).filter(row => row.batchId === null);
  const chosen = free.filter(row => !left.has(row.id));
  const submit = () =>
    prepare.run({
      body: { title: title.trim(), entitlementIds: chosen.map(row => row.id), ...(lineId === undefined ? {} : { lineId }) },
    });
  return (
    <Detail over={`已选 ${chosen.length} 笔`} title={<Amount big fen={chosen.reduce((sum, row) => sum + row.amountFen, 0)} />}>
      <Card title="制单">
        <Form layout="vertical" className="form-narrow" onFinish={() => void submit()}>
          <Form.Item label="批次名称" htmlFor="batch-title" extra="例如：第 3 季度">
            <Input id="batch-title" value={title} maxLength={40} onChange={event => setTitle(event.target.value)} />
          </Form.Item>
          <LineSelect id="batch-line" lines={lines} value={lineId} onLine={setLineId} otherwise="当年可用余额最多的科目" />
          <Refusal of={prepare} />
          <Button
            type="primary"
            size="large"
            htmlType="submit"
            disabled={chosen.length === 0 || title.trim() === ''}
            loading={prepare.busy}
          >
            生成批次
          </Button>
        </Form>
      </Card>
      <Card title="可以入批次的款项">
        {pages.rows === undefined && (pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />)}
        {pages.rows && free.length === 0 && <Empty title="没有待入批次的款项">履责认定生效以后，应发的款项会出现在这里。</Empty>}
        {free.length > 0 && (
          <EntitlementsTable
            entitlements={free}
            selection={{
              selectedRowKeys: chosen.map(row => row.id),
              onChange: keys => setLeft(new Set(free.map(row => row.id).filter(id => !keys.includes(id)))),
              getCheckboxProps: row => ({ 'aria-label': `选择 ${row.guardianName} ${row.agreementNumber}` }),
            }}
          />
        )}
        <More pages={pages} />
      </Card>
    </Detail>
  );
}
