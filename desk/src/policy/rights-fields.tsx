import { RETENTION_KEYS, type RetentionPolicy, type RightsPolicy } from '@guanhu/shared/policy/policy.terms';
import { RETAINED } from '@guanhu/shared/rights/retention.terms';
import { NumberField } from './number-field.tsx';

type FieldsOf<P> = { policy: P; onChange: (policy: P) => void };

const RIGHTS = [
  ['answerWorkingDays', '几个工作日内答复权利申请', 1, 30, '天'],
  ['breakGlassMinutes', '紧急查看一次多久', 5, 240, '分钟'],
  ['breakGlassReviewDays', '紧急查看几天内复核', 1, 3, '天'],
  ['concernWorkingDays', '保密报告几个工作日内核查', 1, 3, '个工作日'],
  ['exportHours', '批准的导出多久内可以下载', 1, 168, '小时'],
] as const;

export const RightsFields = ({ policy, onChange }: FieldsOf<RightsPolicy>) => (
  <div className="fields">
    {RIGHTS.map(([name, label, min, max, unit]) => (
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
);

/** Logs are kept at least six months. */
const LEAST: { readonly [K in keyof RetentionPolicy['keepDays']]?: number } = { sessions: 183, changeHistory: 183, messages: 183 };

export const RetentionFields = ({ policy, onChange }: FieldsOf<RetentionPolicy>) => (
  <div className="fields">
    {RETENTION_KEYS.map(kind => (
      <NumberField
        key={kind}
        id={kind}
        label={`${RETAINED[kind].label}：几天后删除`}
        value={policy.keepDays[kind]}
        min={LEAST[kind] ?? 7}
        max={36_600}
        unit="天"
        onNumber={value => onChange({ ...policy, keepDays: { ...policy.keepDays, [kind]: value } })}
      />
    ))}
    <NumberField
      id="phoneHours"
      label="手机里存的服务对象：几小时连不上就删除"
      value={policy.phoneHours}
      min={1}
      max={168}
      unit="小时"
      onNumber={value => onChange({ ...policy, phoneHours: value })}
    />
  </div>
);
