import { askedFirst } from './asked-first.ts';

const rows = [
  { decisionId: 'late', dueOn: '2026-11-30' },
  { decisionId: 'soon', dueOn: '2026-11-20' },
  { decisionId: 'asked', dueOn: '2026-12-31' },
];
const order = (asked?: string) => askedFirst(rows, asked).map(row => row.decisionId);

it('shows what the task is about first, then what is due soonest', () => {
  expect(order('asked')).toEqual(['asked', 'soon', 'late']);
  expect(order()).toEqual(['soon', 'late', 'asked']);
  expect(order('gone')).toEqual(['soon', 'late', 'asked']);
});
