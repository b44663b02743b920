import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { fen } from '@guanhu/shared/kernel/fen';
import { chainOf, type Batch } from './chain.ts';

const batch: Batch = {
  id: 'b',
  title: '第 3 季度',
  state: 'draft',
  version: 1,
  townshipName: '云坪镇',
  people: 2,
  totalFen: fen(120_000),
  paid: 0,
  failed: 0,
  preparedAt: '2026-11-20T08:02:00.000Z',
  officeName: '社会事务办',
  availableFen: fen(500_000),
  steps: [{ step: 'prepared', by: '制单人', at: '2026-11-20T08:02:00.000Z', mine: false, reason: null }],
  entitlements: [],
  may: { check: true, release: false, return: true, closedBecause: null },
};

describe('the chain of three people', () => {
  it('shows who has done it, marks what is the reader’s to do, and what comes after', () => {
    expect(chainOf(batch, calendarDate('2026-11-21'))).toEqual([
      { title: '制单', sub: '制单人 · 昨天 16:02', state: 'done' },
      { title: '复核（您）', state: 'now' },
      { title: '放款', state: 'ahead' },
    ]);
  });
});
