import { urgentFirst } from './urgent-first.ts';

it('puts the most urgent first, and what has stood longest before what is newer', () => {
  const row = (grade: 1 | 2 | 3, since: string) => ({ grade, since });
  const rows = [row(1, '2026-11-01'), row(3, '2026-11-20'), row(2, '2026-11-02'), row(3, '2026-11-10')];
  expect(urgentFirst(rows).map(({ grade, since }) => `${String(grade)} ${since}`)).toEqual([
    '3 2026-11-10',
    '3 2026-11-20',
    '2 2026-11-02',
    '1 2026-11-01',
  ]);
});
