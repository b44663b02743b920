import type { EntitlementPage } from '@guanhu/shared/payouts/payouts.contract';
import { ENTITLEMENT_KINDS, ENTITLEMENT_STATES, FAILURE_DECISIONS, PAY_CHANNELS } from '@guanhu/shared/payouts/payouts.terms';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { Button, Table, type TableColumnsType, type TableProps } from 'antd';
import { useState } from 'react';
import { useMayByPost } from '../app/use-me.ts';
import { Tag } from '../ui/tag.tsx';
import { spanInWords } from '../ui/words.ts';
import { DecideFailure } from './decide-failure.tsx';
import { entitlementsExceptionsFirst } from './exceptions-first.ts';
import { ProposeRecovery } from './propose-recovery.tsx';
import { ReceiptDialog } from './receipt-dialog.tsx';
import { SetChannel } from './set-channel.tsx';
import { ENTITLEMENT_TONES } from './payout-tones.ts';
import { UnderWay } from './under-way.tsx';

export type EntitlementRow = EntitlementPage['rows'][number];
type EntitlementsTableProps = {
  entitlements: readonly EntitlementRow[];
  selection?: NonNullable<TableProps<EntitlementRow>['rowSelection']>;
};

/** While no payment is under way. */
const CHANGEABLE: readonly EntitlementRow['state'][] = ['approved', 'claimable', 'failed'];

/** Payments, exceptions first, each with what it rests on. */
export function EntitlementsTable({ entitlements, selection }: EntitlementsTableProps) {
  const [deciding, setDeciding] = useState<EntitlementRow>();
  const [paying, setPaying] = useState<EntitlementRow>();
  const [receipt, setReceipt] = useState<EntitlementRow>();
  const [recovering, setRecovering] = useState<EntitlementRow>();
  const mayPrepare = useMayByPost('batch:prepare');
  const mayRecover = useMayByPost('recovery:propose');
  const mayRelease = useMayByPost('batch:release');
  const columns: TableColumnsType<EntitlementRow> = [
    {
      title: '监护人',
      key: 'guardian',
      width: 160,
      render: (_, row) => (
        <>
          {row.guardianName}
          <div className="small">{row.villageName}</div>
          <div className="small">{row.agreementNumber}</div>
        </>
      ),
    },
    {
      title: '依据',
      key: 'grounds',
      render: (_, row) => (
        <>
          {row.kind !== 'regular' && `${ENTITLEMENT_KINDS[row.kind]} · `}
          {row.grounds}
          <div className="small">{spanInWords(row.from, row.to)}</div>
          {row.channel !== 'wechat' && <div className="small">{PAY_CHANNELS[row.channel]}</div>}
          {row.warnings.map(warning => (
            <div key={warning} className="small" style={{ color: 'var(--danger)' }}>
              {warning}
            </div>
          ))}
          {row.changed.map(change => (
            <div key={change} className="small" style={{ color: 'var(--warn)' }}>
              制单后：{change}
            </div>
          ))}
          {row.failure !== null && (
            <div className="small" style={{ color: 'var(--danger)' }}>
              {row.failure}
            </div>
          )}
          {row.toFindOut && (
            <div className="small" style={{ color: 'var(--danger)' }}>
              {row.state === 'failed' ? '微信可能已经付过这一笔，先和微信核对' : '超过 30 天没有结果，请在微信商户平台查账单，由两人登记'}
            </div>
          )}
        </>
      ),
    },
    { title: '应发（元）', key: 'full', align: 'right', width: 92, render: (_, row) => yuanGrouped(row.fullFen) },
    { title: '实发（元）', key: 'amount', align: 'right', width: 92, render: (_, row) => <strong>{yuanGrouped(row.amountFen)}</strong> },
    {
      title: '状态',
      key: 'state',
      width: 96,
      render: (_, row) => (
        <div style={{ display: 'grid', gap: 4, justifyItems: 'start' }}>
          <Tag tone={ENTITLEMENT_TONES[row.state]}>{stateWords(row)}</Tag>
          {row.pendingDecision !== null && <div className="small">一人提出：{FAILURE_DECISIONS[row.pendingDecision]}</div>}
          {mayPrepare && CHANGEABLE.includes(row.state) && (
            <Button size="small" aria-label={`${row.guardianName} 怎么收款`} onClick={() => setPaying(row)}>
              收款方式
            </Button>
          )}
          {row.state === 'paid' && row.channel === 'wechat' && (
            <Button size="small" aria-label={`${row.guardianName} 的电子回单`} onClick={() => setReceipt(row)}>
              回单
            </Button>
          )}
          {mayRecover && row.state === 'paid' && (
            <Button size="small" aria-label={`追回 ${row.guardianName} 的款项`} onClick={() => setRecovering(row)}>
              追回
            </Button>
          )}
          {(row.state === 'failed' || row.toFindOut) && (
            <Button size="small" aria-label={`处理 ${row.guardianName} 的未成功发放`} onClick={() => setDeciding(row)}>
              处理
            </Button>
          )}
          {mayRelease && row.state === 'inTransfer' && !row.toFindOut && <UnderWay entitlement={row} />}
        </div>
      ),
    },
  ];
  return (
    <>
      <Table
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={entitlementsExceptionsFirst(entitlements)}
        pagination={false}
        scroll={{ x: 560 }}
        locale={{ emptyText: '没有款项' }}
        {...(selection ? { rowSelection: selection } : {})}
      />
      {receipt && <ReceiptDialog entitlement={receipt} onClose={() => setReceipt(undefined)} />}
      {recovering && <ProposeRecovery entitlement={recovering} onClose={() => setRecovering(undefined)} />}
      {paying && <SetChannel entitlement={paying} onClose={() => setPaying(undefined)} />}
      {deciding && <DecideFailure entitlement={deciding} onClose={() => setDeciding(undefined)} />}
    </>
  );
}

/** An approved payment that stands in a batch waits for the batch, not for one. */
const stateWords = ({ state, batchId }: EntitlementRow): string =>
  state === 'approved' && batchId !== null ? '等放款' : ENTITLEMENT_STATES[state];
