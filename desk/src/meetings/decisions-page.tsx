import type { DecisionRow } from '@guanhu/shared/meetings/meetings.contract';
import { finishDecision, giveDecision, listDecisions } from '@guanhu/shared/meetings/meetings.routes';
import { DECISION_STATES, type DecisionState } from '@guanhu/shared/meetings/meetings.terms';
import { Button, Input, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { usePages } from '../app/queries.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { ColleagueSelect } from '../teams/colleague-select.tsx';
import { Card, Detail, More } from '../ui/columns.tsx';
import { Empty, Loading, Problem, Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { useFilter } from '../ui/use-filter.ts';
import { dayInWords, instantInWords } from '../ui/words.ts';

const CHOICES = [
  { value: 'open', label: '在办' },
  { value: 'done', label: '已办结' },
] as const satisfies readonly { value: DecisionState; label: string }[];

/** What meetings decided, until it is done: whose it is, until when, and what became of it. */
export function DecisionsPage() {
  const [asked, setState] = useFilter('state');
  const state: DecisionState = asked === 'done' ? 'done' : 'open';
  const pages = usePages(listDecisions, { query: { state } });
  const gives = useMayByPost('meeting:convene');
  return (
    <Detail
      over="会议与督办"
      title="会议决定"
      actions={<Segmented aria-label="状态" value={state} onChange={setState} options={[...CHOICES]} />}
    >
      {pages.rows === undefined && (pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />)}
      {pages.rows?.length === 0 && (
        <Card>
          <Empty title={state === 'open' ? '没有在办的决定' : '没有办结的决定'}>纪要印发以后，每项决定在这里跟到办结。</Empty>
        </Card>
      )}
      {pages.rows?.map(row => (
        <Card key={row.decisionId} title={row.what}>
          <p>
            <Tag tone={row.state === 'done' ? 'calm' : row.late ? 'danger' : 'warn'}>
              {row.state === 'done' ? DECISION_STATES.done : `${dayInWords(row.dueOn)}前${row.late ? '，已超期' : ''}`}
            </Tag>
            {` ${row.ownerName} · `}
            <Link to={`/meetings/${row.meetingId}`}>{row.number}</Link>
          </p>
          {row.outcome !== null && <p>{`${row.outcome}（${row.doneAt === null ? '' : instantInWords(row.doneAt)}）`}</p>}
          {row.state === 'open' && row.mine && <Finish row={row} />}
          {row.state === 'open' && gives && <Give row={row} />}
        </Card>
      ))}
      <More pages={pages} />
    </Detail>
  );
}

function Finish({ row: { decisionId, version } }: { row: DecisionRow }) {
  const [outcome, setOutcome] = useState('');
  const write = useWrite(finishDecision);
  return (
    <>
      <Input.TextArea
        aria-label="办得怎么样"
        placeholder="办得怎么样（不写服务对象姓名）"
        maxLength={1000}
        value={outcome}
        onChange={event => setOutcome(event.target.value)}
      />
      <div className="actions">
        <Button
          type="primary"
          disabled={outcome.trim() === ''}
          loading={write.busy}
          onClick={() => void write.run({ params: { decisionId }, body: { version, outcome: outcome.trim() } })}
        >
          办结
        </Button>
      </div>
      <Refusal of={write} />
    </>
  );
}

function Give({ row: { decisionId, version } }: { row: DecisionRow }) {
  const [open, setOpen] = useState(false);
  const write = useWrite(giveDecision, () => setOpen(false));
  if (!open) return <Button onClick={() => setOpen(true)}>换人负责</Button>;
  return (
    <>
      <ColleagueSelect
        label="换谁负责"
        value={undefined}
        onPerson={ownerId => ownerId !== undefined && void write.run({ params: { decisionId }, body: { version, ownerId } })}
      />
      <Refusal of={write} />
    </>
  );
}
