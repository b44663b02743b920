import { ORGANISATION_KINDS, type OrganisationKind } from '@guanhu/shared/access/access.terms';
import { logActivity } from '@guanhu/shared/outreach/activity.routes';
import { LOGGED_KINDS, type LoggedKind } from '@guanhu/shared/outreach/activity.terms';
import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { Card, Detail } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { usePlace } from '../ui/use-place.tsx';
import { todayInChina } from '../ui/words.ts';

/** Something that was held is written down; photographs follow on its page. */
export function NewActivityPage() {
  const navigate = useNavigate();
  const [activityId] = useState(newKey);
  const { areaId, field } = usePlace('outreach:write', 'activity-place');
  const [kind, setKind] = useState<LoggedKind>('publicity');
  const [organiser, setOrganiser] = useState<OrganisationKind>();
  const [on, setDay] = useState(todayInChina());
  const [what, setWhat] = useState('');
  const [findings, setFindings] = useState('');
  const [attendees, setAttendees] = useState<number | null>(null);
  const write = useWrite(logActivity, () => void navigate(`/activities/${activityId}`));
  const ready = areaId !== undefined && what.trim() !== '' && findings.trim() !== '' && attendees !== null;
  const submit = () => {
    if (!ready) return;
    const held = { kind, on, what: what.trim(), findings: findings.trim(), attendees };
    void write.run({ body: { activityId, areaId, organiser: organiser ?? null, ...held } });
  };
  return (
    <Detail over="宣传与培训" title="登记活动">
      <Card>
        <Form layout="vertical" className="form-narrow" onFinish={submit}>
          <Form.Item label="种类" htmlFor="activity-kind" extra="应急演练在“值班与演练”里登记，会自动显示在这里。">
            <Select
              id="activity-kind"
              value={kind}
              onChange={setKind}
              options={Object.entries(LOGGED_KINDS).map(([value, label]) => ({ value: value as LoggedKind, label }))}
            />
          </Form.Item>
          {field}
          <Form.Item label="主办（可不选）" htmlFor="activity-organiser">
            <Select
              id="activity-organiser"
              allowClear
              value={organiser ?? null}
              onChange={(value: OrganisationKind | undefined) => setOrganiser(value)}
              options={Object.entries(ORGANISATION_KINDS).map(([value, label]) => ({ value: value as OrganisationKind, label }))}
            />
          </Form.Item>
          <Form.Item label="哪天" htmlFor="activity-day">
            <DayInput id="activity-day" value={on} max={todayInChina()} onDay={setDay} />
          </Form.Item>
          <Form.Item label="做了什么" htmlFor="activity-what">
            <Input id="activity-what" maxLength={200} value={what} onChange={event => setWhat(event.target.value)} />
          </Form.Item>
          <Form.Item label="参加人数" htmlFor="activity-attendees">
            <InputNumber id="activity-attendees" min={0} max={1_000_000} precision={0} value={attendees} onChange={setAttendees} />
          </Form.Item>
          <Form.Item label="情况和效果（不写服务对象）" htmlFor="activity-findings">
            <Input.TextArea
              id="activity-findings"
              rows={3}
              maxLength={2000}
              value={findings}
              onChange={event => setFindings(event.target.value)}
            />
          </Form.Item>
          <Refusal of={write} />
          <Button type="primary" size="large" htmlType="submit" loading={write.busy} disabled={!ready}>
            登记
          </Button>
        </Form>
      </Card>
    </Detail>
  );
}
