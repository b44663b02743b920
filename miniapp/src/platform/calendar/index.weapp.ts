import Taro from '@tarojs/taro';
import type { CalendarAdded, DailyEntry } from './calendar.ts';

/** Whether this phone's calendar can be written to; otherwise nothing is offered. */
export const hasCalendar = (): boolean => Taro.canIUse('addPhoneRepeatCalendar');

/** Puts an entry that comes every day into the phone's own calendar; works without any credit for messages. The person is asked by WeChat. */
export async function addDaily({ title, at }: DailyEntry): Promise<CalendarAdded> {
  if (!hasCalendar()) return 'unsupported';
  try {
    await Taro.addPhoneRepeatCalendar({
      title,
      startTime: Math.floor(at.getTime() / 1000),
      allDay: false,
      repeatInterval: 'day',
      alarm: true,
      alarmOffset: 0,
    });
    return 'added';
  } catch {
    return 'refused';
  }
}
