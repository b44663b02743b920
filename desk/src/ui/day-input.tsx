import { isCalendarDate, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { Input } from 'antd';

type DayInputProps = {
  id: string;
  value: CalendarDate | undefined;
  onDay: (day: CalendarDate) => void;
  min?: CalendarDate;
  max?: CalendarDate;
};

/** A day: the browser's own field, which every keyboard knows. */
export const DayInput = ({ id, value, onDay, min, max }: DayInputProps) => (
  <Input
    id={id}
    type="date"
    value={value ?? ''}
    {...(min === undefined ? {} : { min })}
    {...(max === undefined ? {} : { max })}
    onChange={event => isCalendarDate(event.target.value) && onDay(event.target.value)}
    style={{ maxWidth: 200 }}
  />
);
