import { LOOK_BACK_CAUSES, LOOK_BACK_CAUSE_KEYS, type LookBackCause } from '@guanhu/shared/incidents/look-back.rules';
import { makeLookBack } from '@guanhu/shared/incidents/look-back.routes';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Button, Form, Segmented } from 'antd';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';

/** Over which days it is looked back, and why. */
export function NewLookBackPage() {
  const { patientId = '' } = useParams();
  const navigate = useNavigate();
  const incidentId = useSearchParams()[0].get('incident');
  const [lookBackId] = useState(newKey);
  const [cause, setCause] = useState<LookBackCause>('seriousHarm');
  const [from, setFrom] = useState<CalendarDate>();
  const [to, setTo] = useState(todayInChina);
  const write = useWrite(makeLookBack, () => void navigate(`/after-incidents/look-backs/${lookBackId}`));
  const about = incidentId === null ? {} : { incidentId };
  const submit = () =>
    write.run({ params: { patientId }, body: { lookBackId, cause, ...(from === undefined ? {} : { from }), to, ...about } });
  return (
    <Detail over="生成以后不再变动" title="倒查">
      <Card>
        <Form layout="vertical" onFinish={() => void submit()}>
          <Form.Item label="起因">
            <Segmented
              value={cause}
              onChange={setCause}
              options={LOOK_BACK_CAUSE_KEYS.map(value => ({ value, label: LOOK_BACK_CAUSES[value] }))}
            />
          </Form.Item>
          <Form.Item label="从哪一天（不填就按政策往前看）" htmlFor="look-back-from">
            <DayInput id="look-back-from" value={from} max={to} onDay={setFrom} />
          </Form.Item>
          <Form.Item label="到哪一天（含）" htmlFor="look-back-to">
            <DayInput id="look-back-to" value={to} max={todayInChina()} onDay={setTo} />
          </Form.Item>
          <Refusal of={write} />
          <Button type="primary" htmlType="submit" loading={write.busy}>
            生成倒查
          </Button>
        </Form>
      </Card>
    </Detail>
  );
}
