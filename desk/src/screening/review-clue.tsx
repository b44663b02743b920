import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import type { ClueAnswer } from '@guanhu/shared/screening/clue.contract';
import { reviewClue } from '@guanhu/shared/screening/clue.routes';
import { FINDINGS, type Finding } from '@guanhu/shared/screening/clue.terms';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';

/** What a psychiatrist found. The software proposes nothing here. */
export function ReviewClue({ clue }: { clue: ClueAnswer }) {
  const today = todayInChina();
  const [patientId] = useState(newKey);
  const [finding, setFinding] = useState<Finding>();
  const [reviewedOn, setDay] = useState(today);
  const [words, setWords] = useState({ psychiatrist: '', hospital: '', opinion: '' });
  const write = useWrite(reviewClue);
  const { psychiatrist, hospital, opinion } = words;
  const ready = finding !== undefined && psychiatrist.trim() !== '' && hospital.trim() !== '';
  const send = () => {
    if (finding === undefined) return;
    void write.run({
      params: { clueId: clue.clueId },
      body: {
        version: clue.version,
        finding,
        reviewedOn,
        patientId,
        psychiatrist: psychiatrist.trim(),
        hospital: hospital.trim(),
        ...(opinion.trim() !== '' && { opinion: opinion.trim() }),
      },
    });
  };
  return (
    <Card title="诊断复核">
      <Form layout="vertical" className="form-narrow">
        <div className="fields">
          <Form.Item label="精神科医师" htmlFor="review-by">
            <Input
              id="review-by"
              maxLength={30}
              value={psychiatrist}
              onChange={event => setWords({ ...words, psychiatrist: event.target.value })}
            />
          </Form.Item>
          <Form.Item label="医院" htmlFor="review-at">
            <Input
              id="review-at"
              maxLength={60}
              value={hospital}
              onChange={event => setWords({ ...words, hospital: event.target.value })}
            />
          </Form.Item>
          <Form.Item label="哪天看的" htmlFor="review-on">
            <DayInput id="review-on" value={reviewedOn} min={dayOf(new Date(clue.reportedAt))} max={today} onDay={setDay} />
          </Form.Item>
        </div>
        <Form.Item label="结论">
          <Radio.Group
            aria-label="结论"
            value={finding}
            onChange={event => setFinding(event.target.value as Finding)}
            options={Object.entries(FINDINGS).map(([value, label]) => ({ value, label }))}
            vertical
          />
        </Form.Item>
        <Form.Item label="意见（可不填）" htmlFor="review-words">
          <Input.TextArea
            id="review-words"
            rows={2}
            maxLength={500}
            value={opinion}
            onChange={event => setWords({ ...words, opinion: event.target.value })}
          />
        </Form.Item>
      </Form>
      <Refusal of={write} />
      <Button type="primary" disabled={!ready} loading={write.busy} onClick={send}>
        写下复核结论
      </Button>
    </Card>
  );
}
