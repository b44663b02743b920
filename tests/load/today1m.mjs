/** The same among a million patients with five million past visits, and how its median grows from a county of ten thousand. */
import { todayRequests } from './today-requests.mjs';
import { measureVersus } from './versus.mjs';

export const measure = () =>
  measureVersus({
    name: 'today1m',
    bare: 'tests/load/bare/today.mjs',
    size: { patients: 1_000_000, visitsEach: 5, planned: true },
    smaller: { patients: 10_000, visitsEach: 5, planned: true },
    requests: todayRequests,
  });
