import type { ReminderPolicy } from '@guanhu/shared/policy/policy.terms';
import { PURPOSE_KEYS, PURPOSES } from '@guanhu/shared/reminders/reminders.terms';
import { Form, Input, Select } from 'antd';
import { NumberField } from './number-field.tsx';

const TIMES = [
  ['quietFrom', '不打扰从'],
  ['quietUntil', '不打扰到'],
  ['medicationAt', '提醒服药'],
  ['visitAt', '提醒随访'],
  ['againAt', '下午补提醒'],
] as const;

const NUMBERS = [
  ['callAgainDays', '打过电话后几天内不再打', 1, 30, '天'],
  ['leadAfterDays', '超期几天告诉村级小组组长', 0, 30, '天'],
  ['officeAfterDays', '超期几天告诉社会事务办', 0, 60, '天'],
  ['snoozeMostHours', '稍后提醒最多推迟', 1, 72, '小时'],
  ['pauseMostDays', '暂停提醒最多', 1, 60, '天'],
] as const;

/** When people are told, through what, and who hears of it when nobody acts. */
export const ReminderFields = ({ policy, onChange }: { policy: ReminderPolicy; onChange: (policy: ReminderPolicy) => void }) => (
  <div className="fields">
    {TIMES.map(([name, label]) => (
      <Form.Item key={name} label={label} htmlFor={name}>
        <Input
          id={name}
          type="time"
          value={policy[name]}
          style={{ width: 140 }}
          onChange={event => event.target.value !== '' && onChange({ ...policy, [name]: event.target.value.slice(0, 5) })}
        />
      </Form.Item>
    ))}
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
    <Form.Item label="微信发不到时发短信" htmlFor="smsFor">
      <Select
        id="smsFor"
        mode="multiple"
        value={[...policy.smsFor]}
        style={{ minWidth: 280 }}
        options={PURPOSE_KEYS.map(value => ({ value, label: PURPOSES[value] }))}
        onChange={smsFor => onChange({ ...policy, smsFor })}
      />
    </Form.Item>
  </div>
);
