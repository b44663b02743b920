import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { VISITING_SEATS } from '@guanhu/shared/policy/policy.terms';
import { SHIPPED_VISIT_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import type { SpecialPeriodPolicy } from '@guanhu/shared/policy/special-period-policy.terms';
import { Form, Input, InputNumber, Select } from 'antd';
import { NumberField } from './number-field.tsx';

/** Bands of the policies that counties start from; a county with its own names them by their keys. */
const KNOWN = Object.values(SHIPPED_VISIT_POLICIES).flatMap(({ policy }) => policy.bands.map(({ key, label }) => ({ value: key, label })));
const BANDS = KNOWN.filter((band, index) => KNOWN.findIndex(one => one.value === band.value) === index);
const labelOf = (key: string): string => BANDS.find(band => band.value === key)?.label ?? key;

/** What is done differently in a special period. */
export function SpecialPeriodFields({
  policy,
  onChange,
}: {
  policy: SpecialPeriodPolicy;
  onChange: (policy: SpecialPeriodPolicy) => void;
}) {
  return (
    <>
      <Form.Item label="提出时先选上的分色" htmlFor="period-bands">
        <Select
          id="period-bands"
          mode="multiple"
          value={[...policy.bands]}
          onChange={bands => onChange({ ...policy, bands })}
          options={BANDS}
          style={{ minWidth: 260 }}
        />
      </Form.Item>
      <div className="fields">
        <Form.Item label="每日点名到几点" htmlFor="roll-call-until">
          <Input
            id="roll-call-until"
            type="time"
            value={policy.rollCallUntil}
            style={{ width: 140 }}
            onChange={event => event.target.value !== '' && onChange({ ...policy, rollCallUntil: event.target.value.slice(0, 5) })}
          />
        </Form.Item>
        <NumberField
          id="period-days"
          label="一个时期最长几天"
          value={policy.mostDays}
          min={1}
          max={92}
          unit="天"
          onNumber={mostDays => onChange({ ...policy, mostDays })}
        />
        {VISITING_SEATS.map(seat => (
          <Form.Item key={seat} label={`${SEAT_LABELS[seat]}至少几天上门一次`} htmlFor={`every-${seat}`}>
            <InputNumber
              id={`every-${seat}`}
              value={policy.everyDays[seat] ?? null}
              min={1}
              max={366}
              precision={0}
              suffix="天"
              placeholder="照常"
              style={{ width: 140 }}
              onChange={days => onChange({ ...policy, everyDays: { ...policy.everyDays, [seat]: days ?? undefined } })}
            />
          </Form.Item>
        ))}
      </div>
    </>
  );
}

/** The same as people say it. */
export const specialPeriodFacts = (policy: SpecialPeriodPolicy): readonly (readonly [string, string])[] => [
  ['提出时先选上的分色', policy.bands.map(labelOf).join('、') || '不选'],
  ['一个时期最长', `${policy.mostDays} 天`],
  ['每日点名', `到 ${policy.rollCallUntil}，还没点到的告诉村级小组组长`],
  ...VISITING_SEATS.map(
    seat => [`${SEAT_LABELS[seat]}上门`, policy.everyDays[seat] === undefined ? '照常' : `至少 ${policy.everyDays[seat]} 天一次`] as const,
  ),
];
