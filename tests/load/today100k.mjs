/** "My tasks today" of grid workers in a county of 100,000 patients: session, tasks, one row of the read log, names opened. */
import { measureVersus } from './versus.mjs';

/** More than anybody asks in the time. */
const REQUESTS = 100_000;

export const measure = () =>
  measureVersus({
    name: 'today100k',
    bare: 'tests/load/bare/today.mjs',
    requests: ({ workers }) =>
      Array.from({ length: REQUESTS }, (_, n) => ({
        method: 'GET',
        path: '/api/tasks/today',
        headers: { authorization: `Bearer ${workers[(n * 7) % workers.length].token}` },
      })),
  });
