import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { sumByPurpose } from '@guanhu/shared/payouts/budget.rules';
import { BUDGET_PURPOSES } from '@guanhu/shared/payouts/budget.terms';
import type { Fund } from '@guanhu/shared/payouts/payouts.contract';
import { Select, Table } from 'antd';
import { useState } from 'react';
import { Card } from '../ui/columns.tsx';
import { todayInChina } from '../ui/words.ts';

/** A year's money by what it is for: planned, received, spent and left. */
export function PurposesCard({ lines }: { lines: Fund['lines'] }) {
  const thisYear = Number(todayInChina().slice(0, 4));
  const [year, setYear] = useState(thisYear);
  const years = [...new Set([thisYear, ...lines.map(line => line.year)])].sort((a, b) => b - a);
  return (
    <Card
      title="各项经费"
      actions={
        <Select aria-label="年度" value={year} onChange={setYear} options={years.map(value => ({ value, label: `${String(value)}年` }))} />
      }
    >
      <Table
        size="small"
        rowKey="purpose"
        pagination={false}
        dataSource={[...sumByPurpose(lines, year)]}
        scroll={{ x: 560 }}
        columns={[
          { title: '用途', key: 'purpose', render: (_, row) => BUDGET_PURPOSES[row.purpose] },
          { title: '预算', key: 'planned', align: 'right', render: (_, row) => yuanGrouped(row.plannedFen) },
          { title: '拨款', key: 'received', align: 'right', render: (_, row) => yuanGrouped(row.receivedFen) },
          { title: '支出', key: 'spent', align: 'right', render: (_, row) => yuanGrouped(row.spentFen) },
          { title: '结余', key: 'left', align: 'right', render: (_, row) => <strong>{yuanGrouped(row.leftFen)}</strong> },
        ]}
      />
      <p className="small">单位：元。各项经费分开记账，以奖代补的钱只发给监护人，不能挪作别的用途。</p>
    </Card>
  );
}
