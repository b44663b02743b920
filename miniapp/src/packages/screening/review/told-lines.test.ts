import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { partialDate } from '@guanhu/shared/kernel/partial-date';
import type { ClueAnswer } from '@guanhu/shared/screening/clue.contract';
import { stepLines, toldLines } from './told-lines.ts';

const today = calendarDate('2026-11-21');
const clue: ClueAnswer = {
  clueId: 'c',
  areaId: 'a',
  areaName: '甲村',
  nameless: '试某',
  state: 'toReview',
  source: 'public',
  whereabouts: 'atHome',
  form: 1,
  group: null,
  reportedAt: '2026-11-20T08:02:00.000Z',
  dueOn: today,
  person: { name: '试甲' },
  yes: [3],
  note: null,
  reportedBy: '试乙',
  hasInformant: false,
  incidentId: null,
  checked: { by: '试丙', at: '2026-11-20T09:00:00.000Z', reason: null },
  review: null,
  patientId: null,
  sameAs: null,
  endedAt: null,
  erasedAt: null,
  version: 2,
};

it('leaves out what nobody knows', () => {
  expect(toldLines(clue, today)).toEqual([
    ['怎么知道的', '群众反映'],
    ['谁报上来的', '试乙，昨天 16:02'],
    ['人现在何处', '在家（上学、上班、休养）'],
  ]);
  const person = { name: '试甲', place: '东头', sex: 'male', born: partialDate('1968') } as const;
  expect(toldLines({ ...clue, group: 6, person }, today).map(([name]) => name)).toEqual([
    '怎么知道的',
    '谁报上来的',
    '人现在何处',
    '住在哪里',
    '性别',
    '出生',
    '排查对象',
  ]);
});

it('says what was done, and what the psychiatrist found once there is a finding', () => {
  expect(stepLines(clue, today)).toEqual([
    ['下一步最晚', '今天'],
    ['核对', '试丙，昨天 17:00'],
  ]);
  const review = { finding: 'suspected', on: today, words: '半年后再看' } as const;
  expect(stepLines({ ...clue, dueOn: null, review }, today).slice(1)).toEqual([
    ['诊断复核', '2026 年 11 月 21 日：还不能确诊，按疑似建档'],
    ['复核意见', '半年后再看'],
  ]);
});
