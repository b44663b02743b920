import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { clueLine } from './clue-line.ts';

const today = calendarDate('2026-11-21');
const clue = { nameless: '试某', areaName: '甲村', source: 'visit', state: 'toReview', dueOn: today } as const;

it('says until when the next step is due, and is late the day after', () => {
  expect(clueLine(clue, today)).toEqual({ title: '试某', sub: '甲村 · 入户走访，今天以前办', says: '待诊断复核', tone: 'warn' });
  expect(clueLine(clue, calendarDate('2026-11-22'))).toMatchObject({ sub: '甲村 · 入户走访，昨天到期没办', tone: 'late' });
});

it('presses nobody once it has ended, and tells a name that was erased from one that nobody has said', () => {
  const ended = { ...clue, state: 'notConfirmed', dueOn: null } as const;
  expect(clueLine(ended, today)).toEqual({ title: '试某', sub: '甲村 · 入户走访', says: '复核未确认，已结案', tone: 'calm' });
  expect(clueLine({ ...ended, nameless: null }, today).title).toBe('名字已抹去');
  expect(clueLine({ ...clue, nameless: null }, today).title).toBe('还没写是谁');
});
