import { readReconciliation } from '@guanhu/shared/payouts/reconciliation.routes';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { Alert, Table } from 'antd';
import { Link } from 'react-router';
import { useRead } from '../app/queries.ts';
import { Card } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';
import { dayInWords, instantInWords } from '../ui/words.ts';

/** What the newest daily comparison found, and what to do about each difference. */
export function ReconciliationCard() {
  const reconciliation = useRead(readReconciliation);
  return (
    <Card title="每日对账">
      <Answered of={reconciliation}>
        {({ last, differences }) => (
          <>
            <Alert
              type={last === null ? 'info' : differences.length === 0 ? 'success' : 'error'}
              title={
                last === null
                  ? '每天凌晨自动对账，第一次对账以后显示结果'
                  : `${dayInWords(last.day)}：单据、账本、微信三方核对 ${String(last.compared)} 笔，相符 ${String(last.agreed)} 笔`
              }
            />
            {differences.length > 0 && (
              <Table
                size="small"
                rowKey={row => `${row.entitlementId}${row.label}`}
                pagination={false}
                dataSource={[...differences]}
                scroll={{ x: 560 }}
                columns={[
                  {
                    title: '监护人',
                    key: 'who',
                    width: 150,
                    render: (_, row) => (
                      <>
                        <Link to={`/batches/${row.batchId}`}>{row.guardianName}</Link>
                        <div className="small">{row.agreementNumber}</div>
                        <div className="small">{yuanGrouped(row.amountFen)} 元</div>
                      </>
                    ),
                  },
                  { title: '差异', dataIndex: 'label' },
                  { title: '下一步', dataIndex: 'next' },
                  { title: '发现', key: 'since', width: 140, render: (_, row) => instantInWords(row.since) },
                ]}
              />
            )}
          </>
        )}
      </Answered>
    </Card>
  );
}
