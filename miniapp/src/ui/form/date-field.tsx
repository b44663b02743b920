import { Picker, View } from '@tarojs/components';
import { calendarDate, isCalendarDate, type CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { yearMonthDay } from '../time.ts';

type DateFieldProps = {
  readonly value: CalendarDate | undefined;
  readonly placeholder: string;
  readonly earliest?: CalendarDate;
  readonly latest?: CalendarDate;
  readonly onChange: (day: CalendarDate) => void;
};

/** A day by the phone's own wheels. */
export function DateField({ value, placeholder, earliest, latest, onChange }: DateFieldProps) {
  return (
    <Picker
      mode="date"
      value={value ?? latest ?? ''}
      {...(earliest ? { start: earliest } : {})}
      {...(latest ? { end: latest } : {})}
      onChange={event => {
        if (isCalendarDate(event.detail.value)) onChange(calendarDate(event.detail.value));
      }}
    >
      <View className="gh-field">{value ? yearMonthDay(value) : placeholder}</View>
    </Picker>
  );
}
