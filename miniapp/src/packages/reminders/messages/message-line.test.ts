import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { messageLine } from './message-line.ts';

const at = '2026-11-21T08:02:00.000Z';
const today = calendarDate('2026-11-21');
const message = { what: '今天有一件事要办', at, state: 'sent', channel: 'wechat', readAt: null, acknowledgedAt: null } as const;

it('says what was sent, when, and by which way', () => {
  expect(messageLine(message, today)).toEqual({ title: '今天有一件事要办', sub: '今天 16:02 · 微信已发送', state: '没看', tone: 'warn' });
  expect(messageLine({ ...message, channel: 'sms' }, today).sub).toBe('今天 16:02 · 短信已发送');
  expect(messageLine({ ...message, state: 'noCredit', channel: null }, today).sub).toBe('今天 16:02 · 未订阅');
  expect(messageLine({ ...message, state: 'noCredit', channel: 'call' }, today).sub).toBe('今天 16:02 · 会有人打电话告诉您');
});

it('says how far it got with its reader', () => {
  expect(messageLine({ ...message, readAt: at }, today)).toMatchObject({ state: '已看', tone: 'calm' });
  expect(messageLine({ ...message, readAt: at, acknowledgedAt: at }, today)).toMatchObject({ state: '已知道', tone: 'calm' });
  expect(messageLine({ ...message, acknowledgedAt: at }, today)).toMatchObject({ state: '已知道' });
});
