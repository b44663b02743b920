import { schedule } from './schedule.mjs';

type Task = { name: string; after?: string[]; alone?: boolean };

/** Performs tasks of a few milliseconds; returns what began (+) and ended (-), in order. */
async function performed(tasks: Task[], atATime = 2): Promise<string[]> {
  const events: string[] = [];
  await schedule(tasks, atATime, async ({ name }) => {
    events.push(`+${name}`);
    await new Promise(resolve => setTimeout(resolve, 5));
    if (name === 'broken') throw new Error('broken');
    events.push(`-${name}`);
  });
  return events;
}

describe('schedule', () => {
  test('two at a time, what waits for another after it', async () => {
    expect(await performed([{ name: 'a' }, { name: 'b', after: ['a'] }, { name: 'c' }])).toEqual(['+a', '+c', '-a', '+b', '-c', '-b']);
  });

  test('nothing beside a task that wants to be alone', async () => {
    const events = await performed([{ name: 'a' }, { name: 'alone', alone: true }, { name: 'b' }], 3);
    expect(events.slice(events.indexOf('+alone'), events.indexOf('+alone') + 2)).toEqual(['+alone', '-alone']);
  });

  test('a name that is not in the list holds nobody up', async () => {
    expect(await performed([{ name: 'a', after: ['left out'] }])).toEqual(['+a', '-a']);
  });

  test('a failure keeps the rest from starting and is told', async () => {
    const begun: string[] = [];
    const run = schedule([{ name: 'broken' }, { name: 'late' }], 1, ({ name }: Task) => {
      begun.push(name);
      return name === 'broken' ? Promise.reject(new Error('broken')) : Promise.resolve();
    });
    await expect(run).rejects.toThrow('broken');
    expect(begun).toEqual(['broken']);
  });

  test('tasks that wait for one another are an error, not a wait', async () => {
    const circle = [
      { name: 'a', after: ['b'] },
      { name: 'b', after: ['a'] },
    ];
    await expect(performed(circle)).rejects.toThrow('a, b');
  });
});
