import type { AppraisalDetail } from '@guanhu/shared/appraisal/appraisal.contract';
import { Table } from 'antd';
import { Card } from '../ui/columns.tsx';
import { Tag } from '../ui/tag.tsx';

/** Clause by clause: met, or for a person to look at; the latter first. */
export const ClausesTable = ({ clauses }: { clauses: AppraisalDetail['clauses'] }) => (
  <Card title="逐条职责">
    <Table
      size="small"
      rowKey="clause"
      pagination={false}
      dataSource={[...clauses].sort((a, b) => Number(b.finding === 'check') - Number(a.finding === 'check'))}
      columns={[
        { title: '职责', dataIndex: 'label' },
        {
          title: '结论',
          key: 'finding',
          width: 100,
          render: (_, row) => <Tag tone={row.finding === 'met' ? 'calm' : 'warn'}>{row.finding === 'met' ? '做到了' : '请人核实'}</Tag>,
        },
        { title: '依据', key: 'reasons', render: (_, row) => row.reasons.join('；') },
      ]}
    />
  </Card>
);
