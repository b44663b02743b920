import { openProgramme } from '@guanhu/shared/rehabilitation/rehabilitation.routes';
import { REHAB_KINDS, type RehabKind } from '@guanhu/shared/rehabilitation/rehabilitation.terms';
import { Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { usePlace } from '../ui/use-place.tsx';
import { todayInChina } from '../ui/words.ts';

/** A programme begins: what is practised, and where. */
export function NewProgrammePage() {
  const navigate = useNavigate();
  const [programmeId] = useState(newKey);
  const { areaId, field } = usePlace('rehab:write', 'programme-area');
  const [kind, setKind] = useState<RehabKind>('selfCare');
  const [what, setWhat] = useState('');
  const [place, setPlace] = useState('');
  const [since, setSince] = useState(todayInChina());
  const write = useWrite(openProgramme, () => void navigate(`/rehab/${programmeId}`));
  const ready = areaId !== undefined && what.trim() !== '' && place.trim() !== '';
  const submit = () => ready && void write.run({ body: { programmeId, areaId, kind, what: what.trim(), place: place.trim(), since } });
  return (
    <Detail over="社区康复" title="开办项目">
      <Card>
        <Form layout="vertical" className="form-narrow" onFinish={submit}>
          <Form.Item label="练什么" htmlFor="programme-kind">
            <Select
              id="programme-kind"
              value={kind}
              onChange={setKind}
              options={Object.entries(REHAB_KINDS).map(([value, label]) => ({ value: value as RehabKind, label }))}
            />
          </Form.Item>
          <Form.Item label="项目名称" htmlFor="programme-what">
            <Input id="programme-what" maxLength={100} value={what} onChange={event => setWhat(event.target.value)} />
          </Form.Item>
          {field}
          <Form.Item label="场所" htmlFor="programme-place">
            <Input id="programme-place" maxLength={60} value={place} onChange={event => setPlace(event.target.value)} />
          </Form.Item>
          <Form.Item label="哪天开始" htmlFor="programme-since">
            <DayInput id="programme-since" value={since} max={todayInChina()} onDay={setSince} />
          </Form.Item>
          <Refusal of={write} />
          <Button type="primary" size="large" htmlType="submit" loading={write.busy} disabled={!ready}>
            开办
          </Button>
        </Form>
      </Card>
    </Detail>
  );
}
