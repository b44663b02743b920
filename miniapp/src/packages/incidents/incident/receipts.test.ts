import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { headline, receiptLine } from './receipts.ts';

const at = '2026-11-21T08:02:00.000Z';
const receipt = (state: 'vacant' | 'notTold' | 'told' | 'read' | 'acknowledged', post: 'police' | 'doctor' = 'police') => ({
  post,
  round: 1,
  state,
  toldAt: state === 'vacant' || state === 'notTold' ? null : at,
  readAt: state === 'read' || state === 'acknowledged' ? at : null,
  acknowledgedAt: state === 'acknowledged' ? at : null,
  mine: false,
});

describe('who has been told', () => {
  it('says so for each post, with the time, and never that the police were called', () => {
    expect(receiptLine(receipt('told'), calendarDate('2026-11-21'))).toEqual({
      post: '驻村民警',
      words: '已通知，还没看',
      when: '今天 16:02',
      tone: 'warn',
    });
    expect(receiptLine(receipt('vacant'), calendarDate('2026-11-21'))).toMatchObject({ words: '暂无人', when: '' });
  });
  it('sums it up without promising more than happened', () => {
    expect(headline({ receipts: [receipt('vacant')], handled: false })).toContain('还没有通知到任何人');
    expect(headline({ receipts: [receipt('told'), receipt('vacant', 'doctor')], handled: false })).toBe('已通知 1 人，还没有人看到');
    expect(headline({ receipts: [receipt('told'), receipt('read', 'doctor')], handled: false })).toBe('已通知 2 人，1 人看到了');
    expect(receiptLine(receipt('notTold'), calendarDate('2026-11-21'))).toMatchObject({ words: '还没通知到', when: '' });
    expect(headline({ receipts: [receipt('notTold')], handled: false })).toContain('还没有通知到任何人');
    expect(headline({ receipts: [receipt('told'), receipt('notTold', 'doctor')], handled: false })).toBe(
      '已通知 1 人，还没有人看到；1 人还没通知到',
    );
    expect(headline({ receipts: [receipt('acknowledged'), receipt('told', 'doctor')], handled: false })).toBe('已经有人在处理');
    expect(headline({ receipts: [receipt('told')], handled: true })).toBe('已经处理完了');
  });
});
