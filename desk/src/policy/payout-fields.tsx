import type { PayoutPolicy, Policy } from '@guanhu/shared/policy/policy.terms';
import { NumberField } from './number-field.tsx';

const BILLS_AT = { claim: '监护人点“领取”时', release: '放款时一次全部' } as const;

export function PayoutFields({ policy, onChange }: { policy: PayoutPolicy; onChange: (policy: Policy) => void }) {
  const remind = (place: number, hours: number) => {
    onChange({ ...policy, remindAfterHours: policy.remindAfterHours.map((each, n) => (n === place ? hours : each)) });
  };
  return (
    <div className="fields">
      <label className="field" htmlFor="bills-at">
        <span>什么时候向微信发起转账</span>
        <select
          id="bills-at"
          value={policy.billsAt}
          onChange={event => {
            onChange({ ...policy, billsAt: event.target.value === 'release' ? 'release' : 'claim' });
          }}
        >
          {Object.entries(BILLS_AT).map(([at, label]) => (
            <option key={at} value={at}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {policy.remindAfterHours.map((hours, place) => (
        <NumberField
          key={place}
          id={`remind-${String(place)}`}
          label={`发起后第 ${String(place + 1)} 次提醒确认`}
          value={hours}
          min={1}
          max={23}
          unit="小时"
          onNumber={hoursNow => {
            remind(place, hoursNow);
          }}
        />
      ))}
    </div>
  );
}

/** The same to read. */
export const payoutFacts = (policy: PayoutPolicy): (readonly [string, string])[] => [
  ['发起微信转账', BILLS_AT[policy.billsAt]],
  ['没有确认收款', policy.remindAfterHours.map(hours => `${String(hours)} 小时后提醒`).join('，') || '不提醒'],
];
