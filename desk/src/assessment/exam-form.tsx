import { recordHealthExam } from '@guanhu/shared/assessment/assessment.routes';
import { ECG_FINDINGS, EXAM_NUMBERS, type EcgFinding, type ExamNumber } from '@guanhu/shared/assessment/assessment.terms';
import { readExam, type ExamTyped } from '@guanhu/shared/assessment/exam-typed.rules';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { Button, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { newKey } from '../app/api.ts';
import { useWrite } from '../app/use-write.ts';
import { DayInput } from '../ui/day-input.tsx';
import { Refusal } from '../ui/states.tsx';
import { todayInChina } from '../ui/words.ts';

/** A health exam: every value may stay blank. */
export function ExamForm({ patientId, onClose }: { patientId: string; onClose: () => void }) {
  const today = todayInChina();
  const [examId] = useState(newKey);
  const [typed, setTyped] = useState<ExamTyped>({});
  const [on, setOn] = useState(today);
  const [where, setWhere] = useState('');
  const [tried, setTried] = useState(false);
  const write = useWrite(recordHealthExam, onClose);
  const read = readExam(typed);
  const submit = () => {
    setTried(true);
    if (!('values' in read)) return undefined;
    const place = where.trim();
    return write.run({ params: { patientId }, body: { examId, on, values: read.values, ...(place === '' ? {} : { where: place }) } });
  };
  return (
    <Form layout="vertical" onFinish={() => void submit()}>
      <div className="fields">
        {(Object.keys(EXAM_NUMBERS) as ExamNumber[]).map(name => (
          <Form.Item key={name} label={EXAM_NUMBERS[name].label} htmlFor={`exam-${name}`}>
            <Input
              id={`exam-${name}`}
              inputMode="decimal"
              suffix={EXAM_NUMBERS[name].unit}
              value={typed[name] ?? ''}
              style={{ width: 150 }}
              onChange={event => setTyped({ ...typed, [name]: event.target.value })}
            />
          </Form.Item>
        ))}
      </div>
      <Form.Item label="心电图">
        <Radio.Group
          aria-label="心电图"
          value={typed.ecg}
          onChange={event => setTyped({ ...typed, ecg: event.target.value as EcgFinding })}
          options={Object.entries(ECG_FINDINGS).map(([value, label]) => ({ value, label }))}
        />
      </Form.Item>
      {typed.ecg === 'abnormal' && (
        <Form.Item label="心电图怎么异常" htmlFor="exam-ecg-note">
          <Input
            id="exam-ecg-note"
            maxLength={200}
            value={typed.ecgNote ?? ''}
            onChange={event => setTyped({ ...typed, ecgNote: event.target.value })}
          />
        </Form.Item>
      )}
      <Form.Item label="一般情况" htmlFor="exam-general">
        <Input.TextArea
          id="exam-general"
          rows={2}
          maxLength={500}
          value={typed.general ?? ''}
          onChange={event => setTyped({ ...typed, general: event.target.value })}
        />
      </Form.Item>
      <div className="fields">
        <Form.Item label="体检日期" htmlFor="exam-on">
          <DayInput id="exam-on" value={on} min={addDays(today, -366)} max={today} onDay={setOn} />
        </Form.Item>
        <Form.Item label="在哪里（可不填）" htmlFor="exam-where">
          <Input id="exam-where" maxLength={60} value={where} style={{ width: 240 }} onChange={event => setWhere(event.target.value)} />
        </Form.Item>
      </div>
      {tried && 'faults' in read && (
        <ul className="faults" role="alert">
          {read.faults.map(words => (
            <li key={words}>{words}</li>
          ))}
        </ul>
      )}
      <Refusal of={write} />
      <div className="actions">
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" htmlType="submit" loading={write.busy}>
          记录体检
        </Button>
      </div>
    </Form>
  );
}
