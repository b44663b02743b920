import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { apart, staffTasks, taskRow } from './tasks.ts';

const today = calendarDate('2026-11-21');
const task = {
  taskId: 't',
  kind: 'visit' as const,
  reason: null,
  seat: 'gridWorker' as const,
  patientId: 'p',
  patientName: '某人',
  villageName: '竹坪村',
  dueOn: today,
  timing: 'today' as const,
  overdueDays: 0,
  attempts: 0,
  causeId: null,
};

describe('a row of today', () => {
  it('says where, whom and when', () => {
    expect(taskRow(task, today)).toMatchObject({ title: '竹坪村 · 某人', sub: '上门随访', when: '今天', tone: 'warn', page: 'visit' });
    expect(taskRow({ ...task, timing: 'overdue', overdueDays: 2 }, today)).toMatchObject({ when: '超 2 天', tone: 'late' });
    expect(taskRow({ ...task, timing: 'ahead', dueOn: calendarDate('2026-11-26') }, today)).toMatchObject({ when: '周四', tone: 'calm' });
  });
  it('says why to call and how often nobody answered', () => {
    const call = { ...task, kind: 'call' as const, reason: 'medicationSilence' as const, attempts: 2 };
    expect(taskRow(call, today)).toMatchObject({ page: 'call', sub: '连续几天没有确认服药，打过 2 次没人接' });
  });
  it('opens the form of a review and of an exam', () => {
    expect(taskRow({ ...task, kind: 'riskReview' }, today)).toMatchObject({ page: 'review', sub: '定期评估' });
    expect(taskRow({ ...task, kind: 'healthExam' }, today)).toMatchObject({ page: 'exam', sub: '健康体检' });
  });
  it('says of a case review where it is done, and does not pass for a visit', () => {
    const confidential = { ...task, kind: 'concernReview', seat: 'office', patientName: null } as const;
    expect(taskRow(confidential, today)).toMatchObject({ page: 'desk', title: task.villageName, sub: '核查保密报告，在电脑上办理' });
    expect(taskRow({ ...task, kind: 'caseReview' }, today)).toMatchObject({ page: 'case', sub: '个案管理评审，在电脑上办理' });
  });
  it('opens the medicine for what is injected or fetched', () => {
    expect(taskRow({ ...task, kind: 'refill' }, today)).toMatchObject({ page: 'medicine', sub: '续药，快吃完了' });
    expect(taskRow({ ...task, kind: 'injection', seat: 'doctor' }, today)).toMatchObject({ page: 'medicine', sub: '打长效针' });
  });
  it('opens the village’s round, which is about nobody', () => {
    const round = {
      ...task,
      kind: 'villageRound',
      seat: 'office',
      patientId: null,
      patientName: null,
      villageName: '',
      causeId: 'c',
    } as const;
    expect(taskRow(round, today)).toMatchObject({ page: 'round', causeId: 'c', title: '村里的事', sub: '答复村里的排查' });
  });
  it('keeps the roll-call apart, as one list', () => {
    const rows = [task, { ...task, kind: 'rollCall' as const }, { ...task, kind: 'rollCall' as const }].map(each => taskRow(each, today));
    expect(apart(rows)).toMatchObject({ rollCalls: [{ page: 'rollCall' }, { page: 'rollCall' }], others: [{ page: 'visit' }] });
  });
  it('belongs to staff unless it is a guardian’s', () => {
    expect(staffTasks([task, { ...task, seat: 'guardian', kind: 'medicationConfirmation' }])).toEqual([task]);
  });
});
