import { choicesFor, holdUntil } from './hold-choices.ts';

it('offers medicine only what stays within the day', () => {
  expect(choicesFor(true).map(choice => choice.value)).toEqual(['hour', 'threeHours']);
  expect(choicesFor(false)).toHaveLength(5);
});

it('means an instant from now on', () => {
  const now = new Date('2026-06-15T10:00:00.000Z');
  expect(holdUntil('hour', now)).toEqual({ kind: 'snooze', until: '2026-06-15T11:00:00.000Z' });
  expect(holdUntil('week', now)).toEqual({ kind: 'pause', until: '2026-06-22T10:00:00.000Z' });
});
