import type { CalendarDate } from '@guanhu/shared/kernel/calendar-date';
import { whatIsDue } from './what-is-due.ts';

const day = (text: string) => text as CalendarDate;
const TODAY = day('2026-03-10');

describe('what is due for a patient', () => {
  it('knows nothing while nothing was read', () => {
    expect(whatIsDue(undefined, undefined, TODAY)).toEqual([]);
  });

  it('names every seat’s next visit, soonest first, and says which are late', () => {
    const dues = [
      { seat: 'doctor' as const, dueOn: day('2026-03-20'), overdue: false },
      { seat: 'gridWorker' as const, dueOn: day('2026-03-10'), overdue: false },
      { seat: 'police' as const, dueOn: day('2026-03-01'), overdue: true },
    ];
    expect(whatIsDue({ dues, cycles: [] }, undefined, TODAY).map(({ what, when }) => [what, when])).toEqual([
      ['驻村民警随访', 'late'],
      ['网格员随访', 'soon'],
      ['精防医生随访', 'ahead'],
    ]);
  });

  it('leaves out reviews and exams that are not in sight', () => {
    const cycle = (state: 'overdue' | 'due' | 'done' | 'ahead') => ({
      cycle: 'healthExam' as const,
      dueOn: TODAY,
      state,
      lastDoneOn: null,
    });
    const found = whatIsDue({ dues: [], cycles: [cycle('overdue'), cycle('due'), cycle('done'), cycle('ahead')] }, undefined, TODAY);
    expect(found.map(({ when }) => when)).toEqual(['late', 'soon']);
  });

  it('speaks of medicine a week ahead, and of a supply only while medicine is ordered', () => {
    const medicine = (dueOn: string, ordered = true) =>
      whatIsDue(undefined, { injectionsDue: [{ drug: '针', eachMg: 100, dueOn: day(dueOn) }], runsOutOn: day(dueOn), ordered }, TODAY);
    expect(medicine('2026-03-18')).toEqual([]);
    expect(medicine('2026-03-17').map(({ what, when }) => [what, when])).toEqual([
      ['打针：针', 'soon'],
      ['续药', 'soon'],
    ]);
    expect(medicine('2026-03-09').map(({ when }) => when)).toEqual(['late', 'late']);
    expect(medicine('2026-03-09', false).map(({ what }) => what)).toEqual(['打针：针']);
  });
});
