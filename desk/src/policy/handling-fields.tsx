import { INCIDENT_POST_LABELS } from '@guanhu/shared/incidents/incidents.terms';
import { HANDLING_STEP_KEYS, HANDLING_STEPS } from '@guanhu/shared/policy/handling.terms';
import {
  INCIDENT_KIND_KEYS,
  INCIDENT_KINDS,
  INCIDENT_POSTS,
  type HandlingPolicy,
  type IncidentKind,
} from '@guanhu/shared/policy/policy.terms';
import { Checkbox, Form, Select } from 'antd';
import { NumberField } from './number-field.tsx';

const OWNERS = INCIDENT_POSTS.map(value => ({ value, label: INCIDENT_POST_LABELS[value] }));
const KINDS = INCIDENT_KIND_KEYS.map(value => ({ value, label: INCIDENT_KINDS[value] }));
const NUMBERS = [
  ['recordHours', '处置记录多久写完', 1, 24, '小时'],
  ['observeEveryHours', '事后每隔多久观察一次', 1, 72, '小时'],
  ['observeUntilStable', '连续几次平稳就不再观察', 1, 10, '次'],
  ['receiptDays', '出院交接几天内接收', 1, 14, '天'],
  ['firstVisitDays', '出院后几天内第一次随访', 1, 14, '天'],
  ['foundVisitDays', '走失找到后几天内随访', 1, 14, '天'],
  ['deathWithinDays', '情况发生后几天内死亡要倒查', 1, 365, '天'],
  ['lookBackDays', '倒查一般往前看多少天', 7, 365, '天'],
] as const;

/** Whose each step of a joint handling is and by when, and what follows afterwards. */
export function HandlingFields({ policy, onChange }: { policy: HandlingPolicy; onChange: (policy: HandlingPolicy) => void }) {
  return (
    <>
      <Form.Item label="哪些情况一报告就开始联合处置">
        <Checkbox.Group
          options={KINDS}
          value={[...policy.opensFor]}
          onChange={(opensFor: IncidentKind[]) => onChange({ ...policy, opensFor })}
        />
      </Form.Item>
      {HANDLING_STEP_KEYS.map(step => {
        const change = (part: Partial<HandlingPolicy['steps'][typeof step]>) =>
          onChange({ ...policy, steps: { ...policy.steps, [step]: { ...policy.steps[step], ...part } } });
        return (
          <div key={step} className="fields">
            <Form.Item label={`${HANDLING_STEPS[step]}：由谁`} htmlFor={`owner-${step}`}>
              <Select id={`owner-${step}`} options={OWNERS} value={policy.steps[step].owner} onChange={owner => change({ owner })} />
            </Form.Item>
            <NumberField
              id={`minutes-${step}`}
              label="报告后多久以内"
              value={policy.steps[step].minutes}
              min={1}
              max={10_080}
              unit="分钟"
              onNumber={minutes => change({ minutes })}
            />
          </div>
        );
      })}
      <Form.Item label="定点医院（一家一家输入，按回车）" htmlFor="handling-hospitals">
        <Select
          id="handling-hospitals"
          mode="tags"
          open={false}
          maxCount={20}
          value={[...policy.hospitals]}
          onChange={(hospitals: string[]) => onChange({ ...policy, hospitals: hospitals.map(name => name.trim()).filter(Boolean) })}
        />
      </Form.Item>
      <div className="fields">
        {NUMBERS.map(([name, label, min, max, unit]) => (
          <NumberField
            key={name}
            id={name}
            label={label}
            value={policy[name]}
            min={min}
            max={max}
            unit={unit}
            onNumber={value => onChange({ ...policy, [name]: value })}
          />
        ))}
      </div>
    </>
  );
}
