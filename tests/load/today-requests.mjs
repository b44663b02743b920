/** More than anybody asks in the time. */
const REQUESTS = 100_000;

/** "My tasks today" of grid workers: session, tasks, one row of the read log, names opened. */
export const todayRequests = ({ workers }) =>
  Array.from({ length: REQUESTS }, (_, n) => ({
    method: 'GET',
    path: '/api/tasks/today',
    headers: { authorization: `Bearer ${workers[(n * 7) % workers.length].token}` },
  }));
