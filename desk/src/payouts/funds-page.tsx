import type { Fund } from '@guanhu/shared/payouts/payouts.contract';
import { readFunds } from '@guanhu/shared/payouts/payouts.routes';
import { LEDGER_ACCOUNT_CODES, LEDGER_ACCOUNTS } from '@guanhu/shared/payouts/payouts.terms';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { Alert, Table } from 'antd';
import { useRead } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { Amount } from '../ui/amount.tsx';
import { Card, Detail } from '../ui/columns.tsx';
import { Answered, Empty } from '../ui/states.tsx';
import { dayInWords, instantInWords } from '../ui/words.ts';
import { BudgetLinesCard } from './budget-lines-card.tsx';
import { ExpendituresCard } from './expenditures-card.tsx';
import { OutlookCard } from './outlook-card.tsx';
import { PurposesCard } from './purposes-card.tsx';
import { ReconciliationCard } from './reconciliation-card.tsx';
import { RecordAppropriation } from './record-appropriation.tsx';
import { RecoveriesCard } from './recoveries-card.tsx';

/** The money of the reader's paying offices, account by account. */
export function FundsPage() {
  const funds = useRead(readFunds);
  return (
    <div className="place one">
      <main>
        <Answered of={funds}>
          {({ offices }) =>
            offices.length === 0 ? (
              <Empty title="还没有发放账户">本乡镇配置发放账户以后，余额和拨款显示在这里。</Empty>
            ) : (
              <>
                {offices.map(fund => (
                  <Office key={fund.officeId} fund={fund} />
                ))}
                <div className="detail">
                  <ExpendituresCard />
                  <OutlookCard />
                  <RecoveriesCard />
                  <ReconciliationCard />
                </div>
              </>
            )
          }
        </Answered>
      </main>
    </div>
  );
}

function Office({ fund }: { fund: Fund }) {
  const mayRecord = useMayByPost('fund:record');
  return (
    <Detail
      over={`${fund.officeName} · 以奖代补可用余额`}
      title={<Amount big fen={fund.balances.available} />}
      actions={mayRecord && <RecordAppropriation fund={fund} />}
    >
      <Alert
        type={fund.agrees ? 'success' : 'error'}
        title={fund.agrees ? '账目与每一笔款项相符' : '账目与款项不符，请停止发放并联系县级管理员'}
        role={fund.agrees ? 'status' : 'alert'}
      />
      {fund.paused && <Alert type="warning" role="alert" title="微信商户账户余额不足，转账已暂停：充值后会按原单号继续，不用重新制单" />}
      <Card title="以奖代补账户">
        <Table
          size="small"
          rowKey="account"
          pagination={false}
          dataSource={LEDGER_ACCOUNT_CODES.filter(account => account !== 'spent').map(account => ({
            account,
            fen: fund.balances[account],
          }))}
          columns={[
            { title: '科目', key: 'name', render: (_, row) => LEDGER_ACCOUNTS[row.account] },
            {
              title: '金额（元）',
              key: 'fen',
              align: 'right',
              // Received money is booked as the negative of all the rest; people read what came in.
              render: (_, row) => yuanGrouped(row.account === 'received' ? Math.abs(row.fen) : row.fen),
            },
          ]}
        />
      </Card>
      <PurposesCard lines={fund.lines} />
      <BudgetLinesCard fund={fund} mayPlan={mayRecord} />
      <Card title="拨款记录">
        <Table
          size="small"
          rowKey="documentNumber"
          pagination={false}
          dataSource={[...fund.appropriations]}
          locale={{ emptyText: '还没有登记拨款' }}
          columns={[
            { title: '文号', dataIndex: 'documentNumber' },
            { title: '到账日期', key: 'on', render: (_, row) => dayInWords(row.receivedOn) },
            { title: '金额（元）', key: 'fen', align: 'right', render: (_, row) => yuanGrouped(row.amountFen) },
            { title: '登记', key: 'by', render: (_, row) => `${row.by} · ${instantInWords(row.at)}` },
          ]}
        />
      </Card>
    </Detail>
  );
}
