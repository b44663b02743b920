import { INCIDENT_POST_LABELS } from '@guanhu/shared/incidents/incidents.terms';
import {
  INCIDENT_KIND_KEYS,
  INCIDENT_KINDS,
  INCIDENT_POSTS,
  type IncidentPolicy,
  type IncidentPost,
} from '@guanhu/shared/policy/policy.terms';
import { Checkbox, Form } from 'antd';
import { NumberField } from './number-field.tsx';

const OPTIONS = INCIDENT_POSTS.map(value => ({ value, label: INCIDENT_POST_LABELS[value] }));

/** Who is told of what, and when somebody else is. */
export function IncidentFields({ policy, onChange }: { policy: IncidentPolicy; onChange: (policy: IncidentPolicy) => void }) {
  return (
    <>
      {INCIDENT_KIND_KEYS.map(kind => (
        <Form.Item key={kind} label={`${INCIDENT_KINDS[kind]}：通知`}>
          <Checkbox.Group
            options={OPTIONS}
            value={[...policy.told[kind]]}
            onChange={(posts: IncidentPost[]) => onChange({ ...policy, told: { ...policy.told, [kind]: posts } })}
          />
        </Form.Item>
      ))}
      <div className="fields">
        <NumberField
          id="join"
          label="多久以内的报告合并为一起"
          value={policy.joinMinutes}
          min={1}
          max={1440}
          unit="分钟"
          onNumber={joinMinutes => onChange({ ...policy, joinMinutes })}
        />
        <NumberField
          id="escalate"
          label="多久没人回应就加通知"
          value={policy.escalateMinutes}
          min={1}
          max={1440}
          unit="分钟"
          onNumber={escalateMinutes => onChange({ ...policy, escalateMinutes })}
        />
        <NumberField
          id="rounds"
          label="最多通知几轮（第三轮起再通知所有人）"
          value={policy.mostRounds}
          min={2}
          max={12}
          unit="轮"
          onNumber={mostRounds => onChange({ ...policy, mostRounds })}
        />
        <NumberField
          id="clue"
          label="没有建档的人的线索保留多久"
          value={policy.clueDays}
          min={7}
          max={365}
          unit="天"
          onNumber={clueDays => onChange({ ...policy, clueDays })}
        />
      </div>
      <Form.Item label="没人回应时加通知">
        <Checkbox.Group
          options={OPTIONS}
          value={[...policy.escalateTo]}
          onChange={(escalateTo: IncidentPost[]) => onChange({ ...policy, escalateTo })}
        />
      </Form.Item>
    </>
  );
}
