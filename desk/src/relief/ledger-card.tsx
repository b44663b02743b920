import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import type { ReliefOutlook } from '@guanhu/shared/relief/relief.contract';
import { endGrant, recordGrant } from '@guanhu/shared/relief/relief.routes';
import { APPLIED_BENEFIT_KEYS, BENEFITS, GRANT_RHYTHMS, type AppliedBenefit } from '@guanhu/shared/relief/relief.terms';
import { Button, Form, Modal, Popconfirm, Select, Table } from 'antd';
import { useRef, useState } from 'react';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords, todayInChina } from '../ui/words.ts';
import { useGrantTyped } from './grant-fields.tsx';

/** What the family has and had. */
export function LedgerCard({ outlook: { patientId, grants, may } }: { outlook: ReliefOutlook }) {
  const end = useWrite(endGrant);
  const [adding, setAdding] = useState(false);
  return (
    <Card title="救助台账" actions={may.handle && <Button onClick={() => setAdding(true)}>登记已有的</Button>}>
      <Refusal of={end} />
      <Table
        size="small"
        rowKey="grantId"
        pagination={false}
        locale={{ emptyText: '还没有登记' }}
        dataSource={[...grants]}
        columns={[
          { title: '项目', render: (_, one) => BENEFITS[one.benefit].label },
          { title: '起止', render: (_, one) => `${dayInWords(one.from)} 至 ${dayInWords(one.until, '长期')}` },
          {
            title: '金额（元）',
            align: 'right',
            render: (_, one) =>
              one.amountFen === null || one.rhythm === null ? '' : `${GRANT_RHYTHMS[one.rhythm]} ${yuanGrouped(one.amountFen)}`,
          },
          { title: '', render: (_, one) => <Tag tone={one.inForce ? 'calm' : 'plain'}>{one.inForce ? '享受中' : '不在期内'}</Tag> },
          {
            title: '',
            render: (_, { grantId, version, inForce }) =>
              may.handle &&
              inForce && (
                <Popconfirm
                  title="到今天为止，不再享受？"
                  okText="停止"
                  cancelText="不停"
                  onConfirm={() => void end.run({ params: { grantId }, body: { version, lastOn: todayInChina() } })}
                >
                  <Button size="small">停止</Button>
                </Popconfirm>
              ),
          },
        ]}
      />
      {adding && <RecordGrant patientId={patientId} onClose={() => setAdding(false)} />}
    </Card>
  );
}

/** Something that the family has had before anybody applied here. */
function RecordGrant({ patientId, onClose }: { patientId: string; onClose: () => void }) {
  const id = useRef(newKey());
  const record = useWrite(recordGrant, onClose);
  const [benefit, setBenefit] = useState<AppliedBenefit>('minimumLiving');
  const { grant, fields } = useGrantTyped(null);
  return (
    <Modal
      open
      title="登记已有的救助"
      okText="登记"
      cancelText="取消"
      okButtonProps={{ disabled: grant === undefined, loading: record.busy }}
      onCancel={onClose}
      onOk={() => grant && void record.run({ params: { patientId }, body: { grantId: id.current, benefit, ...grant } })}
    >
      <Form layout="vertical" component="div">
        <Form.Item label="项目" htmlFor="grant-benefit">
          <Select
            id="grant-benefit"
            value={benefit}
            onChange={setBenefit}
            options={APPLIED_BENEFIT_KEYS.map(value => ({ value, label: BENEFITS[value].label }))}
          />
        </Form.Item>
        {fields}
        <Refusal of={record} />
      </Form>
    </Modal>
  );
}
