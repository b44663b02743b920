import type { AppraisalDetail } from '@guanhu/shared/appraisal/appraisal.contract';
import { OBJECTION_LEVELS } from '@guanhu/shared/appraisal/appraisal.terms';
import { recordObjection, recordTraining } from '@guanhu/shared/appraisal/objections.routes';
import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { Card } from '../ui/columns.tsx';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { dayInWords, todayInChina } from '../ui/words.ts';

/** What somebody of the village does for the guardian: objects when asked to, and notes a training. */
export function ForGuardianCard({ appraisal }: { appraisal: AppraisalDetail }) {
  if (!appraisal.mayRecordObjection && !appraisal.mayRecordTraining) return null;
  return (
    <Card title="替监护人办">
      {appraisal.mayRecordObjection && <ObjectionForm appraisalId={appraisal.id} may={appraisal.mayRecordObjection} />}
      {appraisal.mayRecordTraining && <TrainingForm appraisal={appraisal} />}
    </Card>
  );
}

function ObjectionForm({ appraisalId, may }: { appraisalId: string; may: NonNullable<AppraisalDetail['mayRecordObjection']> }) {
  const [words, setWords] = useState('');
  const [objectionId, setObjectionId] = useState(newKey);
  const record = useWrite(recordObjection, () => {
    setWords('');
    setObjectionId(newKey());
  });
  return (
    <Form
      layout="vertical"
      className="form-narrow"
      onFinish={() => void record.run({ params: { appraisalId }, body: { objectionId, words: words.trim() } })}
    >
      <Form.Item label={`监护人托您提异议：向${OBJECTION_LEVELS[may.level]}，${dayInWords(may.until)}前`} htmlFor="objection-words">
        <Input.TextArea
          id="objection-words"
          rows={3}
          maxLength={1000}
          placeholder="照监护人的原话写"
          value={words}
          onChange={event => setWords(event.target.value)}
        />
      </Form.Item>
      <Refusal of={record} />
      <Button htmlType="submit" disabled={words.trim() === ''} loading={record.busy}>
        替监护人提异议
      </Button>
    </Form>
  );
}

function TrainingForm({ appraisal: { id, from, to } }: { appraisal: AppraisalDetail }) {
  const [onDay, setOnDay] = useState<CalendarDate>();
  const [topic, setTopic] = useState('');
  const [trainingId, setTrainingId] = useState(newKey);
  const record = useWrite(recordTraining, () => {
    setTopic('');
    setOnDay(undefined);
    setTrainingId(newKey());
  });
  const today = todayInChina();
  return (
    <Form
      layout="vertical"
      className="form-narrow"
      onFinish={() => onDay && void record.run({ params: { appraisalId: id }, body: { trainingId, onDay, topic: topic.trim() } })}
    >
      <Form.Item label="登记监护人参加的培训：日期" htmlFor="training-day">
        <DayInput id="training-day" value={onDay} min={from} max={to < today ? to : today} onDay={setOnDay} />
      </Form.Item>
      <Form.Item label="内容" htmlFor="training-topic">
        <Input id="training-topic" maxLength={60} value={topic} onChange={event => setTopic(event.target.value)} />
      </Form.Item>
      <Refusal of={record} />
      <Button htmlType="submit" disabled={onDay === undefined || topic.trim() === ''} loading={record.busy}>
        登记培训
      </Button>
    </Form>
  );
}
