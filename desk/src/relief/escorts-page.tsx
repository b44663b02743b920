import type { Escort as EscortShown } from '@guanhu/shared/relief/escort.contract';
import { handOverEscort, listEscorts, moveEscort, planEscort } from '@guanhu/shared/relief/escort.routes';
import {
  ESCORT_ITEMS,
  ESCORT_REASONS,
  ESCORT_STATES,
  type EscortItem,
  type EscortReason,
  type EscortState,
} from '@guanhu/shared/relief/escort.terms';
import { Button, Checkbox, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { usePages } from '../app/queries.ts';
import { saveFrom } from '../app/save-file.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { PatientSelect } from '../registry/patient-select.tsx';
import { Card, Facts } from '../ui/columns.tsx';
import { StatePage, useStateFilter } from '../ui/state-list.tsx';
import { Empty, Refusal } from '../ui/states.tsx';
import { Tag, type Tone } from '../ui/tag.tsx';
import { instantInWords } from '../ui/words.ts';
import { EscortCosts } from './escort-costs.tsx';

const TONES: Readonly<Record<EscortState, Tone>> = { planned: 'warn', underway: 'warn', handedOver: 'calm', cancelled: 'plain' };

/** Whoever is brought home, or to somebody who takes them over: each handed over with a receipt. */
export function EscortsPage() {
  const pages = usePages(listEscorts, { query: useStateFilter<EscortState>() });
  const plans = useMayByPost('escort:write');
  const [planning, setPlanning] = useState(false);
  return (
    <StatePage
      title="护送交接"
      states={ESCORT_STATES}
      actions={
        plans &&
        !planning && (
          <Button type="primary" onClick={() => setPlanning(true)}>
            登记护送
          </Button>
        )
      }
      pages={pages}
      empty={<Empty title="没有护送">外地、流浪或没有监护人的服务对象要送回家或交给别的单位时，在这里登记。</Empty>}
      row={escort => <Escort key={`${escort.escortId}:${String(escort.version)}`} escort={escort} />}
    >
      {planning && <PlanForm onDone={() => setPlanning(false)} />}
    </StatePage>
  );
}

const PLAN = { from: '从哪里', to: '送到哪里', escorts: '谁护送', words: '情况说明' } as const;
const RECEIVED = { unit: '接收单位', receiver: '接收人', phone: '联系电话', condition: '交接时的情况' } as const;
/** The longest that is taken of each. */
const MOST = { from: 60, to: 60, escorts: 60, words: 1000, unit: 60, receiver: 30, phone: 30, condition: 500 } as const;

/** Short texts, each under its label. */
function useTexts<K extends keyof typeof MOST>(labels: Readonly<Record<K, string>>, of: string) {
  const keys = Object.keys(labels) as K[];
  const [typed, setTyped] = useState(() => Object.fromEntries(keys.map(key => [key, ''])) as Record<K, string>);
  const fields = keys.map(key => (
    <Form.Item key={key} label={labels[key]} htmlFor={`${of}-${key}`}>
      <Input
        id={`${of}-${key}`}
        maxLength={MOST[key]}
        value={typed[key]}
        onChange={event => setTyped({ ...typed, [key]: event.target.value })}
      />
    </Form.Item>
  ));
  return { typed, fields, complete: keys.every(key => typed[key].trim() !== '') };
}

function PlanForm({ onDone }: { onDone: () => void }) {
  const [escortId] = useState(newKey);
  const [patientId, setPatient] = useState<string>();
  const [reason, setReason] = useState<EscortReason>('elsewhere');
  const { typed, fields, complete } = useTexts(PLAN, 'escort');
  const plan = useWrite(planEscort, onDone);
  const submit = () => patientId !== undefined && void plan.run({ params: { patientId }, body: { escortId, reason, ...typed } });
  return (
    <Card title="登记护送">
      <Form layout="vertical" className="form-narrow" onFinish={submit}>
        <Form.Item label="服务对象" htmlFor="escort-patient">
          <PatientSelect id="escort-patient" value={patientId} name={undefined} onPatient={setPatient} />
        </Form.Item>
        <Form.Item label="事由" htmlFor="escort-reason">
          <Select
            id="escort-reason"
            value={reason}
            onChange={setReason}
            options={Object.entries(ESCORT_REASONS).map(([value, label]) => ({ value: value as EscortReason, label }))}
          />
        </Form.Item>
        {fields}
        <Refusal of={plan} />
        <div className="actions">
          <Button type="primary" htmlType="submit" loading={plan.busy} disabled={patientId === undefined || !complete}>
            登记
          </Button>
          <Button onClick={onDone}>不登记了</Button>
        </div>
      </Form>
    </Card>
  );
}

function Escort({ escort }: { escort: EscortShown }) {
  const { escortId, version, state, receipt, mayWrite } = escort;
  const move = useWrite(moveEscort);
  const to = (next: 'underway' | 'cancelled') => void move.run({ params: { escortId }, body: { version, to: next } });
  return (
    <Card title={`${escort.patientName} · ${escort.villageName}`} actions={<Tag tone={TONES[state]}>{ESCORT_STATES[state]}</Tag>}>
      <Facts
        of={[
          ['事由', ESCORT_REASONS[escort.reason]],
          ...(Object.keys(PLAN) as (keyof typeof PLAN)[]).map(key => [PLAN[key], escort[key]] as const),
          ...(receipt === null
            ? []
            : [
                ['接收人', `${receipt.receiver}（${receipt.unit}，${receipt.phone}）`] as const,
                ['交接时间', `${instantInWords(receipt.at)}，${receipt.by} 登记`] as const,
                ['随同移交', receipt.items.map(item => ESCORT_ITEMS[item]).join('、') || '没有'] as const,
                [RECEIVED.condition, receipt.condition] as const,
              ]),
        ]}
      />
      <Refusal of={move} />
      {receipt && <SaveReceipt escortId={escortId} />}
      <EscortCosts escort={escort} />
      {mayWrite && state === 'underway' && <ReceiptForm escort={escort} />}
      {mayWrite && (
        <div className="actions">
          {state === 'planned' && (
            <Button type="primary" loading={move.busy} onClick={() => to('underway')}>
              出发
            </Button>
          )}
          <Button loading={move.busy} onClick={() => to('cancelled')}>
            不送了
          </Button>
        </div>
      )}
    </Card>
  );
}

function SaveReceipt({ escortId }: { escortId: string }) {
  const [failed, setFailed] = useState(false);
  const save = () =>
    saveFrom(`/escorts/${escortId}/receipt/pdf`, '护送交接回执.pdf').then(
      () => setFailed(false),
      () => setFailed(true),
    );
  return (
    <div className="actions">
      <Button onClick={() => void save()}>打印回执</Button>
      <span className="small">双方签字以后拍照，存入服务对象的附件。</span>
      {failed && <p role="alert">没有取到文件，请再试一次。</p>}
    </div>
  );
}

function ReceiptForm({ escort: { escortId, version } }: { escort: EscortShown }) {
  const { typed, fields, complete } = useTexts(RECEIVED, `receipt-${escortId}`);
  const [items, setItems] = useState<EscortItem[]>([]);
  const write = useWrite(handOverEscort);
  const submit = () => void write.run({ params: { escortId }, body: { version, items, ...typed } });
  return (
    <Form layout="vertical" className="form-narrow" onFinish={submit}>
      {fields}
      <Form.Item label="随同移交">
        <Checkbox.Group
          options={Object.entries(ESCORT_ITEMS).map(([value, label]) => ({ value: value as EscortItem, label }))}
          value={items}
          onChange={setItems}
        />
      </Form.Item>
      <p className="small">登记以后谁也不能改。</p>
      <Refusal of={write} />
      <Button type="primary" htmlType="submit" loading={write.busy} disabled={!complete}>
        登记交接
      </Button>
    </Form>
  );
}
