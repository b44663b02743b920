import type { Actor } from '@guanhu/shared/access/access.terms';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { ChangeStateBody } from '@guanhu/shared/registry/patient-life.contract';
import { changeState } from '@guanhu/shared/registry/patient-life.routes';
import { Planning } from '../agenda/agenda.public.ts';
import { Lives } from '../registry/registry.public.ts';
import { careCounty, type CareCounty, type Ward } from '../testing/care.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
}, 60_000);
afterAll(() => care.county.close());

const today = () => care.county.clock.today();
const die = ({ patientId }: Ward) => {
  const body = { from: 'inCare', to: 'deceased', on: today(), reason: '病故', deathCause: 4 } as ChangeStateBody;
  return care.county.call(changeState, { as: care.people.officer, params: { patientId }, body });
};
const plan = () => care.county.app.get(Planning).planDay(care.county.countyId, today());
const alive = (wards: readonly Ward[]) =>
  care.county.rows.sql(
    `SELECT kind, state FROM task WHERE county_id = $1 AND patient_id = ANY($2::uuid[]) AND state IN ('open', 'suspended')`,
    [care.county.countyId, wards.map(ward => ward.patientId)],
  );
const taking = async (): Promise<Ward> => {
  const ward = await care.ward({ risk: 4 });
  await care.county.rows.sql(
    `INSERT INTO regimen (county_id, id, patient_id, since, source) VALUES ($1, new_id(), $2, $3, 'registration')`,
    [care.county.countyId, ward.patientId, addDays(today(), -30)],
  );
  return ward;
};

it('closes what it opened for a life that ended between its last look and its commit', async () => {
  const ward = await taking();
  let status: number | undefined;
  let opened = 0;
  // The last thing that a part does before it commits, when its own look at what should be closed is over.
  care.county.app.get(Planning).after(async tx => {
    if (status !== undefined) return;
    const rows = await tx.sql(`SELECT id FROM task WHERE county_id = $1 AND patient_id = $2 AND state = 'open'`, [
      tx.countyId,
      ward.patientId,
    ]);
    opened = rows.length;
    ({ status } = await die(ward));
  });
  await plan();
  expect(status).toBe(200);
  expect(opened).toBeGreaterThan(0);
  expect(await alive([ward])).toEqual([]);
});

it('closes what was opened for a life that was ending while it planned, and ended after it', async () => {
  const ward = await taking();
  let end: () => void = () => undefined;
  let began: () => void = () => undefined;
  const begun = new Promise<void>(done => (began = done));
  const mayEnd = new Promise<void>(done => (end = done));
  const actor: Actor = {
    countyId: care.county.countyId,
    personId: care.people.officer.id,
    sessionId: care.people.officer.id,
    channel: 'desk',
    posts: [],
  };
  const ending = care.county.rows.inTransaction(async tx => {
    const turn = { from: 'inCare', to: 'deceased', on: today(), facts: { reason: '病故', deathCause: 4 } } as const;
    await care.county.app.get(Lives).change(tx, actor, ward.patientId, turn);
    began();
    await mayEnd;
  });
  await begun;
  await plan();
  end();
  await ending;
  expect((await alive([ward])).length).toBeGreaterThan(0);
  await care.county.work();
  expect(await alive([ward])).toEqual([]);
});

it('leaves nothing alive that should be closed, whichever of the two comes first', async () => {
  const wards: Ward[] = [];
  for (let round = 0; round < 25; round++) {
    care.county.clock.advance(86_400_000);
    const batch = await Promise.all(Array.from({ length: 4 }, taking));
    wards.push(...batch);
    const [, , ...answers] = await Promise.all([plan(), plan(), ...batch.map(die)]);
    expect(answers.map(answer => answer.status)).toEqual(batch.map(() => 200));
    await care.county.work();
  }
  expect(await alive(wards)).toEqual([]);
}, 120_000);
