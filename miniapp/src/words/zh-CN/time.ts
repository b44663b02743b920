export const time = {
  today: '今天',
  tomorrow: '明天',
  yesterday: '昨天',
  monthDay: (month: number, day: number) => `${month} 月 ${day} 日`,
  yearMonthDay: (year: string, monthDay: string) => `${year} 年 ${monthDay}`,
};
