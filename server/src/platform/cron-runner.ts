import { Logger, parseCronItems, run } from 'graphile-worker';
import type { Cron, CronTask } from './cron.ts';
import type { Database } from './database/database.ts';
import type { Log } from './log/log.ts';

/** Hands the rooms' tasks to graphile-worker, which sees to it that of several workers one runs each. @returns how to stop. */
export async function startCron(database: Database, cron: Cron, log: Log): Promise<() => Promise<void>> {
  const runTask = async (task: CronTask) => {
    for (const { id } of await database.directory<{ id: number }>('SELECT id FROM county ORDER BY id')) {
      try {
        await task.run(id);
      } catch (error) {
        log.error({ task: task.name, err: error }, 'a task of the clock failed');
      }
    }
  };
  for (const task of cron.tasks) if (task.atStart) await runTask(task);
  const runner = await run({
    pgPool: database.pool,
    noHandleSignals: true,
    concurrency: 2,
    logger: new Logger(() => () => undefined),
    taskList: Object.fromEntries(cron.tasks.map(task => [task.name, () => runTask(task)])),
    parsedCronItems: parseCronItems(cron.tasks.map(task => ({ task: task.name, match: task.pattern, options: { backfillPeriod: 0 } }))),
  });
  return () => runner.stop();
}
