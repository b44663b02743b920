import { partialInWords } from '@guanhu/shared/kernel/partial-date';
import { LIKENESSES } from '@guanhu/shared/registry/duplicate.rules';
import { PATIENT_STATES } from '@guanhu/shared/registry/registry.terms';
import type { AlikeAnswer, CheckClueBody, ClueAnswer } from '@guanhu/shared/screening/clue.contract';
import { checkClue, findAlike } from '@guanhu/shared/screening/clue.routes';
import { decideSame } from '@guanhu/shared/screening/clue.rules';
import { CLUE_STATES } from '@guanhu/shared/screening/clue.terms';
import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { useRead } from '../app/queries.ts';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { Answered, Refusal } from '../ui/states.tsx';
import { Tag } from '../ui/tag.tsx';

/** Whether the person is known: looked up before anything becomes of the clue. */
export function CheckClue({ clue }: { clue: ClueAnswer }) {
  const [asked, setAsked] = useState(false);
  const alike = useRead(findAlike, { params: { clueId: clue.clueId } }, { enabled: asked });
  return (
    <Card title="核对：是不是已经有档案">
      {asked ? (
        <Answered of={alike}>{answer => <Alike clue={clue} alike={answer} />}</Answered>
      ) : (
        <Button type="primary" onClick={() => setAsked(true)}>
          查档案和别的线索
        </Button>
      )}
    </Card>
  );
}

function Alike({ clue, alike: { files, clues, elsewhere } }: { clue: ClueAnswer; alike: AlikeAnswer }) {
  const [reason, setReason] = useState('');
  const check = useWrite(checkClue);
  const as = (body: CheckClueBody) => void check.run({ params: { clueId: clue.clueId }, body });
  const { version } = clue;
  const some = files.length + clues.length > 0;
  const certain = elsewhere || [...files, ...clues].some(one => one.likeness === 'sameDocument');
  return (
    <>
      {elsewhere && <Alert type="warning" title="别的地方已有此人的档案，请联系县级管理员" style={{ marginBottom: 12 }} />}
      {!some && !elsewhere && <p>没有找到可能是同一个人的档案或线索。</p>}
      <ul className="plain-list">
        {files.map(row => (
          <li key={row.patientId} className="split">
            <span>
              <Link to={`/patients/${row.patientId}`}>{row.name}</Link>
              <span className="small">
                &emsp;{row.villageName} · {PATIENT_STATES[row.state]}
                {row.born !== null && ` · ${partialInWords(row.born)}出生`} <Tag tone="warn">{LIKENESSES[row.likeness]}</Tag>
              </span>
            </span>
            <Button loading={check.busy} onClick={() => as({ as: 'known', patientId: row.patientId, version })}>
              就是此人
            </Button>
          </li>
        ))}
        {clues.map(row => (
          <li key={row.clueId} className="split">
            <span>
              <Link to={`/clues/${row.clueId}`}>{row.name}</Link>
              <span className="small">
                &emsp;另一条线索 · {row.areaName} · {CLUE_STATES[row.state]} <Tag tone="warn">{LIKENESSES[row.likeness]}</Tag>
              </span>
            </span>
            {decideSame(row.state).granted && (
              <Button loading={check.busy} onClick={() => as({ as: 'same', sameAs: row.clueId, version })}>
                是同一个人
              </Button>
            )}
          </li>
        ))}
      </ul>
      {!certain && (
        <Form layout="vertical" className="form-narrow">
          {some && (
            <Form.Item label="为什么都不是" htmlFor="check-reason" style={{ marginTop: 12 }}>
              <Input.TextArea id="check-reason" rows={2} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />
            </Form.Item>
          )}
          <Button
            type="primary"
            disabled={some && reason.trim() === ''}
            loading={check.busy}
            onClick={() => as({ as: 'new', version, ...(reason.trim() !== '' && { reason: reason.trim() }) })}
          >
            没有档案，请医生复核
          </Button>
        </Form>
      )}
      <Refusal of={check} />
    </>
  );
}
