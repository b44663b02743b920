/** "My tasks today" of grid workers in a county of 100,000 patients. */
import { todayRequests } from './today-requests.mjs';
import { measureVersus } from './versus.mjs';

export const measure = () =>
  measureVersus({
    name: 'today100k',
    bare: 'tests/load/bare/today.mjs',
    size: { patients: 100_000, visitsEach: 0, planned: true },
    requests: todayRequests,
  });
