import type { MismatchShown } from '@guanhu/shared/care-team/roster.contract';
import { resolveMismatch } from '@guanhu/shared/care-team/roster.routes';
import type { MismatchAct } from '@guanhu/shared/care-team/roster.terms';
import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { Button, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useWrite } from '../app/use-write.ts';
import { Refusal } from '../ui/states.tsx';
import { ColleagueSelect } from './colleague-select.tsx';

/** The acts that fit a line; each settles it for every patient it is about. */
export function Resolve({ line }: { line: MismatchShown }) {
  const [asking, setAsking] = useState<'assign' | 'keep' | null>(null);
  const write = useWrite(resolveMismatch, () => setAsking(null));
  const { key, kind, acts, persons, kept } = line;
  const run = (act: MismatchAct, more: { personId?: string; reason?: string } = {}) => void write.run({ body: { key, act, ...more } });
  const [person] = persons;
  return (
    <div className="actions" style={{ marginTop: 8 }}>
      {kind === 'spelling' &&
        persons.map(one => (
          <Button key={one.personId} loading={write.busy} onClick={() => run('assign', { personId: one.personId })}>
            {`是同一个人，保留「${one.name}」`}
          </Button>
        ))}
      {acts.includes('givePost') && person && (
        <Button type="primary" loading={write.busy} onClick={() => run('givePost')}>
          {`给 ${person.name} 补登岗位`}
        </Button>
      )}
      {acts.includes('assign') && kind !== 'spelling' && (
        <Button onClick={() => setAsking('assign')}>{kind === 'vacant' ? '安排人' : '换成别人'}</Button>
      )}
      {acts.includes('end') && (
        <Button danger loading={write.busy} onClick={() => run('end')}>
          撤下，先空着
        </Button>
      )}
      {acts.includes('keep') && kept === null && (
        <Button onClick={() => setAsking('keep')}>{kind === 'spelling' ? '是两个人' : '说明原因，先保留'}</Button>
      )}
      {asking === null && <Refusal of={write} />}
      {asking === 'assign' && (
        <Assign line={line} write={write} onPerson={personId => run('assign', { personId })} onClose={() => setAsking(null)} />
      )}
      {asking === 'keep' && <Keep write={write} onReason={reason => run('keep', { reason })} onClose={() => setAsking(null)} />}
    </div>
  );
}

type Writing = Pick<ReturnType<typeof useWrite<typeof resolveMismatch>>, 'busy' | 'refusal' | 'again'>;
type AssignProps = { line: MismatchShown; write: Writing; onPerson: (personId: string) => void; onClose: () => void };

function Assign({ line, write, onPerson, onClose }: AssignProps) {
  const [personId, setPerson] = useState<string>();
  return (
    <Modal
      open
      title={`${line.villageName ?? ''}${line.seat === null ? '' : SEAT_LABELS[line.seat]}由谁担任`}
      okText="从今天起担任"
      cancelText="取消"
      okButtonProps={{ disabled: personId === undefined, loading: write.busy }}
      onOk={() => personId !== undefined && onPerson(personId)}
      onCancel={onClose}
    >
      <p className="sub">涉及的 {line.patients} 名服务对象一起换；没有这个岗位的，同时登记岗位；未办的事跟着岗位走。</p>
      <Form layout="vertical">
        <Form.Item label="由谁担任" htmlFor="assign-person">
          <ColleagueSelect
            id="assign-person"
            value={personId}
            onPerson={setPerson}
            seat={line.seat ?? undefined}
            except={line.persons.map(person => person.personId)}
          />
        </Form.Item>
      </Form>
      <Refusal of={write} />
    </Modal>
  );
}

function Keep({ write, onReason, onClose }: { write: Writing; onReason: (reason: string) => void; onClose: () => void }) {
  const [reason, setReason] = useState('');
  return (
    <Modal
      open
      title="为什么保留"
      okText="保留"
      cancelText="取消"
      okButtonProps={{ disabled: reason.trim() === '', loading: write.busy }}
      onOk={() => onReason(reason.trim())}
      onCancel={onClose}
    >
      <Input.TextArea aria-label="保留的原因" rows={3} maxLength={200} value={reason} onChange={event => setReason(event.target.value)} />
      <Refusal of={write} />
    </Modal>
  );
}
