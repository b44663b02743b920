import type { ExchangePolicy } from '@guanhu/shared/policy/exchange-policy.terms';
import { NumberField } from './number-field.tsx';

/** When the month's exchange opens and until when lists are in time. */
export const ExchangeFields = ({ policy, onChange }: { policy: ExchangePolicy; onChange: (policy: ExchangePolicy) => void }) => (
  <div className="fields">
    <NumberField
      id="exchange-opens"
      label="每月几号开始"
      value={policy.opensOnDay}
      min={1}
      max={20}
      unit="号"
      onNumber={opensOnDay => onChange({ ...policy, opensOnDay })}
    />
    <NumberField
      id="exchange-deadline"
      label="月底前几天截止交名单"
      value={policy.daysBeforeMonthEnd}
      min={0}
      max={10}
      unit="天"
      onNumber={daysBeforeMonthEnd => onChange({ ...policy, daysBeforeMonthEnd })}
    />
    <NumberField
      id="exchange-remind"
      label="截止前几天提醒没交的部门"
      value={policy.remindDays}
      min={0}
      max={20}
      unit="天"
      onNumber={remindDays => onChange({ ...policy, remindDays })}
    />
  </div>
);

/** The same as people say it. */
export const exchangeFacts = (policy: ExchangePolicy): readonly (readonly [string, string])[] => [
  ['每月开始', `${policy.opensOnDay} 号`],
  ['交名单截止', policy.daysBeforeMonthEnd === 0 ? '月底最后一天' : `月底前 ${policy.daysBeforeMonthEnd} 天`],
  ['提醒没交的部门', `截止前 ${policy.remindDays} 天`],
];
