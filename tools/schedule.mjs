/**
 * Performs tasks side by side, in the order of the list where nothing else decides.
 * @template {{ name: string, after?: string[], alone?: boolean }} Task
 *   `after`: names of tasks that must have ended before (names that are not in the list are ignored); `alone`: nothing runs beside it
 * @param {Task[]} tasks
 * @param {number} atATime
 * @param {(task: Task) => Promise<void>} perform a rejection stops the rest from starting and is passed on when the others have ended
 */
export async function schedule(tasks, atATime, perform) {
  const waiting = [...tasks];
  const unfinished = new Set(tasks.map(task => task.name));
  const going = new Map();
  let failure;

  const mayStart = task =>
    !task.after?.some(name => unfinished.has(name)) && (going.size === 0 || (!task.alone && ![...going.keys()].some(other => other.alone)));
  const start = task => {
    const ended = perform(task)
      .catch(error => (failure ??= { error }))
      .finally(() => {
        going.delete(task);
        unfinished.delete(task.name);
      });
    going.set(task, ended);
  };

  for (;;) {
    while (!failure && going.size < atATime) {
      const next = waiting.findIndex(mayStart);
      if (next < 0) break;
      start(...waiting.splice(next, 1));
    }
    if (going.size === 0) break;
    await Promise.race(going.values());
  }
  if (failure) throw failure.error;
  if (waiting.length > 0) throw new Error(`These wait for one another: ${waiting.map(task => task.name).join(', ')}`);
}
