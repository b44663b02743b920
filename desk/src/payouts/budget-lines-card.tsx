import { yuan, yuanGrouped } from '@guanhu/shared/kernel/fen';
import { BUDGET_PURPOSES, type BudgetPurpose } from '@guanhu/shared/payouts/budget.terms';
import { openBudgetLine, planBudgetLine } from '@guanhu/shared/payouts/finance.routes';
import type { Fund } from '@guanhu/shared/payouts/payouts.contract';
import { Button, Form, Input, Modal, Select, Table } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';
import { fenTyped } from '@guanhu/shared/kernel/yuan-typed';
import { SpendLine } from './spend-line.tsx';

type Line = Fund['lines'][number];

/** The lines of the budget: what the year foresees, what has come, is held, was paid and is free. */
export function BudgetLinesCard({ fund, mayPlan }: { fund: Fund; mayPlan: boolean }) {
  const [opening, setOpening] = useState(false);
  const [planning, setPlanning] = useState<Line>();
  const [spending, setSpending] = useState<Line>();
  return (
    <Card title="预算科目" actions={mayPlan && <Button onClick={() => setOpening(true)}>新增科目</Button>}>
      <Table
        size="small"
        rowKey="id"
        pagination={false}
        dataSource={[...fund.lines]}
        locale={{ emptyText: '新增科目，或登记第一笔拨款以后显示' }}
        scroll={{ x: 760 }}
        columns={[
          { title: '年度', dataIndex: 'year', width: 64 },
          { title: '科目', key: 'name', render: (_, row) => `${row.code} ${row.name}` },
          { title: '用途', key: 'purpose', render: (_, row) => BUDGET_PURPOSES[row.purpose] },
          { title: '预算', key: 'planned', align: 'right', render: (_, row) => yuanGrouped(row.plannedFen) },
          { title: '拨款', key: 'received', align: 'right', render: (_, row) => yuanGrouped(Math.abs(row.balances.received)) },
          { title: '占用', key: 'held', align: 'right', render: (_, row) => yuanGrouped(heldFen(row)) },
          { title: '支出', key: 'paid', align: 'right', render: (_, row) => yuanGrouped(row.balances.paid + row.balances.spent) },
          { title: '可用', key: 'available', align: 'right', render: (_, row) => <strong>{yuanGrouped(row.balances.available)}</strong> },
          ...(mayPlan
            ? [
                {
                  title: '办理',
                  key: 'act',
                  width: 176,
                  render: (_: unknown, row: Line) => (
                    <div className="actions">
                      <Button size="small" aria-label={`改 ${row.code} ${row.name} 的预算`} onClick={() => setPlanning(row)}>
                        改预算
                      </Button>
                      {row.purpose !== 'reward' && (
                        <Button size="small" aria-label={`登记 ${row.code} ${row.name} 的支出`} onClick={() => setSpending(row)}>
                          登记支出
                        </Button>
                      )}
                    </div>
                  ),
                },
              ]
            : []),
        ]}
      />
      {opening && <OpenLine officeId={fund.officeId} onClose={() => setOpening(false)} />}
      {spending && <SpendLine line={spending} onClose={() => setSpending(undefined)} />}
      {planning && <PlanLine line={planning} onClose={() => setPlanning(undefined)} />}
    </Card>
  );
}

/** Set aside for batches, waiting to be claimed, on its way, or failed and to be decided about. */
const heldFen = ({ balances }: Line): number => balances.committed + balances.claimable + balances.inTransfer + balances.failed;

const CODE = /^[0-9A-Za-z.-]{1,20}$/;

function OpenLine({ officeId, onClose }: { officeId: string; onClose: () => void }) {
  const [typed, setTyped] = useState({ year: todayInChina().slice(0, 4), code: '', name: '', planned: '' });
  const [purpose, setPurpose] = useState<BudgetPurpose>('reward');
  const open = useWrite(openBudgetLine, onClose);
  const plannedFen = fenTyped(typed.planned);
  const [code, name, year] = [typed.code.trim(), typed.name.trim(), Number(typed.year)];
  const ready = plannedFen !== undefined && CODE.test(code) && name !== '' && Number.isInteger(year) && year >= 2000 && year <= 2199;
  const type = (field: keyof typeof typed) => (event: { target: { value: string } }) => {
    setTyped({ ...typed, [field]: event.target.value });
  };
  return (
    <Modal
      open
      title="新增预算科目"
      okText="新增"
      cancelText="取消"
      okButtonProps={{ disabled: !ready, loading: open.busy }}
      onOk={() => void (ready && open.run({ body: { officeId, year, code, name, purpose, plannedFen } }))}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="年度" htmlFor="line-year">
          <Input id="line-year" inputMode="numeric" maxLength={4} value={typed.year} onChange={type('year')} />
        </Form.Item>
        <Form.Item label="用途" htmlFor="line-purpose" extra="开了科目就不能再改用途">
          <Select
            id="line-purpose"
            value={purpose}
            onChange={setPurpose}
            options={Object.entries(BUDGET_PURPOSES).map(([value, label]) => ({ value: value as BudgetPurpose, label }))}
          />
        </Form.Item>
        <Form.Item label="科目代码" htmlFor="line-code" extra="按财政预算文件填，字母、数字、点和横线">
          <Input id="line-code" maxLength={20} value={typed.code} onChange={type('code')} />
        </Form.Item>
        <Form.Item label="科目名称" htmlFor="line-name">
          <Input id="line-name" maxLength={40} value={typed.name} onChange={type('name')} />
        </Form.Item>
        <PlannedField typed={typed.planned} onType={planned => setTyped({ ...typed, planned })} />
      </Form>
      <Refusal of={open} />
    </Modal>
  );
}

function PlanLine({ line, onClose }: { line: Line; onClose: () => void }) {
  const [typed, setTyped] = useState(yuan(line.plannedFen));
  const plan = useWrite(planBudgetLine, onClose);
  const plannedFen = fenTyped(typed);
  const save = () => plannedFen !== undefined && plan.run({ params: { lineId: line.id }, body: { plannedFen, was: line.plannedFen } });
  return (
    <Modal
      open
      title={`改预算：${String(line.year)}年 ${line.code} ${line.name}`}
      okText="保存"
      cancelText="取消"
      okButtonProps={{ disabled: plannedFen === undefined || plannedFen === line.plannedFen, loading: plan.busy }}
      onOk={() => void save()}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <PlannedField typed={typed} onType={setTyped} />
      </Form>
      <p className="sub">预算只是计划：能发放的只有登记过的拨款。谁改的、改了多少都有记录。</p>
      <Refusal of={plan} />
    </Modal>
  );
}

function PlannedField({ typed, onType }: { typed: string; onType: (typed: string) => void }) {
  const fen = fenTyped(typed);
  return (
    <Form.Item
      label="全年预算（元）"
      htmlFor="line-planned"
      {...(typed !== '' && fen === undefined
        ? { validateStatus: 'error', help: '请填写金额，最多两位小数' }
        : { extra: fen === undefined ? '' : `${yuanGrouped(fen)} 元` })}
    >
      <Input id="line-planned" inputMode="decimal" value={typed} onChange={event => onType(event.target.value)} />
    </Form.Item>
  );
}
