/** "My tasks today" of grid workers in a county of 100,000 patients: session, tasks, one row of the read log, names opened. */
import { measureVersus } from './versus.mjs';

export const measure = () =>
  measureVersus({
    name: 'today100k',
    bare: 'tests/load/bare/today.mjs',
    requests: ({ workers }) =>
      // Reading can go round again: more than anybody asks in a run.
      Array.from({ length: 50_000 }, (_, n) => ({
        method: 'GET',
        path: '/api/tasks/today',
        headers: { authorization: `Bearer ${workers[(n * 7) % workers.length].token}` },
      })),
  });
