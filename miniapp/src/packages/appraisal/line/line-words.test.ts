import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { lineState, objectionWords } from './line-words.ts';

it('never shows as decided what is only expected', () => {
  for (const state of ['expected', 'gathering', 'proposed'] as const)
    expect(lineState({ state, reasons: ['按天累计到今天'] })).toMatch(/^预计/);
  expect(lineState({ state: 'final', reasons: ['两人认定：部分'] })).toBe('两人认定：部分');
  expect(lineState({ state: 'objected', reasons: ['两人认定：部分'] })).toContain('正在核实');
});

it('says of an open objection who answers and by when', () => {
  const objection = {
    id: 'o',
    level: 'township' as const,
    way: 'self' as const,
    state: 'open' as const,
    words: '那天在医院',
    hasVoice: false,
    madeBy: '某某',
    at: '2026-11-22T02:00:00Z',
    dueOn: calendarDate('2026-12-04'),
    officer: '某某（乡镇）',
    answer: null,
  };
  expect(objectionWords(objection)).toContain('12 月 4 日前答复您');
  expect(objectionWords({ ...objection, officer: null })).toContain('正在安排人');
  expect(objectionWords({ ...objection, state: 'refused' })).toBe('维持原认定');
});
