/**
 * The plan of one day for a million patients with five million past visits, beside bare statements that write the same rows; the
 * same once more, when nothing is left to do; and a smaller county whose planner is killed at fifty random points.
 */
import { strictEqual } from 'node:assert/strict';
import { setTimeout as sleep } from 'node:timers/promises';
import { median, printFigures } from '../../tools/bench/figures.mjs';
import { build } from '../../tools/build.mjs';
import { queryOnce } from '../../tools/postgres.mjs';
import { planBare } from './bare/plan.mjs';
import { keptCounties } from './kept-counties.mjs';
import { COUNTY } from './large-county.mjs';
import { day } from './large-county-rows.mjs';
import { startPlanner } from './start-planner.mjs';

const RUNS = 3;
const LARGE = { patients: 1_000_000, visitsEach: 5, planned: false };
const KILLED = { patients: 40_000, visitsEach: 1, planned: false };
const KILLS = 50;

/** What was planned, whatever ids it got: tasks by their keys, and when whom is looked after. */
const DIGEST = `
  WITH opened AS (
    SELECT concat_ws('|', kind, key, patient_id, assignee_id, seat, reason, due_on, overdue_after, state) AS row FROM task
    WHERE county_id = ${COUNTY} AND opened_at >= $1
  ), told AS (
    SELECT concat_ws('|', key, payload, not_before) AS row FROM outbox WHERE county_id = ${COUNTY} AND kind = 'remind-day'
  )
  SELECT (SELECT count(*)::int FROM opened) + (SELECT count(*)::int FROM told) AS rows,
         (SELECT md5(string_agg(md5(row), '' ORDER BY row)) FROM opened) || (SELECT md5(string_agg(md5(row), '' ORDER BY row)) FROM told) AS digest`;

export async function measure() {
  await build({ only: ['shared', 'prisma-client', 'server', 'simulator'] });
  const counties = await keptCounties();
  process.once('SIGINT', () => void counties.stop().finally(() => process.exit(130)));
  try {
    const runs = [];
    for (let run = 0; run < RUNS; run++) runs.push(await planLarge(counties));
    console.table(
      runs.map(({ rows, product, second, bare }, n) => ({
        run: n + 1,
        rows,
        'planned rows/s': Math.round(rows / product),
        'bare rows/s': Math.round(rows / bare),
        ratio: (bare / product).toFixed(2),
        'second run s': second.toFixed(1),
        'of the first': (second / product).toFixed(2),
      })),
    );
    await planKilled(counties);
    const middle = of => median(runs.map(of));
    printFigures('plan', {
      ratio: [middle(({ product, bare }) => bare / product), 'x'],
      second_run: [middle(({ product, second }) => second / product), 'x'],
      rows_per_s: [middle(({ rows, product }) => rows / product), '1/s'],
      bare_rows_per_s: [middle(({ rows, bare }) => rows / bare), '1/s'],
      kills: [KILLS, ''],
    });
  } finally {
    await counties.stop();
  }
}

async function planLarge(counties) {
  const planned = await counties.clone(LARGE);
  const [product] = await plan(counties, planned);
  const made = await digest(planned);
  const [second] = await plan(counties, planned);
  strictEqual((await digest(planned)).digest, made.digest, 'planning again changed something');
  await planned.drop();
  const bareClone = await counties.clone(LARGE);
  const bare = await planBare({ url: bareClone.url('owner'), county: COUNTY, day: day(0), ...(await shippedTimes()) });
  strictEqual((await digest(bareClone)).digest, made.digest, 'the bare statements write other rows');
  await bareClone.drop();
  return { rows: made.rows, product, second, bare };
}

/** Killed at random points, then run once in peace: what stands is what an undisturbed run makes. @throws */
async function planKilled(counties) {
  const undisturbed = await counties.clone(KILLED);
  const [seconds] = await plan(counties, undisturbed);
  const wanted = await digest(undisturbed);
  await undisturbed.drop();
  const clone = await counties.clone(KILLED);
  let midway = 0;
  for (let kill = 0; kill < KILLS; kill++) {
    const planner = await start(counties, clone);
    await planner.begun;
    // The further it has come, the less is left to do: most of the kills should still meet it at work.
    await sleep(Math.random() * seconds * 1000 * 0.3);
    await planner.kill();
    const { rows } = await digest(clone);
    if (rows > 0 && rows < wanted.rows) midway++;
  }
  await plan(counties, clone);
  strictEqual((await digest(clone)).digest, wanted.digest, 'a killed plan is not the plan');
  console.log(
    `Killed ${KILLS} times, ${midway} of them with a part of the ${wanted.rows} rows written; run again, the rows are those of an undisturbed run.`,
  );
  await clone.drop();
}

const start = (counties, clone) => startPlanner({ clone, masterKeyFile: counties.masterKeyFile, counties: [COUNTY] });
const plan = async (counties, clone) => (await start(counties, clone)).done;

async function digest(clone) {
  const [row] = await queryOnce(clone.url('postgres'), DIGEST, [`${day(0)}T00:00:00+08:00`]);
  return row;
}

/** How far visits are seen ahead, and the moments of the day. */
async function shippedTimes() {
  const { SHIPPED_POLICIES } = await import('../../shared/dist/policy/shipped-policies.js');
  const { visit, reminder } = SHIPPED_POLICIES;
  const at = time => new Date(`${day(0)}T${time}:00+08:00`);
  return {
    horizonDays: visit.horizonDays,
    at: { medicine: at(reminder.medicationAt), day: at(reminder.visitAt), again: at(reminder.againAt) },
  };
}
