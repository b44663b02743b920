import { setTimeout as sleep } from 'node:timers/promises';
import { createPerson, issueInvitation, listAreas } from '@guanhu/shared/access/access.routes';
import { reportUnfiledIncident } from '@guanhu/shared/incidents/unfiled.routes';
import { dayOf } from '@guanhu/shared/kernel/calendar-date';
import { ask, newKey } from '../support/front-door.ts';
import { House } from '../support/house.ts';
import { bind, enterOffices, nextPhoneNumber, stepUp, type Offices, type Person } from '../support/township.ts';

/**
 * The server is killed (SIGKILL) while it takes a report and fans it out; the worker while it sends. Whoever reports sends again with the same
 * key until there is an answer. However it went: one incident, and everybody who is to know of it has it at least once, always as the same
 * alarm, which says so when it comes again.
 */
const OFFICERS = 4;
/** Kills of each process after a statement, spread over the way. */
const KILLS = 3;
/** What an alarm says that may have come before. */
const SAME = '同一条情况，再发一次';
const PATIENCE_MS = 90_000;

let house: House;
let offices: Offices;
let officers: readonly Person[];
let village: string;

beforeAll(async () => {
  house = await House.open();
  offices = await enterOffices(house);
  const { rows } = await ask(house.url, listAreas, { as: offices.desk });
  village = rows.find(area => area.kind === 'village')?.areaId ?? '';
  const township = rows.find(area => area.kind === 'township')?.areaId ?? '';
  const entered: Person[] = [offices.maker];
  while (entered.length < OFFICERS) entered.push(await enter(township));
  officers = entered;
  await house.takeOver();
}, 4 * PATIENCE_MS);
afterAll(() => house.close(), PATIENCE_MS);

async function enter(areaId: string): Promise<Person> {
  const [personId, phone] = [newKey(), nextPhoneNumber()];
  const stepUpTicket = await stepUp(house, offices.desk, offices.administrator.token, 'roles:change', personId);
  const post = { postId: newKey(), role: 'socialAffairsOfficer' as const, areaId, organisationId: null, from: dayOf(new Date()) };
  await ask(house.url, createPerson, { as: offices.desk, body: { personId, name: '测试干部', phone, posts: [post], stepUpTicket } });
  const { code } = await ask(house.url, issueInvitation, { as: offices.desk, params: { personId } });
  return bind(house, phone, code);
}

async function until(isSo: () => Promise<boolean>, what: string): Promise<void> {
  const giveUpAt = performance.now() + PATIENCE_MS;
  while (performance.now() < giveUpAt) {
    if (await isSo()) return;
    await sleep(50);
  }
  throw new Error(`${what}: it never came to be`);
}

/** The doctor reports; every report is an incident of its own day, so that none is joined to another one. */
let day = 0;
async function report(): Promise<string> {
  const happenedAt = new Date(Date.now() - ++day * 5 * 3_600_000).toISOString();
  const body = { incidentId: newKey(), kind: 'other' as const, happenedAt, source: 'seen' as const, description: '村口的一位老人' };
  const { incidentId } = await ask(house.url, reportUnfiledIncident, { as: offices.doctor.token, params: { areaId: village }, body });
  return incidentId;
}

type Text = { readonly reference: string; readonly text: string };
type Phone = { readonly phoneId: string; readonly texts: readonly Text[] };

/** The text messages of each officer's phone about this incident. */
async function texts(incidentId: string): Promise<Text[][]> {
  const messages = await house.query<{ id: string }>('SELECT id FROM message WHERE county_id = 1 AND object_id = $1', [incidentId]);
  const { phones } = await house.simulator.call<{ phones: Phone[] }>('GET', '/phones');
  return officers.map(({ phoneId }) =>
    (phones.find(phone => phone.phoneId === phoneId)?.texts ?? []).filter(text => messages.some(message => message.id === text.reference)),
  );
}

/** What must be so however it went. */
async function expectTold(incidentId: string): Promise<Text[][]> {
  const untold = () =>
    house.query(
      `SELECT 1 FROM incident_receipt WHERE county_id = 1 AND incident_id = $1 AND person_id IS NOT NULL AND told_at IS NULL AND read_at IS NULL
       UNION ALL SELECT 1 FROM outbox JOIN outbox_due USING (county_id, id) WHERE county_id = 1 AND kind = 'alarm' AND payload ->> 'incidentId' = $1::text`,
      [incidentId],
    );
  await until(async () => (await untold()).length === 0, 'everybody is told');
  const arrived = await texts(incidentId);
  for (const [n, own] of arrived.entries()) {
    expect([n, own.length]).toEqual([n, Math.max(1, own.length)]);
    expect(new Set(own.map(text => text.reference)).size).toBe(1);
    // One of them need not know of any other; it may come last, when the platform held it back.
    expect(own.filter(({ text }) => !text.includes(SAME)).length).toBeLessThanOrEqual(1);
  }
  const [{ reports } = { reports: 0 }] = await house.query<{ reports: number }>(
    'SELECT count(*)::int AS reports FROM incident_report WHERE county_id = 1 AND incident_id = $1',
    [incidentId],
  );
  expect(reports).toBe(1);
  return arrived;
}

/** @returns whether the process came so far */
async function killingAfter(which: 'server' | 'worker', at: number): Promise<boolean> {
  const { proxy } = house[which];
  let killed: Promise<void> | undefined;
  void proxy.arm(at).then(() => {
    // Long enough for PostgreSQL to finish the statement whose answer is held back.
    killed = sleep(15).then(() => (which === 'server' ? house.killServer() : house.killWorker()));
  });
  const incidentId = await report();
  // The answer does not wait for the worker, which looks for work all the time: it gets that far.
  if (which === 'worker') await until(() => Promise.resolve(killed !== undefined), 'the worker gets so far');
  proxy.disarm();
  await killed;
  await expectTold(incidentId);
  return killed !== undefined;
}

/** @returns how many statements the process sends on the whole way */
async function undisturbed(which: 'server' | 'worker'): Promise<number> {
  const { proxy } = house[which];
  void proxy.arm(Number.POSITIVE_INFINITY);
  await expectTold(await report());
  expect(proxy.statements).toBeGreaterThan(KILLS);
  return proxy.statements;
}

it.each(['server', 'worker'] as const)(
  'the %s, killed after a statement: nobody’s alarm is lost',
  async which => {
    const statements = await undisturbed(which);
    let kills = 0;
    for (let nth = 1; nth <= KILLS; nth++) kills += (await killingAfter(which, Math.ceil((nth * statements) / (KILLS + 1)))) ? 1 : 0;
    process.stdout.write(`killed the ${which} ${String(kills)} times on a way of ${String(statements)} statements\n`);
    expect(kills).toBeGreaterThan(0);
  },
  4 * PATIENCE_MS,
);

it.each(['hold-before-commit', 'hold-after-commit'])(
  'the worker, killed in the middle of the fan-out, with one answer outstanding (%s): everybody has it, and has it again as the same',
  async kind => {
    await house.simulator.call('POST', '/faults', { at: 'sms', kind });
    const incidentId = await report();
    await until(async () => (await house.simulator.held()) > 0, 'held');
    await house.killWorker();
    await house.simulator.clear();
    // Nobody's answer was noted yet: whoever had it has it twice. What the platform held back comes when it lets go.
    expect((await expectTold(incidentId)).map(own => own.length)).toEqual(officers.map(() => 2));
  },
  2 * PATIENCE_MS,
);
