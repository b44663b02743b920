import type { HandlingAnswer, HandlingShown } from '@guanhu/shared/incidents/handling.contract';
import { beginHandling, closeHandling, readHandling } from '@guanhu/shared/incidents/handling.routes';
import { CLOSING_PARTS, ENTRY_KINDS, HANDLING_STATES, type ClosingPart, type EntryKind } from '@guanhu/shared/incidents/handling.terms';
import { HANDLING_STEPS } from '@guanhu/shared/policy/handling.terms';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useRead } from '../app/queries.ts';
import { useMay } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Facts } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';
import { ConductCard } from './conduct-card.tsx';
import { HandlingSteps } from './handling-steps.tsx';
import { HandlingTimeline } from './handling-timeline.tsx';

const LOOK_MS = 10_000;

/** The joint handling of an incident: what is to be done by whom and when, what happened, what it was, and how it ends. */
export function HandlingCards({ incidentId }: { incidentId: string }) {
  const mayRead = useMay('handling:read');
  const handling = useRead(readHandling, { params: { incidentId } }, { every: LOOK_MS, enabled: mayRead });
  if (!mayRead) return null;
  return (
    <Answered of={handling}>
      {answer => (
        <>
          {answer.handling ? <Shown answer={answer} handling={answer.handling} /> : <Begin incidentId={incidentId} />}
          <ConductCard answer={answer} />
        </>
      )}
    </Answered>
  );
}

function Begin({ incidentId }: { incidentId: string }) {
  const begin = useWrite(beginHandling);
  const mayWrite = useMay('handling:write');
  return (
    <Card title="联合处置">
      <p className="sub">这一类情况不会自动开始联合处置。</p>
      <Refusal of={begin} />
      {mayWrite && (
        <Button type="primary" loading={begin.busy} onClick={() => void begin.run({ params: { incidentId } })}>
          开始联合处置
        </Button>
      )}
    </Card>
  );
}

const Shown = ({ answer, handling }: { answer: HandlingAnswer; handling: HandlingShown }) => (
  <>
    <Card title="联合处置" actions={<Tag tone={handling.state === 'closed' ? 'calm' : 'warn'}>{HANDLING_STATES[handling.state]}</Tag>}>
      <Facts
        of={[
          ['处置记录', recordWords(handling)],
          ['事后观察', observationWords(handling)],
        ]}
      />
      <HandlingSteps incidentId={answer.incidentId} handling={handling} />
    </Card>
    <HandlingTimeline incidentId={answer.incidentId} handling={handling} />
    {handling.state !== 'closed' && <Closing answer={answer} handling={handling} />}
  </>
);

function recordWords({ recordDueAt, recordDoneAt, recordMissing }: HandlingShown): string {
  if (recordDoneAt !== null) return `${instantInWords(recordDoneAt)} 写完`;
  return `${instantInWords(recordDueAt)} 前写完，还差：${recordMissing.map(part => ENTRY_KINDS[part]).join('、')}`;
}

function observationWords({ observation: { begun, looks, stableInRow, nextAt } }: HandlingShown): string {
  if (!begun) return looks > 0 ? `看过 ${looks} 次` : '现场处置以后开始；送医的由医院照看';
  return nextAt === null
    ? `看过 ${looks} 次，已经平稳`
    : `看过 ${looks} 次，连续平稳 ${stableInRow} 次，下一次 ${instantInWords(nextAt)} 前`;
}

const lacking = (missing: string): string =>
  missing === 'restraint'
    ? '保护性约束什么时候解除（更正那一条）'
    : missing in HANDLING_STEPS
      ? HANDLING_STEPS[missing as keyof typeof HANDLING_STEPS]
      : missing in ENTRY_KINDS
        ? ENTRY_KINDS[missing as EntryKind]
        : missing;

/** Both parts, each by its own post. */
function Closing({ answer, handling }: { answer: HandlingAnswer; handling: HandlingShown }) {
  const close = useWrite(closeHandling);
  const { given, missing, version } = handling;
  const waits = (part: ClosingPart) => !given.some(one => one.part === part);
  const open = answer.mayActAs.filter(waits);
  const [reason, setReason] = useState('');
  const params = { incidentId: answer.incidentId };
  return (
    <Card title="结案">
      <p className="sub">要精防医生和民警两方、两个人分别结案。</p>
      {given.map(one => (
        <p key={one.part}>
          {CLOSING_PARTS[one.part]} {one.byName} {instantInWords(one.at)} 已结案
        </p>
      ))}
      {missing.length > 0 && <p className="sub">还差：{missing.map(lacking).join('、')}</p>}
      <Refusal of={close} />
      {open.map(part => (
        <Button
          key={part}
          type="primary"
          loading={close.busy}
          disabled={missing.length > 0}
          onClick={() => void close.run({ params, body: { part, version } })}
        >
          {CLOSING_PARTS[part]}一方结案
        </Button>
      ))}
      {answer.mayWaivePolice && waits('police') && (
        <>
          <label htmlFor="without-police">团队里没有民警：写明原因，由办公室结案</label>
          <Input.TextArea id="without-police" rows={2} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />
          <Button
            loading={close.busy}
            disabled={missing.length > 0 || reason.trim() === ''}
            onClick={() => void close.run({ params, body: { part: 'police', version, withoutPolice: reason.trim() } })}
          >
            没有民警一方，由办公室结案
          </Button>
        </>
      )}
    </Card>
  );
}
