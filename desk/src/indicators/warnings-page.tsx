import type { WarningAnswer } from '@guanhu/shared/indicators/warnings.contract';
import { acknowledgeWarning, closeWarning, listWarnings } from '@guanhu/shared/indicators/warnings.routes';
import { WARNING_ADVICE, WARNING_GRADES, WARNING_KINDS, WARNING_STATES, type WarningState } from '@guanhu/shared/indicators/warnings.terms';
import { Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail, More } from '../ui/columns.tsx';
import { Empty, Loading, Problem, Refusal } from '../ui/states.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { instantInWords, nearDayInWords } from '../ui/words.ts';

const TONES: Readonly<Record<1 | 2 | 3, Tone>> = { 1: 'plain', 2: 'warn', 3: 'danger' };
const STATES = Object.keys(WARNING_STATES) as readonly WarningState[];
const NOTE_MOST = 500;

/** Signals from the record, each with its reason: somebody looks, and says what was done. */
export function WarningsPage() {
  const [asked, setState] = useFilter('state');
  const state = STATES.find(one => one === asked) ?? 'open';
  const pages = usePages(listWarnings, { query: { state } });
  return (
    <div className="place one">
      <main>
        <Detail
          over="早期预警"
          title={WARNING_STATES[state]}
          actions={STATES.map(one => (
            <Button key={one} type={one === state ? 'primary' : 'default'} onClick={() => setState(one === 'open' ? undefined : one)}>
              {WARNING_STATES[one]}
            </Button>
          ))}
        >
          <p className="sub">每天早上从档案里找出来，请人看一看；不会自动改变任何人的档次、补助或安排。</p>
          {pages.rows === undefined && (pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />)}
          {pages.rows?.length === 0 && (
            <Card>
              <Empty title="没有预警">停药、分档上升、随访超期、多次没有访到、短期内多次情况、没有监护人，会列在这里。</Empty>
            </Card>
          )}
          {pages.rows?.map(row => (
            <Warning key={row.warningId} row={row} />
          ))}
          <More pages={pages} />
        </Detail>
      </main>
    </div>
  );
}

function Warning({ row }: { row: WarningAnswer }) {
  const acknowledge = useWrite(acknowledgeWarning);
  const params = { warningId: row.warningId };
  const isLive = row.state === 'open' || row.state === 'acknowledged';
  return (
    <Card
      title={WARNING_KINDS[row.kind]}
      actions={
        <div className="actions">
          <Tag tone={TONES[row.grade]}>{WARNING_GRADES[row.grade]}</Tag>
          {row.state === 'open' && (
            <Button loading={acknowledge.busy} onClick={() => void acknowledge.run({ params, body: { version: row.version } })}>
              已看到
            </Button>
          )}
          {isLive && <Close row={row} />}
        </div>
      }
    >
      <p>
        <Link to={`/patients/${row.patientId}`}>{row.patientName}</Link>
        <span className="small">{`\u3000${row.villageName}\u3000${nearDayInWords(row.since)}起`}</span>
      </p>
      <p>{row.words}</p>
      {isLive && <p className="sub">{WARNING_ADVICE[row.kind]}</p>}
      {row.note !== null && <p className="sub">{`处理：${row.note}`}</p>}
      {row.closedAt !== null && <p className="small">{instantInWords(row.closedAt)}</p>}
      <Refusal of={acknowledge} />
    </Card>
  );
}

function Close({ row }: { row: WarningAnswer }) {
  const [open, setOpen] = useState(false);
  const [note, setNote] = useState('');
  const write = useWrite(closeWarning, () => setOpen(false));
  const submit = () => write.run({ params: { warningId: row.warningId }, body: { version: row.version, note: note.trim() } });
  return (
    <>
      <Button onClick={() => setOpen(true)}>处理完了</Button>
      {open && (
        <Modal
          open
          title="怎么处理的"
          okText="保存"
          cancelText="取消"
          okButtonProps={{ disabled: note.trim() === '', loading: write.busy }}
          onOk={() => void submit()}
          onCancel={() => setOpen(false)}
        >
          <Input.TextArea
            aria-label="怎么处理的"
            maxLength={NOTE_MOST}
            rows={4}
            value={note}
            onChange={event => setNote(event.target.value)}
          />
          <Refusal of={write} />
        </Modal>
      )}
    </>
  );
}
