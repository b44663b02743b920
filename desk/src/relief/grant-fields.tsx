import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { termEnd } from '@guanhu/shared/relief/relief-life.rules';
import { GRANT_RHYTHMS, type GrantRhythm } from '@guanhu/shared/relief/relief.terms';
import { Form, Input, Select } from 'antd';
import { useState } from 'react';
import { DayInput } from '../ui/day-input.tsx';
import { todayInChina } from '../ui/words.ts';
import { fenTyped } from '@guanhu/shared/kernel/yuan-typed';

/**
 * From when to when and how much; undefined while what is typed is no amount. @param termMonths how long the county grants it for; null: it
 * goes on
 */
export function useGrantTyped(termMonths: number | null) {
  const [from, setFrom] = useState(todayInChina());
  const [typedUntil, setUntil] = useState<CalendarDate>();
  const until = typedUntil ?? termEnd(from, termMonths) ?? undefined;
  const [typed, setTyped] = useState('');
  const [rhythm, setRhythm] = useState<GrantRhythm>('month');
  const amountFen = typed.trim() === '' ? null : fenTyped(typed);
  const grant = amountFen === undefined ? undefined : { from, until: until ?? null, amountFen, rhythm: amountFen === null ? null : rhythm };
  const fields = (
    <>
      <Form.Item label="从哪天起" htmlFor="grant-from">
        <DayInput id="grant-from" value={from} onDay={setFrom} />
      </Form.Item>
      <Form.Item label="到哪天止" htmlFor="grant-until" extra="不填就是长期">
        <DayInput id="grant-until" value={until} min={from} onDay={setUntil} />
      </Form.Item>
      <Form.Item
        label="金额（元，没有就不填）"
        htmlFor="grant-amount"
        {...(amountFen === undefined ? { validateStatus: 'error' as const } : {})}
      >
        <Input id="grant-amount" value={typed} onChange={event => setTyped(event.target.value)} style={{ maxWidth: 200 }} />
      </Form.Item>
      <Form.Item label="多久发一次" htmlFor="grant-rhythm">
        <Select
          id="grant-rhythm"
          value={rhythm}
          onChange={setRhythm}
          options={Object.entries(GRANT_RHYTHMS).map(([value, label]) => ({ value: value as GrantRhythm, label }))}
          style={{ maxWidth: 200 }}
        />
      </Form.Item>
    </>
  );
  return { grant, fields };
}
