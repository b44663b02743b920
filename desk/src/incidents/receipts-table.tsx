import type { IncidentAnswer } from '@guanhu/shared/incidents/incidents.contract';
import { INCIDENT_POST_LABELS, RECEIPT_STATES, type ReceiptState } from '@guanhu/shared/incidents/incidents.terms';
import { Table } from 'antd';
import { Card } from '../ui/columns.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';

/** How each state of being told looks. */
export const RECEIPT_TONES: Readonly<Record<ReceiptState, Tone>> = {
  vacant: 'danger',
  notTold: 'danger',
  told: 'warn',
  read: 'plain',
  acknowledged: 'calm',
};
const at = (instant: string | null) => (instant === null ? '—' : instantInWords(instant));

/** Who was told, who has read it, who is on it. */
export const ReceiptsTable = ({ receipts }: { receipts: IncidentAnswer['receipts'] }) => (
  <Card title="通知与回应">
    <Table
      size="small"
      // Two may hold one post: a row has no name of its own.
      rowKey={row => receipts.indexOf(row)}
      pagination={false}
      dataSource={[...receipts]}
      scroll={{ x: 560 }}
      columns={[
        {
          title: '岗位',
          key: 'post',
          render: (_, row) => `${INCIDENT_POST_LABELS[row.post]}${row.mine ? '（您）' : ''}${row.round > 1 ? ' · 无人回应后加通知' : ''}`,
        },
        { title: '状态', key: 'state', render: (_, row) => <Tag tone={RECEIPT_TONES[row.state]}>{RECEIPT_STATES[row.state]}</Tag> },
        { title: '通知', key: 'told', render: (_, row) => at(row.toldAt) },
        { title: '看到', key: 'read', render: (_, row) => at(row.readAt) },
        { title: '回应', key: 'acknowledged', render: (_, row) => at(row.acknowledgedAt) },
      ]}
    />
    <p className="small">通知不等于报警；需要警察或急救时请打电话。</p>
  </Card>
);
