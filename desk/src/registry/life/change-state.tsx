import { careOf, isClosed } from '@guanhu/shared/registry/patient-life.rules';
import { CARE_PARTS } from '@guanhu/shared/agenda/care-part.rules';
import { changeState } from '@guanhu/shared/registry/patient-life.routes';
import { PATIENT_STATES, type PatientState } from '@guanhu/shared/registry/registry.terms';
import { DEATH_CAUSES, FATAL_ILLNESSES, LOST_REASONS } from '@guanhu/shared/visits/visits.terms';
import { Button, Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useWrite } from '../../app/use-write.ts';
import { DayInput } from '../../ui/day-input.tsx';
import { Refusal } from '../../ui/states.tsx';
import { todayInChina } from '../../ui/words.ts';
import { PLACE_LABELS, stateBody, type StateDraft } from './state-draft.ts';

type Props = { patientId: string; from: PatientState; mayBecome: readonly PatientState[] };

/** Records a turn of the life, with what has to be known of it. */
export function ChangeState(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>变更状态</Button>
      {open && <Dialog {...props} onClose={() => setOpen(false)} />}
    </>
  );
}

const options = (table: Readonly<Record<number, string>>) =>
  Object.entries(table).map(([value, label]) => ({ value: Number(value), label }));
/** 走失 is recorded as a search. */
const { 3: _wandered, ...LOST } = LOST_REASONS;

function Dialog({ patientId, from, mayBecome, onClose }: Props & { onClose: () => void }) {
  const [draft, setDraft] = useState<StateDraft>({ on: todayInChina(), reason: '', place: '' });
  const change = useWrite(changeState, onClose);
  const set = (more: Partial<StateDraft>) => setDraft({ ...draft, ...more });
  const { to } = draft;
  const body = stateBody(draft, from);
  const goesOn = to === undefined ? [] : careOf(to, null);
  const placeLabel = to && PLACE_LABELS[to];
  return (
    <Modal
      open
      title="变更状态"
      okText="记下变更"
      cancelText="取消"
      okButtonProps={{ disabled: body === undefined, loading: change.busy, danger: to !== undefined && isClosed(to) }}
      onOk={() => body && void change.run({ params: { patientId }, body })}
      onCancel={onClose}
    >
      <Form layout="vertical">
        <Form.Item label="变更为" htmlFor="state-to" extra="住院和走失的开始、结束不在这里改：请从“住院、走失”登记">
          <Select
            id="state-to"
            value={to ?? null}
            placeholder="选择状态"
            onChange={value => set({ to: value })}
            options={mayBecome.map(value => ({ value, label: PATIENT_STATES[value] }))}
          />
        </Form.Item>
        <Form.Item label={to === 'deceased' ? '死亡日期' : '从哪天起'} htmlFor="state-on">
          <DayInput id="state-on" value={draft.on} max={todayInChina()} onDay={on => set({ on })} />
        </Form.Item>
        {placeLabel !== undefined && (
          <Form.Item label={placeLabel} htmlFor="state-place">
            <Input id="state-place" maxLength={100} value={draft.place} onChange={event => set({ place: event.target.value })} />
          </Form.Item>
        )}
        {to === 'away' && (
          <Form.Item label="预计哪天回来（可不填）" htmlFor="state-back">
            <DayInput id="state-back" value={draft.expectedBack} onDay={expectedBack => set({ expectedBack })} />
          </Form.Item>
        )}
        {to === 'lostToFollowUp' && (
          <Form.Item label="失访原因" htmlFor="state-lost">
            <Select
              id="state-lost"
              value={draft.lostReason ?? null}
              placeholder="选择原因"
              onChange={lostReason => set({ lostReason })}
              options={options(LOST)}
            />
          </Form.Item>
        )}
        {to === 'deceased' && (
          <Form.Item label="死亡原因" htmlFor="state-cause">
            <Select
              id="state-cause"
              value={draft.deathCause ?? null}
              placeholder="选择原因"
              onChange={deathCause => set({ deathCause })}
              options={options(DEATH_CAUSES)}
            />
          </Form.Item>
        )}
        {to === 'deceased' && draft.deathCause === 1 && (
          <Form.Item label="哪一类躯体疾病（可不填）" htmlFor="state-illness">
            <Select
              id="state-illness"
              value={draft.fatalIllness ?? null}
              onChange={fatalIllness => set({ fatalIllness })}
              options={options(FATAL_ILLNESSES)}
            />
          </Form.Item>
        )}
        <Form.Item label="情况说明" htmlFor="state-reason">
          <Input.TextArea
            id="state-reason"
            rows={2}
            maxLength={200}
            placeholder="怎么知道的、谁告知的"
            value={draft.reason}
            onChange={event => set({ reason: event.target.value })}
          />
        </Form.Item>
      </Form>
      {to !== undefined && (
        <p className="sub">
          {goesOn.length === 0
            ? '保存后，这位服务对象的全部待办马上结束。'
            : `保存后继续进行：${goesOn.map(part => CARE_PARTS[part]).join('、')}；其他待办暂停。`}
        </p>
      )}
      <Refusal of={change} />
    </Modal>
  );
}
