import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { VISITING_SEATS, type BandRule, type VisitingSeat, type VisitPolicy } from '@guanhu/shared/policy/policy.terms';
import { SHIPPED_VISIT_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { Button, Form, InputNumber } from 'antd';
import { NumberField } from './number-field.tsx';

/** Bands from a shipped scheme, with the county's own intervals. */
export function VisitFields({ policy, onChange }: { policy: VisitPolicy; onChange: (policy: VisitPolicy) => void }) {
  const setDays = (band: BandRule, seat: VisitingSeat, days: number | null) => {
    const { [seat]: _, ...rest } = band.intervalDays;
    const intervalDays = days === null ? rest : { ...rest, [seat]: days };
    onChange({ ...policy, bands: policy.bands.map(each => (each.key === band.key ? { ...each, intervalDays } : each)) });
  };
  return (
    <>
      <Form.Item label="分档方式">
        <div className="actions">
          {Object.entries(SHIPPED_VISIT_POLICIES).map(([key, shipped]) => (
            <Button key={key} onClick={() => onChange(shipped.policy)}>
              套用{shipped.label}
            </Button>
          ))}
        </div>
      </Form.Item>
      {policy.bands.map(band => (
        <Form.Item key={band.key} label={`${band.label}：隔几天随访一次（空着就是不上门）`}>
          <div className="fields">
            {VISITING_SEATS.map(seat => (
              <label key={seat}>
                <span className="small">{SEAT_LABELS[seat]}&emsp;</span>
                <InputNumber
                  aria-label={`${band.label} ${SEAT_LABELS[seat]}`}
                  value={band.intervalDays[seat] ?? null}
                  min={1}
                  max={366}
                  precision={0}
                  style={{ width: 90 }}
                  onChange={days => setDays(band, seat, days)}
                />
              </label>
            ))}
          </div>
        </Form.Item>
      ))}
      <div className="fields">
        <NumberField
          id="grace"
          label="到期后几天算超期"
          value={policy.graceDays}
          min={0}
          max={30}
          unit="天"
          onNumber={graceDays => onChange({ ...policy, graceDays })}
        />
        <NumberField
          id="horizon"
          label="提前几天列入待办"
          value={policy.horizonDays}
          min={0}
          max={30}
          unit="天"
          onNumber={horizonDays => onChange({ ...policy, horizonDays })}
        />
      </div>
    </>
  );
}
