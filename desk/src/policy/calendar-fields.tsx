import { isCalendarDate, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import type { CalendarPolicy, CalendarYear } from '@guanhu/shared/policy/policy.terms';
import { Button, Form, Input } from 'antd';
import { useState } from 'react';
import { todayInChina } from '../ui/words.ts';

/** Days as a person types them, one a line or with any sign between; what is no day is left out. */
const daysTyped = (text: string): readonly CalendarDate[] => [...new Set(text.split(/[^\d-]+/).filter(isCalendarDate))].sort();

/** The days off and the swapped days of each year, copied from the state's yearly notice. */
export function CalendarFields({ policy, onChange }: { policy: CalendarPolicy; onChange: (policy: CalendarPolicy) => void }) {
  const set = (year: CalendarYear) => onChange({ ...policy, years: policy.years.map(each => (each.year === year.year ? year : each)) });
  const next = Math.max(Number(todayInChina().slice(0, 4)) - 1, ...policy.years.map(each => each.year)) + 1;
  return (
    <>
      {policy.years.map(year => (
        <div key={year.year}>
          <DaysField
            id={`holidays-${year.year}`}
            label={`${year.year} 年放假（周末不用写）`}
            days={year.holidays}
            onDays={holidays => set({ ...year, holidays })}
          />
          <DaysField
            id={`workdays-${year.year}`}
            label={`${year.year} 年调休上班的周末`}
            days={year.workdays}
            onDays={workdays => set({ ...year, workdays })}
          />
        </div>
      ))}
      <Form.Item extra="国务院办公厅每年十一月前后发布下一年的放假安排；没有填的年份只按周末算">
        <Button onClick={() => onChange({ ...policy, years: [...policy.years, { year: next, holidays: [], workdays: [] }] })}>
          增加 {next} 年
        </Button>
      </Form.Item>
    </>
  );
}

type DaysFieldProps = { id: string; label: string; days: readonly CalendarDate[]; onDays: (days: readonly CalendarDate[]) => void };

function DaysField({ id, label, days, onDays }: DaysFieldProps) {
  const [typed, setTyped] = useState(days.join('\n'));
  const type = (text: string) => {
    setTyped(text);
    onDays(daysTyped(text));
  };
  return (
    <Form.Item label={label} htmlFor={id} extra={`写成 2026-10-01，一行一天；认出 ${days.length} 天`}>
      <Input.TextArea id={id} value={typed} autoSize={{ minRows: 2, maxRows: 8 }} onChange={event => type(event.target.value)} />
    </Form.Item>
  );
}
