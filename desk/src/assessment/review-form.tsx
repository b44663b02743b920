import { recordRiskReview } from '@guanhu/shared/assessment/assessment.routes';
import { RISK_MEANINGS } from '@guanhu/shared/assessment/assessment.terms';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { STABILITIES, STABILITY_KEYS, type Stability } from '@guanhu/shared/policy/stability.terms';
import { RISK_RATINGS, type RiskRating } from '@guanhu/shared/registry/risk-rating.rules';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';

/** The doctor's review: the level in the form's own words, the class, what there is to say of the diagnosis. */
export function ReviewForm({ patientId, onClose }: { patientId: string; onClose: () => void }) {
  const today = todayInChina();
  const [reviewId] = useState(newKey);
  const [risk, setRisk] = useState<RiskRating>();
  const [stability, setStability] = useState<Stability>();
  const [on, setOn] = useState(today);
  const [note, setNote] = useState('');
  const write = useWrite(recordRiskReview, onClose);
  const submit = () =>
    risk !== undefined &&
    stability !== undefined &&
    write.run({
      params: { patientId },
      body: { reviewId, on, risk, stability, ...(note.trim() === '' ? {} : { note: note.trim() }) },
    });
  return (
    <Form layout="vertical" className="form-narrow" onFinish={() => void submit()}>
      <Form.Item label="危险性">
        <Radio.Group
          aria-label="危险性"
          value={risk}
          onChange={event => setRisk(event.target.value as RiskRating)}
          style={{ display: 'grid', gap: 6 }}
          options={RISK_RATINGS.map(value => ({ value, label: `${value} 级：${RISK_MEANINGS[value]}` }))}
        />
      </Form.Item>
      <Form.Item label="病情分类">
        <Radio.Group
          aria-label="病情分类"
          value={stability}
          onChange={event => setStability(event.target.value as Stability)}
          options={STABILITY_KEYS.map(value => ({ value, label: STABILITIES[value].label }))}
        />
      </Form.Item>
      <Form.Item label="诊断复核（只有医生能看）" htmlFor="review-note">
        <Input.TextArea id="review-note" rows={2} maxLength={1000} value={note} onChange={event => setNote(event.target.value)} />
      </Form.Item>
      <Form.Item label="评估日期" htmlFor="review-on">
        <DayInput id="review-on" value={on} min={addDays(today, -7)} max={today} onDay={setOn} />
      </Form.Item>
      <Refusal of={write} />
      <div className="actions">
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" htmlType="submit" loading={write.busy} disabled={risk === undefined || stability === undefined}>
          记录评估
        </Button>
      </div>
    </Form>
  );
}
