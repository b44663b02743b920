import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { lettersInOrder } from './letters-in-order.ts';

const letter = (letterId: string, dueOn: string, state: 'open' | 'answered' | 'closed' = 'open') => ({
  letterId,
  dueOn: calendarDate(dueOn),
  state,
});
const rows = [
  letter('answered', '2026-11-01', 'answered'),
  letter('later', '2026-11-30'),
  letter('closed', '2026-10-01', 'closed'),
  letter('sooner', '2026-11-20'),
];

it('puts the unanswered first, by their day, and keeps what is over apart', () => {
  const { live, over } = lettersInOrder(rows, undefined);
  expect(live.map(row => row.letterId)).toEqual(['sooner', 'later', 'answered']);
  expect(over.map(row => row.letterId)).toEqual(['closed']);
});

it('begins with the one that a task asks for', () => {
  expect(lettersInOrder(rows, 'later').live[0]?.letterId).toBe('later');
  expect(lettersInOrder(rows, 'closed').live[0]?.letterId).toBe('sooner');
});
