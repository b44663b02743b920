import { personalData } from './cast.ts';
import type { Story } from './story.ts';
import { eventually } from './world.ts';

/** What is left behind: an unbroken chain, no error, no name in a log, no process. */
export function ending(story: Story): void {
  story.step('the audit chain is unbroken, and nothing went wrong behind the screens', async world => {
    await eventually('the last deeds to be sealed', async () => {
      const said = await world.house.command('audit-verify');
      return /^county 1: [1-9]\d* deeds, unbroken$/m.test(said) ? said : undefined;
    });
    expect(world.screens.errors).toEqual([]);
    expect(world.screens.refused).toEqual(['403 POST /api/sign-in/bind', '403 POST /api/batches/…/check']);
    expect(await world.simulated.bills()).toHaveLength(1);
  });

  story.step('no log names anybody, and everything ends when it is told to', async world => {
    expect(await world.end()).toEqual([]);
    const logs = world.house.logs();
    expect(Object.keys(logs).sort()).toEqual(['logs/server.log', 'logs/simulator.log', 'logs/worker.log', 'postgres/postgres.log']);
    expect(logs['logs/server.log']).toContain('"route":"POST /api/sign-in/bind","status":200');
    expect(Object.entries(logs).flatMap(([file, text]) => (personalData.some(each => text.includes(each)) ? [file] : []))).toEqual([]);
  });
}
