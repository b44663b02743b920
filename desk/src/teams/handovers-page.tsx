import type { HandoverShown } from '@guanhu/shared/care-team/handover.contract';
import { decideHandover, listHandovers } from '@guanhu/shared/care-team/handover.routes';
import { HANDOVER_STATES } from '@guanhu/shared/care-team/handover.terms';
import { Button } from 'antd';
import { useState } from 'react';
import { usePages } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail, More } from '../ui/columns.tsx';
import { Empty, Loading, Problem, Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords, instantInWords, spanInWords } from '../ui/words.ts';
import { ArrangeHandover } from './arrange-handover.tsx';
import { ColleagueSelect } from './colleague-select.tsx';

/** Leaves that wait for an answer, and handovers that were done. */
export function HandoversPage() {
  const pages = usePages(listHandovers);
  return (
    <Detail over="班组" title="请假与交接" actions={<ArrangeHandover />}>
      {pages.rows === undefined ? (
        pages.refusal ? (
          <Problem refusal={pages.refusal} again={pages.again} />
        ) : (
          <Loading />
        )
      ) : pages.rows.length === 0 ? (
        <Card>
          <Empty title="没有请假和交接">同事在手机上请假后会出现在这里；有人离岗时，点右上角办理交接。</Empty>
        </Card>
      ) : (
        pages.rows.map(row => <Handover key={row.handoverId} row={row} />)
      )}
      <More pages={pages} />
    </Detail>
  );
}

function Handover({ row }: { row: HandoverShown }) {
  const span = row.until === null ? `${dayInWords(row.from)} 起离岗` : `${spanInWords(row.from, row.until)} 请假`;
  return (
    <Card
      title={`${row.name}：${span}`}
      actions={<Tag tone={row.state === 'proposed' ? 'warn' : row.state === 'done' ? 'calm' : 'plain'}>{HANDOVER_STATES[row.state]}</Tag>}
    >
      <p className="sub">
        {row.to === null
          ? '没有提出由谁代办'
          : `${row.state === 'proposed' ? '建议由' : '由'} ${row.to.name} ${row.until === null ? '接手' : '代办'}`}
        {row.decidedBy !== null && `，${row.decidedBy} 办理`}
        {`，${instantInWords(row.proposedAt)} 提出`}
      </p>
      {row.note !== null && <p className="small">「{row.note}」</p>}
      {row.mine && <Decide row={row} />}
    </Card>
  );
}

function Decide({ row }: { row: HandoverShown }) {
  const [toId, setTo] = useState(row.to?.personId);
  const write = useWrite(decideHandover);
  const params = { handoverId: row.handoverId };
  return (
    <>
      <div className="actions">
        <div style={{ minWidth: 260 }}>
          <ColleagueSelect label={`由谁代办 ${row.name} 的事`} value={toId} onPerson={setTo} except={[row.personId]} />
        </div>
        <Button
          type="primary"
          disabled={toId === undefined}
          loading={write.busy}
          onClick={() => toId !== undefined && void write.run({ params, body: { accept: true, toId } })}
        >
          同意
        </Button>
        <Button loading={write.busy} onClick={() => void write.run({ params, body: { accept: false } })}>
          不同意
        </Button>
      </div>
      <Refusal of={write} />
    </>
  );
}
