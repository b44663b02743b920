import type { PayListShown } from '@guanhu/shared/payouts/channels.contract';
import { downloadPayList, listPayLists, makePayList, readBankResult } from '@guanhu/shared/payouts/channels.routes';
import { PAY_CHANNELS, type ListChannel } from '@guanhu/shared/payouts/payouts.terms';
import { yuanGrouped } from '@guanhu/shared/kernel/fen';
import { Button, Table } from 'antd';
import { useRef } from 'react';
import { useSteppedWrite } from '../access/use-stepped-write.ts';
import { useRead } from '../app/queries.ts';
import { saveNamed } from '../app/save-file.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { instantInWords } from '../ui/words.ts';

/** Payments of the batch that do not go through WeChat: out to the bank or as cash, and the bank's answer back. */
export function PayListsCard({ batchId, open }: { batchId: string; open: boolean }) {
  const lists = useRead(listPayLists, { params: { batchId } });
  const mayPay = useMayByPost('batch:release');
  const make = useWrite(makePayList);
  const listed = (channel: ListChannel) => void make.run({ params: { batchId }, body: { channel } });
  return (
    <Card title="一卡通和现金">
      {open && mayPay && (
        <div className="row">
          <Button loading={make.busy} onClick={() => listed('bank')}>
            生成一卡通清单
          </Button>
          <Button loading={make.busy} onClick={() => listed('cash')}>
            生成现金清单
          </Button>
        </div>
      )}
      <Refusal of={make} />
      <Answered of={lists}>{({ rows }) => <Lists rows={rows} mayPay={mayPay} />}</Answered>
    </Card>
  );
}

function Lists({ rows, mayPay }: { rows: readonly PayListShown[]; mayPay: boolean }) {
  return (
    <Table
      size="small"
      rowKey="id"
      pagination={false}
      dataSource={[...rows]}
      scroll={{ x: 560 }}
      locale={{ emptyText: '没有清单：这一批都走微信，或还没有生成' }}
      columns={[
        { title: '渠道', key: 'channel', width: 72, render: (_, row) => PAY_CHANNELS[row.channel] },
        { title: '生成', key: 'at', className: 'nowrap', render: (_, row) => instantInWords(row.madeAt) },
        { title: '人数', dataIndex: 'people', align: 'right', width: 60 },
        { title: '金额（元）', key: 'fen', align: 'right', width: 100, render: (_, row) => yuanGrouped(row.totalFen) },
        {
          title: '结果',
          key: 'result',
          width: 120,
          render: (_, row) => (row.paid + row.failed === 0 ? '等待结果' : `到账 ${String(row.paid)}，未成功 ${String(row.failed)}`),
        },
        { title: '办理', key: 'act', width: 260, render: (_, row) => mayPay && <ListActions list={row} /> },
      ]}
    />
  );
}

function ListActions({ list: { id, channel, answeredAt } }: { list: PayListShown }) {
  const chosen = useRef<HTMLInputElement>(null);
  const download = useSteppedWrite(downloadPayList, 'data:export', ({ fileName, content }) => saveNamed(content, fileName));
  const result = useWrite(readBankResult);
  const params = { listId: id };
  return (
    <>
      <Button
        size="small"
        loading={download.busy}
        onClick={() => void download.run(id, stepUpTicket => ({ params, body: { as: 'workbook', stepUpTicket } }))}
      >
        下载表格
      </Button>
      {channel === 'bank' && (
        <Button
          size="small"
          loading={download.busy}
          onClick={() => void download.run(id, stepUpTicket => ({ params, body: { as: 'text', stepUpTicket } }))}
        >
          下载银行文件
        </Button>
      )}
      {channel === 'bank' && answeredAt === null && (
        <Button size="small" loading={result.busy} onClick={() => chosen.current?.click()}>
          登记回盘
        </Button>
      )}
      <input
        ref={chosen}
        type="file"
        accept=".txt,text/plain"
        hidden
        onChange={event => {
          const [file] = event.target.files ?? [];
          event.target.value = '';
          if (file) void file.text().then(text => result.run({ params, body: { text } }));
        }}
      />
      <Refusal of={download} />
      <Refusal of={result} />
    </>
  );
}
