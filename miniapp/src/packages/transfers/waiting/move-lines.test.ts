import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { moveLines } from './move-lines.ts';

const today = calendarDate('2026-06-15');
const told = {
  fromVillage: '东村',
  toVillage: '西村',
  reason: '随女儿住',
  proposedBy: '试甲',
  proposedAt: '2026-06-14T08:02:00Z',
  answer: null,
  answeredBy: null,
  answeredAt: null,
  state: 'waiting',
} as const;
const begins = ['从东村到西村', '原因：随女儿住', '试甲提出，昨天 16:02'];
const answered = { answeredBy: '试乙', answeredAt: '2026-06-15T01:30:00Z' } as const;

it('says from where to where, and who took somebody over', () => {
  expect(moveLines(told, today)).toEqual(begins);
  expect(moveLines({ ...told, ...answered, state: 'accepted' }, today)).toEqual([...begins, '试乙答复，今天 09:30']);
});

it('says why somebody was sent back, and who is responsible after that', () => {
  expect(moveLines({ ...told, ...answered, state: 'rejected', answer: '查无此住址' }, today)).toEqual([
    ...begins,
    '试乙答复，今天 09:30',
    '退回原因：查无此住址',
    '仍由原来的村负责。',
  ]);
  expect(moveLines({ ...told, ...answered, state: 'withdrawn' }, today)).toEqual([...begins, '仍由原来的村负责。']);
});
