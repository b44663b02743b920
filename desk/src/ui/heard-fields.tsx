import { addDays, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Form, Input } from 'antd';
import { useState } from 'react';
import { DayInput } from './day-input.tsx';
import { todayInChina } from './words.ts';

type Heard = { readonly reason: string; readonly guardianSaid: string; readonly guardianHeardOn: CalendarDate };

/** What a decision against a guardian rests on: the reason, what the guardian said to it, and when. Complete, or undefined. */
export function useHeard() {
  const [reason, setReason] = useState('');
  const [said, setSaid] = useState('');
  const [on, setOn] = useState<CalendarDate>();
  const heard: Heard | undefined =
    on === undefined || reason.trim() === '' || said.trim() === ''
      ? undefined
      : { reason: reason.trim(), guardianSaid: said.trim(), guardianHeardOn: on };
  const today = todayInChina();
  const fields = (
    <>
      <Form.Item label="理由和依据" htmlFor="heard-reason">
        <Input.TextArea id="heard-reason" rows={3} maxLength={500} value={reason} onChange={event => setReason(event.target.value)} />
      </Form.Item>
      <Form.Item label="监护人怎么说（照原话写）" htmlFor="heard-said">
        <Input.TextArea id="heard-said" rows={2} maxLength={500} value={said} onChange={event => setSaid(event.target.value)} />
      </Form.Item>
      <Form.Item label="听取监护人意见的日期" htmlFor="heard-on">
        <DayInput id="heard-on" value={on} min={addDays(today, -730)} max={today} onDay={setOn} />
      </Form.Item>
    </>
  );
  return { heard, fields };
}
