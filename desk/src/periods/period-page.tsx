import type { SpecialPeriod } from '@guanhu/shared/visits/special-period.contract';
import { decidePeriod, endPeriod, listPeriods } from '@guanhu/shared/visits/special-period.routes';
import { PERIOD_PHASES } from '@guanhu/shared/visits/special-period.terms';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { usePages } from '../app/queries.ts';
import { useMay, useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail, Facts, NothingOpen } from '../ui/columns.tsx';
import { Loading, Problem, Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { dayInWords, spanInWords } from '../ui/words.ts';
import { MembersCard } from './members-card.tsx';
import { PHASE_TONES } from './periods-page.tsx';

/** One special period of the list beside it. */
export function PeriodPage() {
  const { periodId } = useParams();
  const pages = usePages(listPeriods);
  const period = pages.rows?.find(row => row.periodId === periodId);
  if (period) return <Period key={period.version} period={period} />;
  if (pages.rows === undefined) return pages.refusal ? <Problem refusal={pages.refusal} again={pages.again} /> : <Loading />;
  return <NothingOpen>从左边选一个时期</NothingOpen>;
}

function Period({ period }: { period: SpecialPeriod }) {
  const decides = useMayByPost('special-period:decide');
  const ends = useMayByPost('special-period:end');
  const counts = useMayByPost('roll-call:count');
  const mayRead = useMay('roll-call:read');
  const wasApproved = period.phase !== 'proposed' && period.phase !== 'refused' && period.phase !== 'withdrawn';
  const live = period.phase === 'running' || period.phase === 'ahead';
  return (
    <Detail over="特殊时期" title={period.areaName} actions={<Tag tone={PHASE_TONES[period.phase]}>{PERIOD_PHASES[period.phase]}</Tag>}>
      <Card title="怎么定的">
        <Facts
          of={[
            ['起止', spanInWords(period.startsOn, period.endsOn)],
            ['哪些人', period.bands.map(band => band.label).join('、')],
            ['理由', period.reason],
            ['提出', period.proposedBy],
            ...(period.decidedBy === null ? [] : [[period.phase === 'refused' ? '未批准' : '批准', period.decidedBy] as const]),
            ...(period.note === null ? [] : [['意见', period.note] as const]),
            ...(period.endedOn === null
              ? []
              : [['提前结束', `${dayInWords(period.endedOn)}，${period.endedBy ?? ''}：${period.endReason ?? ''}`] as const]),
            ['在内的服务对象', `${period.patients} 人`],
          ]}
        />
        {counts && period.phase === 'running' && <Link to="/periods/roll-call">看今天的点名</Link>}
      </Card>
      {period.phase === 'proposed' && decides && !period.mine && <Decide period={period} />}
      {period.phase === 'proposed' && period.mine && <p className="sub">等另一人批准。提出的人不能自己批准。</p>}
      {mayRead && wasApproved && <MembersCard periodId={period.periodId} />}
      {ends && (live || (period.phase === 'proposed' && period.mine)) && <End period={period} />}
    </Detail>
  );
}

function Decide({ period }: { period: SpecialPeriod }) {
  const [note, setNote] = useState('');
  const write = useWrite(decidePeriod);
  const send = (approve: boolean) =>
    void write.run({
      params: { periodId: period.periodId },
      body: { approve, version: period.version, ...(note.trim() === '' ? {} : { note: note.trim() }) },
    });
  return (
    <Card title="批准">
      <Input.TextArea
        aria-label="意见（不批准时必填）"
        placeholder="意见（不批准时必填）"
        maxLength={500}
        value={note}
        onChange={event => setNote(event.target.value)}
      />
      <div className="actions">
        <Button type="primary" loading={write.busy} onClick={() => send(true)}>
          批准
        </Button>
        <Button loading={write.busy} disabled={note.trim() === ''} onClick={() => send(false)}>
          不批准
        </Button>
      </div>
      <Refusal of={write} />
    </Card>
  );
}

function End({ period }: { period: SpecialPeriod }) {
  const [reason, setReason] = useState('');
  const write = useWrite(endPeriod);
  const words = period.phase === 'proposed' ? '撤回' : '提前结束';
  return (
    <Card title={words}>
      <Input.TextArea
        aria-label="理由"
        placeholder={period.phase === 'proposed' ? '为什么撤回' : '为什么提前结束；不写也会在到期那天自动结束'}
        maxLength={500}
        value={reason}
        onChange={event => setReason(event.target.value)}
      />
      <div className="actions">
        <Button
          danger
          loading={write.busy}
          disabled={reason.trim() === ''}
          onClick={() =>
            void write.run({ params: { periodId: period.periodId }, body: { reason: reason.trim(), version: period.version } })
          }
        >
          {words}
        </Button>
      </div>
      <Refusal of={write} />
    </Card>
  );
}
