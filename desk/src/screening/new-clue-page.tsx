import { NEWEST_FORM } from '@guanhu/shared/screening/clue-form.rules';
import { reportClue } from '@guanhu/shared/screening/clue.routes';
import { CLUE_SOURCES, TOLD_SOURCES, type Whereabouts } from '@guanhu/shared/screening/clue.terms';
import { Button, Checkbox, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newKey } from '../app/api.ts';
import { useMayByPost } from '../app/use-me.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { Refusal } from '../ui/states.tsx';
import { personOf, PersonFields, typedOf } from './person-fields.tsx';
import { PlaceFields } from './place-fields.tsx';

const numbered = (terms: Readonly<Record<number, string>>) =>
  Object.entries(terms).map(([number, words]) => ({ value: Number(number), label: words }));

/** The clue form: who, what was seen, who told it. */
export function NewCluePage() {
  const navigate = useNavigate();
  const reads = useMayByPost('clue:read');
  const [clueId] = useState(newKey);
  const [areaId, setArea] = useState<string>();
  const [whereabouts, setWhereabouts] = useState<Whereabouts>('atHome');
  const [typed, setTyped] = useState(typedOf(null));
  const [yes, setYes] = useState<number[]>([]);
  const [group, setGroup] = useState<number>();
  const [source, setSource] = useState<(typeof TOLD_SOURCES)[number]>('visit');
  const [note, setNote] = useState('');
  const [told, setTold] = useState({ name: '', phone: '' });
  const report = useWrite(reportClue, () => void navigate(reads ? `/clues/${clueId}` : '/today'));
  const person = personOf(typed);
  const ready = areaId !== undefined && person !== null && (yes.length > 0 || group !== undefined);
  const send = () => {
    if (areaId === undefined || person === null) return;
    const [name, phone] = [told.name.trim(), told.phone.trim()];
    void report.run({
      params: { areaId },
      body: {
        clueId,
        form: NEWEST_FORM.version,
        yes,
        source,
        whereabouts,
        person,
        ...(group !== undefined && { group }),
        ...(note.trim() !== '' && { note: note.trim() }),
        ...(name !== '' && { informant: { name, ...(phone !== '' && { phone }) } }),
      },
    });
  };
  return (
    <Detail over="排查线索" title="填一条线索">
      <Card title="一、是谁">
        <Form layout="vertical">
          <PlaceFields permission="clue:report" areaId={areaId} whereabouts={whereabouts} onArea={setArea} onWhereabouts={setWhereabouts} />
          <PersonFields typed={typed} onTyped={setTyped} />
        </Form>
      </Card>
      <Card title="二、有没有下面的情况（有就打勾）">
        <Checkbox.Group value={yes} onChange={setYes} options={numbered(NEWEST_FORM.questions)} style={{ display: 'grid', gap: 8 }} />
        <p className="sub">打勾只说明要请医生看一看，不是诊断，也不打分。</p>
        <Form layout="vertical">
          <Form.Item label="属于哪一类排查对象（没有就空着）" htmlFor="clue-group">
            <Select
              id="clue-group"
              allowClear
              placeholder="不属于"
              value={group ?? null}
              onChange={setGroup}
              options={numbered(NEWEST_FORM.groups)}
              style={{ maxWidth: 520 }}
            />
          </Form.Item>
          <Form.Item label="还看到、听到什么" htmlFor="clue-note">
            <Input.TextArea id="clue-note" rows={2} maxLength={500} value={note} onChange={event => setNote(event.target.value)} />
          </Form.Item>
        </Form>
      </Card>
      <Card title="三、怎么知道的">
        <Radio.Group
          aria-label="怎么知道的"
          value={source}
          onChange={event => setSource(event.target.value as typeof source)}
          options={TOLD_SOURCES.map(value => ({ value, label: CLUE_SOURCES[value] }))}
          vertical
        />
        <p className="sub">知情人另外保密存放，只有经办人说明理由才能看，每次都记下来。不愿意留名可以不填。</p>
        <Form layout="vertical">
          <div className="fields">
            <Form.Item label="知情人" htmlFor="clue-informant" style={{ width: 250 }}>
              <Input
                id="clue-informant"
                maxLength={30}
                value={told.name}
                onChange={event => setTold({ ...told, name: event.target.value })}
              />
            </Form.Item>
            <Form.Item label="知情人电话" htmlFor="clue-informant-phone" style={{ width: 250 }}>
              <Input
                id="clue-informant-phone"
                maxLength={20}
                value={told.phone}
                onChange={event => setTold({ ...told, phone: event.target.value })}
              />
            </Form.Item>
          </div>
        </Form>
      </Card>
      <Refusal of={report} />
      <Button type="primary" size="large" disabled={!ready} loading={report.busy} onClick={send}>
        交上去
      </Button>
    </Detail>
  );
}
