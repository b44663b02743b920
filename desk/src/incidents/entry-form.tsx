import type { HandlingShown } from '@guanhu/shared/incidents/handling.contract';
import type { EntryWhat } from '@guanhu/shared/incidents/handling.rules';
import { addEntry } from '@guanhu/shared/incidents/handling.routes';
import {
  ENTRY_KINDS,
  HANDLING_EFFECTS,
  MEASURE_KEYS,
  MEASURES,
  type EntryKind,
  type HandlingEffect,
  type Measure,
  type RecordPart,
} from '@guanhu/shared/incidents/handling.terms';
import { Button, Checkbox, Form, Input, InputNumber, Segmented, Space } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { Refusal } from '../ui/states.tsx';
import { fenTyped } from '@guanhu/shared/kernel/yuan-typed';

type Entry = HandlingShown['timeline'][number];
/** Steps have buttons of their own. */
type Typed = Exclude<EntryKind, 'step'>;
const KINDS = (Object.keys(ENTRY_KINDS) as EntryKind[]).filter((kind): kind is Typed => kind !== 'step');
const MEASURE_OPTIONS = MEASURE_KEYS.map(value => ({ value, label: MEASURES[value] }));
const EFFECT_OPTIONS = Object.entries(HANDLING_EFFECTS).map(([value, label]) => ({ value: Number(value), label }));

type Draft = {
  words: string;
  measures: readonly Measure[];
  minutes: number | null;
  injured: number;
  dead: number;
  loss: string;
  effect: HandlingEffect;
  stable: boolean;
};
const EMPTY: Draft = { words: '', measures: [], minutes: null, injured: 0, dead: 0, loss: '0', effect: 2, stable: true };
/** What stands in the field for words, by kind. */
const ASKS: Readonly<Record<Typed, string>> = {
  note: '现在怎么样',
  people: '谁到了场',
  measure: '具体做了什么（可以不写）',
  restraint: '为什么约束',
  harm: '谁受伤、损失了什么（可以不写）',
  diagnosis: '诊断',
  observation: '看到什么（可以不写）',
};

/** What the draft says; undefined while something is lacking. */
function whatOf(kind: Typed, draft: Draft, at: Date): EntryWhat | undefined {
  const words = draft.words.trim();
  const more = words === '' ? {} : { words };
  switch (kind) {
    case 'note':
    case 'people':
      return words === '' ? undefined : { kind, words };
    case 'measure':
      return draft.measures.length === 0 ? undefined : { kind, measures: draft.measures, ...more };
    case 'restraint': {
      const until = draft.minutes === null ? {} : { until: new Date(at.getTime() + draft.minutes * 60_000).toISOString() };
      return words === '' ? undefined : { kind, reason: words, ...until };
    }
    case 'harm': {
      const lossFen = fenTyped(draft.loss);
      return lossFen === undefined ? undefined : { kind, injured: draft.injured, dead: draft.dead, lossFen, ...more };
    }
    case 'diagnosis':
      return words === '' ? undefined : { kind, diagnosis: words, effect: draft.effect };
    case 'observation':
      return { kind, stable: draft.stable, ...more };
  }
}

/** A row of the timeline, or the row that puts another one right. */
export function EntryForm(props: { incidentId: string; corrects: Entry | undefined; missing: readonly RecordPart[]; onDone: () => void }) {
  const { incidentId, corrects, missing, onDone } = props;
  const fixed = corrects !== undefined && corrects.what.kind !== 'step' ? corrects.what.kind : undefined;
  const [chosen, setChosen] = useState<Typed>(missing[0] ?? 'note');
  const [draft, setDraft] = useState(EMPTY);
  // A restraint began before it ended: its minutes are counted back from now. What is put right keeps its time.
  const kind = fixed ?? chosen;
  const back = kind === 'restraint' ? (draft.minutes ?? 0) * 60_000 : 0;
  const at = corrects ? new Date(corrects.at) : new Date(Date.now() - back);
  const what = whatOf(kind, draft, at);
  const write = useWrite(addEntry, () => {
    setDraft(EMPTY);
    onDone();
  });
  const change = (part: Partial<Draft>) => setDraft({ ...draft, ...part });
  const submit = () => {
    if (!what) return;
    const corrected = corrects === undefined ? {} : { corrects: corrects.entryId };
    void write.run({ params: { incidentId }, body: { entryId: newKey(), at: at.toISOString(), what, ...corrected } });
  };
  return (
    <Form layout="vertical" onFinish={submit} style={{ marginTop: 16 }}>
      <Form.Item label={corrects ? `更正：${ENTRY_KINDS[kind]}` : '记一条'}>
        {fixed === undefined && (
          <Segmented
            aria-label="记什么"
            value={kind}
            onChange={setChosen}
            options={KINDS.map(value => ({
              value,
              label: missing.some(part => part === value) ? `${ENTRY_KINDS[value]} *` : ENTRY_KINDS[value],
            }))}
          />
        )}
      </Form.Item>
      {kind === 'measure' && (
        <Form.Item label="措施">
          <Checkbox.Group options={MEASURE_OPTIONS} value={[...draft.measures]} onChange={(measures: Measure[]) => change({ measures })} />
        </Form.Item>
      )}
      {kind === 'restraint' && (
        <Form.Item label="持续多少分钟（还没有解除就空着）" htmlFor="entry-minutes">
          <InputNumber id="entry-minutes" min={1} max={10_080} value={draft.minutes} onChange={minutes => change({ minutes })} />
        </Form.Item>
      )}
      {kind === 'harm' && (
        <Space wrap>
          <Form.Item label="受伤" htmlFor="entry-injured">
            <InputNumber id="entry-injured" min={0} max={999} value={draft.injured} onChange={n => change({ injured: n ?? 0 })} />
          </Form.Item>
          <Form.Item label="死亡" htmlFor="entry-dead">
            <InputNumber id="entry-dead" min={0} max={999} value={draft.dead} onChange={n => change({ dead: n ?? 0 })} />
          </Form.Item>
          <Form.Item label="损失（元）" htmlFor="entry-loss">
            <Input id="entry-loss" inputMode="decimal" value={draft.loss} onChange={event => change({ loss: event.target.value })} />
          </Form.Item>
        </Space>
      )}
      {kind === 'diagnosis' && (
        <Form.Item label="效果">
          <Segmented value={draft.effect} onChange={effect => change({ effect: effect as HandlingEffect })} options={EFFECT_OPTIONS} />
        </Form.Item>
      )}
      {kind === 'observation' && (
        <Form.Item label="现在">
          <Segmented
            value={draft.stable ? 'yes' : 'no'}
            onChange={value => change({ stable: value === 'yes' })}
            options={[
              { value: 'yes', label: '平稳' },
              { value: 'no', label: '还不平稳' },
            ]}
          />
        </Form.Item>
      )}
      <Form.Item label={ASKS[kind]} htmlFor="entry-words">
        <Input.TextArea
          id="entry-words"
          rows={2}
          maxLength={500}
          value={draft.words}
          onChange={event => change({ words: event.target.value })}
        />
      </Form.Item>
      <Refusal of={write} />
      <Space>
        <Button type="primary" htmlType="submit" disabled={!what} loading={write.busy}>
          {corrects ? '保存更正' : '记下'}
        </Button>
        {corrects && <Button onClick={onDone}>取消</Button>}
      </Space>
    </Form>
  );
}
