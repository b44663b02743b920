import { readRetention } from '@guanhu/shared/rights/retention.routes';
import { RETAINED } from '@guanhu/shared/rights/retention.terms';
import { Table } from 'antd';
import { useRead } from '../app/queries.ts';
import { Card } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import { instantInWords } from '../ui/words.ts';

/** What is kept how long, and what tonight's job would erase. */
export function RetentionCard() {
  const retention = useRead(readRetention);
  return (
    <Card title="保存期限">
      <p className="sub">到期的内容每天夜里删除。期限在「政策」里调整；审计、账目和谁看过档案，软件不删除。</p>
      <Answered of={retention}>
        {({ rows }) => (
          <Table
            size="small"
            rowKey="kind"
            pagination={false}
            dataSource={rows}
            columns={[
              { title: '内容', key: 'what', render: (_, row) => RETAINED[row.kind].label },
              { title: '保存', key: 'keep', render: (_, row) => (row.keepDays === null ? '不删除' : `${String(row.keepDays)} 天`) },
              {
                title: '今夜将删除',
                key: 'due',
                align: 'right',
                render: (_, row) => (row.keepDays === null ? '—' : `${String(row.due)} 条`),
              },
              {
                title: '上次删除',
                key: 'last',
                render: (_, row) => (row.lastErased ? `${instantInWords(row.lastErased.at)}，${String(row.lastErased.rows)} 条` : '—'),
              },
              { title: '依据', key: 'source', render: (_, row) => RETAINED[row.kind].source },
            ]}
          />
        )}
      </Answered>
    </Card>
  );
}
