import { readOutlook } from '@guanhu/shared/payouts/finance.routes';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { Alert, Table } from 'antd';
import { useRead } from '../app/queries.ts';
import { Amount } from '../ui/amount.tsx';
import { Card, Facts } from '../ui/columns.tsx';
import { Answered } from '../ui/states.tsx';

/** What was paid this year, and whether the money lasts to its end. */
export function OutlookCard() {
  const outlook = useRead(readOutlook);
  return (
    <Card title="全年支出和预计">
      <Answered of={outlook}>
        {answer => (
          <>
            <Alert
              type={answer.missingFen > 0 ? 'warning' : 'success'}
              title={answer.missingFen > 0 ? `到年底最多还差 ${yuanGrouped(answer.missingFen)} 元，请提前申请拨款` : '现有余额够付到年底'}
            />
            <Facts
              of={[
                ['可用余额', <Amount key="available" fen={answer.availableFen} />],
                ['已认定、还没复核', <Amount key="approved" fen={answer.approvedFen} />],
                ['年底前到期、按足额预计', <Amount key="expected" fen={answer.expectedFen} />],
                ['到年底最多还要付', <Amount key="needed" fen={answer.neededFen} />],
              ]}
            />
            <Table
              size="small"
              rowKey={row => `${row.townshipName}${String(row.month)}`}
              pagination={false}
              dataSource={[...answer.paid]}
              locale={{ emptyText: '今年还没有到账的款项' }}
              columns={[
                { title: '乡镇', dataIndex: 'townshipName' },
                { title: '月份', key: 'month', render: (_, row) => `${String(answer.year)}年${String(row.month)}月` },
                { title: '笔数', dataIndex: 'payments', align: 'right' },
                { title: '已到账（元）', key: 'fen', align: 'right', render: (_, row) => yuanGrouped(row.fen) },
              ]}
            />
          </>
        )}
      </Answered>
    </Card>
  );
}
