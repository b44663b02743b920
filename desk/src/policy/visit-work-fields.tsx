import { SCORE_ITEMS, type VisitWorkPolicy } from '@guanhu/shared/policy/visit-work.terms';
import { SCORE_FIELDS } from '@guanhu/shared/visits/score-form.terms';
import { Form, Input, InputNumber, Radio } from 'antd';
import { NumberField } from './number-field.tsx';

type Part = { readonly [K in keyof VisitWorkPolicy]: VisitWorkPolicy[K] extends number ? K : never }[keyof VisitWorkPolicy];
const NUMBERS: readonly (readonly [Part, string, number, number, string])[] = [
  ['farFromHomeMetres', '离平时上门的地方多远算远', 500, 100_000, '米'],
  ['homeFromVisits', '几次上门才知道平时的地方', 1, 5, '次'],
  ['tooFastMinutes', '签到后几分钟内填完算快', 0, 60, '分钟'],
  ['tooCloseMinutes', '两次签到隔几分钟内算近', 0, 120, '分钟'],
  ['sameTextFrom', '说明几个字以上才比较', 1, 100, '字'],
  ['lateAfterDays', '签到几天后再填要写原因', 0, 30, '天'],
  ['retryDays', '没有访到，几天内再去', 1, 14, '天'],
  ['lostAfterMisses', '连续几次没有访到算失访', 2, 10, '次'],
  ['lostAfterMonths', '前后超过几个月', 1, 6, '个月'],
  ['unlockHours', '发现关锁，几小时内解锁', 1, 168, '小时'],
  ['twoFromRisk', '危险性几级起建议两人上门', 0, 5, '级'],
  ['checkOutMinutes', '签到后多久没离开，手机问一声', 15, 480, '分钟'],
  ['helpAfterMinutes', '再过多久没回应，请人帮忙', 5, 120, '分钟'],
];

/** How visits are made, and what a reviewer is made aware of. */
export function VisitWorkFields({ policy, onChange }: { policy: VisitWorkPolicy; onChange: (policy: VisitWorkPolicy) => void }) {
  return (
    <>
      <Form.Item label="签到位置">
        <Radio.Group
          aria-label="签到位置"
          value={policy.place}
          onChange={event => onChange({ ...policy, place: event.target.value as VisitWorkPolicy['place'] })}
          options={[
            { value: 'fuzzy', label: '只存大概位置（约 1 公里）' },
            { value: 'precise', label: '存准确位置' },
          ]}
        />
      </Form.Item>
      <div className="fields">
        {(['hoursFrom', 'hoursUntil'] as const).map(name => (
          <Form.Item key={name} label={name === 'hoursFrom' ? '平常随访从' : '平常随访到'} htmlFor={name}>
            <Input
              id={name}
              type="time"
              value={policy[name]}
              style={{ width: 140 }}
              onChange={event => event.target.value !== '' && onChange({ ...policy, [name]: event.target.value.slice(0, 5) })}
            />
          </Form.Item>
        ))}
        {NUMBERS.map(([part, label, min, max, unit]) => (
          <NumberField
            key={part}
            id={part}
            label={label}
            value={policy[part]}
            min={min}
            max={max}
            unit={unit}
            onNumber={value => onChange({ ...policy, [part]: value })}
          />
        ))}
      </div>
      {SCORE_ITEMS.map(item => {
        const field = SCORE_FIELDS.find(each => each.key === item);
        return (
          <Form.Item key={item} label={`积分表：${field?.label ?? ''}（各选项的分）`}>
            <div className="fields">
              {policy.score[item].map((points, index) => (
                <label key={index}>
                  <span className="small">{field?.options?.[index]?.label.slice(0, 12)}&ensp;</span>
                  <InputNumber
                    aria-label={`${field?.label ?? ''} 第 ${index + 1} 项`}
                    value={points}
                    min={0}
                    max={100}
                    precision={0}
                    style={{ width: 80 }}
                    onChange={next =>
                      next !== null &&
                      onChange({
                        ...policy,
                        score: { ...policy.score, [item]: policy.score[item].map((old, at) => (at === index ? next : old)) },
                      })
                    }
                  />
                </label>
              ))}
            </div>
          </Form.Item>
        );
      })}
    </>
  );
}

/** The same as people say it. */
export const visitWorkFacts = (policy: VisitWorkPolicy): readonly (readonly [string, string])[] => [
  ['签到位置', policy.place === 'fuzzy' ? '只存大概位置（约 1 公里）' : '存准确位置'],
  ['平常随访时间', `${policy.hoursFrom} 到 ${policy.hoursUntil}`],
  ...NUMBERS.map(([part, label, , , unit]) => [label, `${policy[part]} ${unit}`] as const),
];
