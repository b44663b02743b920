import { readMe, readPerson } from '@guanhu/shared/access/access.routes';
import {
  decideHandover,
  handOver,
  listHandovers,
  listMyHandovers,
  proposeLeave,
  withdrawLeave,
} from '@guanhu/shared/care-team/handover.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { newId } from '../platform/ids.ts';
import { careCounty, type CareCounty } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { Teams } from './care-team.public.ts';

let care: CareCounty;
let leaver: TestPerson;
let colleague: TestPerson;
let lead: TestPerson;
beforeEach(async () => {
  care = await careCounty();
  leaver = care.people.gridWorker;
  lead = care.people.lead;
  colleague = await care.county.person({ role: 'gridWorker', area: care.county.areas.village });
}, 60_000);
afterEach(() => care.county.close());

const today = () => care.county.clock.today();
const arrange = (body: { personId?: string; toId?: string; from?: string; until?: string | null } = {}, as = lead) =>
  care.county.call(handOver, {
    as,
    body: { handoverId: newId(), personId: leaver.id, toId: colleague.id, from: today(), until: null, ...body },
  });
const propose = (body: { from?: string; until?: string; toId?: string | null } = {}, as = leaver) =>
  care.county.call(proposeLeave, {
    as,
    body: { handoverId: newId(), toId: colleague.id, from: today(), until: addDays(today(), 6), note: '回家几天', ...body },
  });
const leftWith = async (person: TestPerson) => {
  const [row] = await care.county.rows.sql<{ tasks: number; seats: number }>(
    `SELECT (SELECT count(*) FROM task WHERE task.county_id = $1 AND assignee_id = $2 AND state IN ('open', 'suspended')) AS tasks,
            (SELECT count(*) FROM team_seat WHERE team_seat.county_id = $1 AND person_id = $2 AND (until IS NULL OR until >= $3)) AS seats`,
    [1, person.id, today()],
  );
  return row;
};

it('passes every task and seat of a leaver in one act, by the village’s lead', async () => {
  const wards = [await care.ward({ risk: 4 }), await care.ward({ risk: 3 })];
  await care.county.rows.inTransaction(tx =>
    care.county.app.get(Teams).takeSeat(tx, wards[0]?.patientId ?? '', 'securityOfficer', leaver.id),
  );
  await care.plan();
  const before = await leftWith(leaver);
  expect(before).toEqual({ tasks: 2, seats: 3 });
  const done = await arrange();
  expect(done).toMatchObject({ status: 200, body: { state: 'done', tasks: 2, seats: 3 } });
  expect(await leftWith(leaver)).toEqual({ tasks: 0, seats: 0 });
  expect(await leftWith(colleague)).toEqual(before);
  for (const ward of wards) expect(await care.visitsOf(colleague, ward)).toHaveLength(1);
  const person = await care.county.call(readPerson, { as: care.people.administrator, params: { personId: leaver.id } });
  expect(person.body).toMatchObject({ left: true, posts: [], successor: { personId: colleague.id } });
  expect((await care.county.call(readMe, { as: leaver })).status).toBe(401);
  await care.plan();
  expect(await leftWith(leaver)).toEqual({ tasks: 0, seats: 0 });
});

it('leaves a guardian who stops working their account and their family', async () => {
  await care.county.ward({ guardian: leaver });
  const ward = await care.ward({ risk: 4 });
  await care.plan();
  expect((await arrange()).status).toBe(200);
  expect((await care.county.call(readMe, { as: leaver })).body).toMatchObject({ posts: [], isGuardian: true });
  expect(await care.visitsOf(leaver, ward)).toEqual([]);
});

it('lets a colleague see what is an absent worker’s for the days of the leave, and no longer', async () => {
  const ward = await care.ward({ risk: 4 });
  await care.plan();
  expect((await arrange({ until: addDays(today(), 1) })).body.state).toBe('done');
  expect(await care.visitsOf(colleague, ward)).toHaveLength(1);
  care.county.clock.advance(2 * 86_400_000);
  expect(await care.visitsOf(colleague, ward)).toEqual([]);
  expect(await care.visitsOf(leaver, ward)).toHaveLength(1);
});

describe('who may arrange it', () => {
  it('is whoever answers for every area of the person', async () => {
    expect((await arrange({}, care.people.officer)).status).toBe(200);
    leaver = care.people.doctor;
    const other = await care.county.person({ role: 'mentalHealthDoctor', area: care.county.areas.township });
    expect((await arrange({ toId: other.id }, lead)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    const farLead = await care.county.person({ role: 'villageLead', area: care.county.areas.farVillage });
    expect((await arrange({}, farLead)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  });

  it('is not somebody for themself, nor for an office that touches money', async () => {
    expect((await arrange({ personId: lead.id }, lead)).refusal.code).toBe('ROLE_OF_ONESELF');
    expect((await arrange({ toId: lead.id }, lead)).refusal.code).toBe('ROLE_OF_ONESELF');
    const payer = await care.county.person({ role: 'financeOfficer', area: care.county.areas.township });
    expect((await arrange({ personId: payer.id }, care.people.officer)).refusal.code).toBe('HANDOVER_NEEDS_ADMINISTRATOR');
    expect((await arrange({ toId: care.people.stranger.id })).refusal.code).toBe('HANDOVER_NOT_FITTING');
    expect((await arrange({ from: addDays(today(), 1) })).refusal.code).toBe('DEPUTY_NOT_FITTING');
  });
});

describe('a leave that is asked for', () => {
  it('changes nothing until the lead agrees, who may name somebody else', async () => {
    const ward = await care.ward({ risk: 4 });
    await care.plan();
    const { body } = await propose();
    expect(body).toMatchObject({ state: 'proposed' });
    expect(await care.visitsOf(colleague, ward)).toEqual([]);
    const listed = await care.county.call(listHandovers, { as: lead, query: { state: 'proposed' } });
    expect(listed.body.rows).toMatchObject([
      { handoverId: body.handoverId, name: leaver.name, to: { personId: colleague.id }, mine: true, note: '回家几天' },
    ]);
    const other = await care.county.person({ role: 'gridWorker', area: care.county.areas.village });
    const params = { handoverId: body.handoverId };
    const decided = await care.county.call(decideHandover, { as: lead, params, body: { accept: true, toId: other.id } });
    expect(decided.body.state).toBe('done');
    expect(await care.visitsOf(other, ward)).toHaveLength(1);
    expect((await care.county.call(listMyHandovers, { as: leaver })).body.rows).toMatchObject([
      { state: 'done', to: { name: other.name }, decidedBy: lead.name },
    ]);
    expect((await care.county.call(decideHandover, { as: lead, params, body: { accept: false } })).refusal.code).toBe('HANDOVER_NOT_OPEN');
  });

  it('may be taken back by whoever asked, and by nobody else', async () => {
    const params = { handoverId: (await propose()).body.handoverId };
    expect((await care.county.call(withdrawLeave, { as: colleague, params })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await care.county.call(withdrawLeave, { as: leaver, params })).status).toBe(200);
    expect((await care.county.call(withdrawLeave, { as: leaver, params })).refusal.code).toBe('HANDOVER_NOT_OPEN');
  });

  it('needs a post and days to come', async () => {
    expect((await propose({}, await care.county.person())).refusal.code).toBe('HANDOVER_NOT_FITTING');
    expect((await propose({ from: addDays(today(), -1) })).refusal.code).toBe('DEPUTY_NOT_FITTING');
    expect((await propose({ toId: leaver.id })).refusal.code).toBe('DEPUTY_NOT_FITTING');
  });
});
