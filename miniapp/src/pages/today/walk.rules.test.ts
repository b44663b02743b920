import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import fc from 'fast-check';
import type { TaskRow } from './tasks.ts';
import { firstOfWalk, walkFilter, walkOf } from './walk.rules.ts';

const row = (taskId: string, village: string, patientId: string, more: Partial<TaskRow> = {}): TaskRow => ({
  taskId,
  patientId,
  page: 'visit',
  causeId: null,
  village,
  title: `${village} · ${patientId}`,
  sub: '上门随访',
  when: '今天',
  dueOn: calendarDate('2026-06-15'),
  overdueDays: 0,
  tone: 'warn',
  ...more,
});
const late = (days: number) => ({ overdueDays: days, tone: 'late' as const });
const shape = (rows: readonly TaskRow[]) =>
  walkOf(rows).stretches.map(({ village, stops }) => [village, stops.map(({ rows: atDoor }) => atDoor.map(({ taskId }) => taskId))]);

describe('the walk', () => {
  it('goes village by village and does everything behind one door at once', () => {
    expect(
      shape([row('1', '竹坪村', '甲'), row('2', '柳湾村', '乙'), row('3', '竹坪村', '丙'), row('4', '竹坪村', '甲', { page: 'medicine' })]),
    ).toEqual([
      ['竹坪村', [['1', '4'], ['3']]],
      ['柳湾村', [['2']]],
    ]);
  });
  it('begins where something is overdue longest, and with that door', () => {
    expect(
      shape([row('1', '竹坪村', '甲'), row('2', '柳湾村', '乙'), row('3', '柳湾村', '丙', late(2)), row('4', '竹坪村', '丁', late(5))]),
    ).toEqual([
      ['竹坪村', [['4'], ['1']]],
      ['柳湾村', [['3'], ['2']]],
    ]);
  });
  it('puts what is due sooner before what is due later', () => {
    const soon = row('1', '竹坪村', '甲', { dueOn: calendarDate('2026-06-18'), tone: 'calm' });
    expect(shape([soon, row('2', '竹坪村', '乙')])).toEqual([['竹坪村', [['2'], ['1']]]]);
  });
  it('keeps calls apart, the most overdue first', () => {
    const calls = [row('1', '竹坪村', '甲', { page: 'call' }), row('2', '柳湾村', '乙', { page: 'call', ...late(1) })];
    expect(walkOf(calls)).toMatchObject({ stretches: [], calls: [{ taskId: '2' }, { taskId: '1' }] });
  });

  const rows = fc.uniqueArray(
    fc.record({
      id: fc.uuid(),
      village: fc.constantFrom('甲村', '乙村', '丙村'),
      patient: fc.constantFrom('1', '2', '3', '4'),
      days: fc.nat(9),
      call: fc.boolean(),
    }),
    { selector: ({ id }) => id, maxLength: 40 },
  );
  const made = (from: { id: string; village: string; patient: string; days: number; call: boolean }[]) =>
    from.map(({ id, village, patient, days, call }) =>
      row(id, village, `${village}${patient}`, { ...(days > 0 ? late(days) : {}), page: call ? 'call' : 'visit' }),
    );
  it('has every task once, no village and no door twice, and stays the same however the list came', () => {
    fc.assert(
      fc.property(rows, from => {
        const all = made(from);
        const walk = walkOf(all);
        const walked = [...walk.stretches.flatMap(({ stops }) => stops.flatMap(stop => stop.rows)), ...walk.calls].map(
          ({ taskId }) => taskId,
        );
        expect([...walked].sort()).toEqual(all.map(({ taskId }) => taskId).sort());
        const villages = walk.stretches.map(({ village }) => village);
        expect(new Set(villages).size).toBe(villages.length);
        const doors = walk.stretches.flatMap(({ stops }) => stops.map(({ patientId }) => patientId));
        expect(new Set(doors).size).toBe(doors.length);
        expect(walkOf([...all].reverse())).toEqual(walk);
      }),
    );
  });
  it('begins the same however little of it is shown', () => {
    const flat = (walk: ReturnType<typeof walkOf>) => [
      ...walk.calls,
      ...walk.stretches.flatMap(({ stops }) => stops.flatMap(stop => stop.rows)),
    ];
    fc.assert(
      fc.property(rows, fc.nat(12), (from, most) => {
        expect(flat(firstOfWalk(made(from), most))).toEqual(flat(walkOf(made(from))).slice(0, most));
      }),
    );
  });
  it('is never led past the most overdue door of a village', () => {
    fc.assert(
      fc.property(rows, from => {
        for (const { stops } of walkOf(made(from)).stretches) {
          const worst = stops.map(stop => Math.max(...stop.rows.map(({ overdueDays }) => overdueDays)));
          expect(worst).toEqual([...worst].sort((a, b) => b - a));
        }
      }),
    );
  });
});

describe('what is picked out', () => {
  const all = [
    row('1', '竹坪村', '甲', late(3)),
    row('2', '柳湾村', '乙'),
    row('3', '竹坪村', '丙', { tone: 'calm' }),
    row('4', '柳湾村', '丁', { page: 'call' }),
  ];
  it.each([
    ['all', '', ['1', '2', '3', '4']],
    ['late', '', ['1']],
    ['today', '', ['1', '2', '4']],
    ['calls', '', ['4']],
    ['all', ' 竹坪 ', ['1', '3']],
    ['today', '乙', ['2']],
    ['late', '乙', []],
  ] as const)('%s, "%s"', (filter, typed, ids) => {
    expect(walkFilter(all, filter, typed).map(({ taskId }) => taskId)).toEqual(ids);
  });
});
