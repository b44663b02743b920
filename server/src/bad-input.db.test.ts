import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { listPeople, nameDeputy, recordLeaving } from '@guanhu/shared/access/access.routes';
import { draftAgreement, listAgreements } from '@guanhu/shared/agreements/agreements.routes';
import { confirmImport, previewImport } from '@guanhu/shared/intake/intake.routes';
import type { Id } from '@guanhu/shared/kernel/ids';
import { checkBatch, prepareBatch, recordAppropriation } from '@guanhu/shared/payouts/payouts.routes';
import { IDENTITY_FAULTS } from '@guanhu/shared/registry/identity-number.rules';
import { listPatients } from '@guanhu/shared/registry/registry.routes';
import { checkInVisit } from '@guanhu/shared/visits/visits.routes';
import { refusalBody } from './platform/http/refusal-filter.ts';
import type { TestAnswer } from './testing/county.ts';
import { answered, list, listedTownship, preview } from './testing/intake.ts';
import { ok } from './testing/reward.ts';
import { REFUSALS, type RefusalCode } from '@guanhu/shared/kernel/refusals';
import { createLog } from './platform/log/log.ts';
import { newId } from './platform/ids.ts';
import { MARK, spoil } from './testing/bad-values.ts';
import { EVERY_ENDPOINT } from './testing/every-endpoint.ts';
import { callers, expected, footprint, type Caller } from './testing/matrix.ts';
import { oneOfEverything, type Everything } from './testing/one-of-everything.ts';

let world: Everything;
let everybody: readonly Caller[];
const logged: string[] = [];
beforeAll(async () => {
  world = await oneOfEverything({ log: createLog('test', 'trace', { write: line => void logged.push(line) }) });
  everybody = await callers(world);
}, 120_000);
afterAll(() => world.county.close());

type Raw = {
  method?: string;
  path: string;
  body?: string | Uint8Array<ArrayBuffer>;
  headers?: Record<string, string>;
  as?: { token: string };
};
/** A request that no client of ours would make. */
async function raw({ method = 'POST', path, body, headers = {}, as = world.administrator }: Raw) {
  const response = await fetch(`${world.county.url}${path}`, {
    method,
    headers: { authorization: `Bearer ${as.token}`, 'content-type': 'application/json', 'idempotency-key': newId(), ...headers },
    ...(body === undefined ? {} : { body }),
  });
  return { status: response.status, text: await response.text() };
}

/** Tables that note what was read. */
const NOTES_OF_READING = new Set(['read_log']);
const written = async () => (await footprint(world.county)).filter(({ name }) => !NOTES_OF_READING.has(name));
/** Runs it, and makes sure that nothing was written and that neither the answers nor the log tell what came in. */
async function unharmed<A>(run: () => Promise<A>): Promise<A> {
  const before = await written();
  logged.length = 0;
  const answer = await run();
  expect(await written()).toEqual(before);
  expect(logged.filter(line => line.includes(MARK) || line.includes('unexpected'))).toEqual([]);
  return answer;
}

/** What is wrong with the answer, if anything: it must be a refusal of the catalogue in its own words, and tell nothing of the input. */
function fault({ status, text: told }: { status: number; text: string }): string | null {
  if (told.includes(MARK) || told.includes(encodeURIComponent(MARK))) return 'echoes';
  let body: { code?: RefusalCode; say?: string };
  try {
    body = JSON.parse(told) as typeof body;
  } catch {
    return `${String(status)} no JSON`;
  }
  const entry = body.code === undefined ? undefined : REFUSALS[body.code];
  if (entry?.status !== status || entry.say !== body.say) return `${String(status)} not of the catalogue`;
  return status >= 400 && status < 500 && status !== 401 ? null : String(status);
}

describe.each(EVERY_ENDPOINT.map(entry => [`${entry.contract.route.method} ${entry.contract.route.path}`, entry] as const))(
  '%s',
  (_, entry) => {
    const { contract } = entry;
    it('refuses every value that is wrong, writes nothing and repeats nothing', async () => {
      const { person } = everybody.find(each => expected(world, entry, each)) ?? { person: entry.owners?.(world)[0] };
      const wrong: Record<string, string> = {};
      // A list that is asked with a strange word may just be empty; that is no harm.
      const harmless = (at: string, status: number) => at.startsWith('query.') && status === 200;
      await unharmed(async () => {
        for (const { at, with: how, request } of spoil(contract, entry.ask(world.things))) {
          const { status, body } = await world.county.call(contract.route, { ...request, ...(person ? { as: person } : {}) });
          const found = fault({ status, text: JSON.stringify(body ?? null) });
          if (found !== null && !harmless(at, status)) wrong[`${at}: ${how}`] = found;
        }
      });
      expect(wrong).toEqual({});
    });
  },
);

const ASK = '/api/patients';
const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const gbk = Buffer.concat([Buffer.from('{"device":"'), Buffer.from([0xb5, 0xe7, 0xc4, 0xd4]), Buffer.from('"}')]);
const stepUp = '/api/desk/step-ups';
const asked = { purpose: 'roles:change', objectId: newId(), device: '县里电脑' };

it.each<[string, Raw, RefusalCode]>([
  ['broken JSON', { path: stepUp, body: `{"device":"${MARK}"` }, 'INPUT_INVALID'],
  ['no JSON at all', { path: stepUp, body: MARK }, 'INPUT_INVALID'],
  ['JSON that is no object', { path: stepUp, body: '[1]' }, 'INPUT_INVALID'],
  ['an empty body', { path: stepUp, body: '' }, 'INPUT_INVALID'],
  ['another kind of content', { path: stepUp, body: MARK, headers: { 'content-type': 'text/plain' } }, 'INPUT_INVALID'],
  [
    'JSON 10,000 deep',
    { path: stepUp, body: JSON.stringify({ ...asked, x: 0 }).replace('"x":0', `"device":${deep(10_000)}`) },
    'INPUT_INVALID',
  ],
  ['GBK bytes', { path: stepUp, body: new Uint8Array(gbk) }, 'INPUT_INVALID'],
  ['a poisoned prototype', { path: stepUp, body: `{"__proto__":{"${MARK}":1}}` }, 'INPUT_INVALID'],
  ['a poisoned constructor', { path: stepUp, body: `{"constructor":{"prototype":{"${MARK}":1}}}` }, 'INPUT_INVALID'],
  ['a field twice, wrong the second time', { path: stepUp, body: `{"device":"电脑","device":{"${MARK}":1}}` }, 'INPUT_INVALID'],
  ['a string of a megabyte', { path: stepUp, body: JSON.stringify({ ...asked, device: 'x'.repeat(1_048_576) }) }, 'PAYLOAD_TOO_LARGE'],
  ['an upload beyond what is read', { path: '/api/imports', body: 'x'.repeat(17 * 1_048_576) }, 'PAYLOAD_TOO_LARGE'],
  ['a path that is not there', { method: 'GET', path: `/api/${encodeURIComponent(MARK)}` }, 'NOT_FOUND_OR_NO_ACCESS'],
  ['another method', { method: 'DELETE', path: `${ASK}/${newId()}`, headers: { 'content-type': 'text/plain' } }, 'NOT_FOUND_OR_NO_ACCESS'],
  ['a URL that cannot be decoded', { method: 'GET', path: `${ASK}/%E6%9C%BA%zq7` }, 'NOT_FOUND_OR_NO_ACCESS'],
  ['a parameter that is too long', { method: 'GET', path: `${ASK}/${'0'.repeat(300)}` }, 'NOT_FOUND_OR_NO_ACCESS'],
  ['a query parameter twice', { method: 'GET', path: `${ASK}?limit=1&limit=2` }, 'INPUT_INVALID'],
  ['a poisoned query', { method: 'GET', path: `${ASK}?__proto__[x]=1` }, 'INPUT_INVALID'],
  ['no token', { method: 'GET', path: ASK, headers: { authorization: '' } }, 'SIGN_IN_NEEDED'],
  ['a token of no county', { method: 'GET', path: ASK, as: { token: `99999999999999999999.${'x'.repeat(43)}` } }, 'SIGN_IN_NEEDED'],
  ['somebody else’s secret', { method: 'GET', path: ASK, as: { token: `2.${'x'.repeat(43)}` } }, 'SIGN_IN_NEEDED'],
  ['a token that is no token', { method: 'GET', path: ASK, as: { token: 'x'.repeat(5000) } }, 'SIGN_IN_NEEDED'],
])('answers %s with its refusal', async (_, request, code) => {
  const answer = await unharmed(() => raw(request));
  expect({
    ...(JSON.parse(answer.text) as object),
    status: answer.status,
    fault: code === 'SIGN_IN_NEEDED' ? null : fault(answer),
  }).toMatchObject({
    ...refusalBody(code),
    status: REFUSALS[code].status,
    fault: null,
  });
});

it('answers bytes that are no request, and headers beyond measure, with a refusal', async () => {
  const { hostname, port } = new URL(world.county.url);
  for (const bytes of [`${MARK}\r\n\r\n`, `GET ${ASK} HTTP/1.1\r\nhost: x\r\nx-long: ${MARK.repeat(10_000)}\r\n\r\n`]) {
    const answer = await unharmed(async () => {
      const socket = connect(Number(port), hostname);
      socket.end(bytes);
      return text(socket);
    });
    expect(answer).toContain(JSON.stringify(refusalBody('INPUT_INVALID')));
    expect(answer).not.toContain(MARK);
  }
});

describe('an idempotency key', () => {
  const body = JSON.stringify({ answers: {} });
  const path = '/api/my/subscriptions';
  it.each([
    ['missing', ''],
    ['no UUID', MARK.slice(-3)],
    ['of another version', '11111111-1111-4111-8111-111111111111'],
  ])('that is %s is refused', async (_, key) => {
    const { status, text: answer } = await unharmed(() => raw({ path, body, headers: { 'idempotency-key': key } }));
    expect([status, JSON.parse(answer)]).toEqual([400, refusalBody('INPUT_INVALID', ['header.idempotency-key'])]);
  });

  it('answers alike again, and refuses another body, another endpoint and another person', async () => {
    const key = newId();
    const headers = { 'idempotency-key': key };
    const first = await raw({ path, body, headers });
    expect(first.status).toBe(200);
    const others: Raw[] = [
      { path, body: JSON.stringify({ answers: { x: 'accept' } }), headers },
      { path: `/api/people/${world.things.person}/sessions/revoke`, body: '{}', headers },
      { path, body, headers, as: world.ward.guardian },
    ];
    await unharmed(async () => {
      expect(await raw({ path, body, headers })).toEqual(first);
      for (const other of others) expect(JSON.parse((await raw(other)).text)).toEqual(refusalBody('KEY_REUSED'));
    });
  });
});

it('refuses a version that is stale', async () => {
  const { county, reward, things } = world;
  const answer = await unharmed(() =>
    county.call(checkBatch, { as: reward.people.checker, params: { batchId: things.draftBatch }, body: { version: 7 } }),
  );
  expect([answer.status, answer.refusal.code]).toEqual([409, 'STALE']);
});

it('answers an id of another county as one that is nowhere', async () => {
  const { county, administrator, reward, ward, team, things } = world;
  const other = await county.neighbour(3);
  const theirs = await other.ward();
  const theirTask = theirs.patientId;
  const [at, on] = [county.clock.now().toISOString(), county.clock.today()];
  const asks: ((patient: Id, person: Id, area: Id) => Promise<TestAnswer<unknown>>)[] = [
    applicationId => county.call(draftAgreement, { as: reward.people.maker, body: { applicationId } }),
    taskId =>
      county.call(checkInVisit, { as: team.gridWorker, params: { patientId: ward.patientId }, body: { visitId: newId(), taskId, at } }),
    (_, deputyId) =>
      county.call(nameDeputy, {
        as: administrator,
        params: { personId: things.person },
        body: { deputyshipId: newId(), deputyId, from: on, until: on, stepUpTicket: newId() },
      }),
    (_, successorId) =>
      county.call(recordLeaving, { as: administrator, params: { personId: things.person }, body: { successorId, stepUpTicket: newId() } }),
    (_, __, townshipId) => county.call(previewImport, { as: reward.people.maker, body: { townshipId, fileName: '清单.xlsx', list } }),
    (_, __, areaId) => county.call(listPeople, { as: administrator, query: { areaId } }),
    (_, __, villageId) => county.call(listPatients, { as: reward.people.maker, query: { villageId } }),
    patientId => county.call(listAgreements, { as: reward.people.maker, query: { patientId } }),
    officeId =>
      county.call(recordAppropriation, {
        as: reward.people.payer,
        body: { officeId, amountFen: 1, receivedOn: on, documentNumber: '拨二号' },
      }),
    entitlement => county.call(prepareBatch, { as: reward.people.maker, body: { title: '一季度', entitlementIds: [entitlement] } }),
  ];
  await unharmed(async () => {
    for (const ask of asks) {
      const foreign = await ask(theirTask, theirs.guardian.id, other.areas.village);
      const nowhere = await ask(newId(), newId(), newId());
      expect(foreign).toEqual(nowhere);
      expect(foreign.status < 500 && (foreign.status >= 400 || JSON.stringify(foreign.body).includes('"rows":[]'))).toBe(true);
    }
  });
});

it('refuses the row of an identity number whose last digit is wrong, and writes none of it', async () => {
  const { county } = world;
  const townshipId = await listedTownship(county);
  const official = await county.person({ role: 'socialAffairsOfficer', area: townshipId, channel: 'desk' });
  const shown = await answered(county, official, ok(await preview(county, townshipId, official)));
  const row = shown.rows.find(each => each.reasons.some(({ code }) => code === 'IDENTITY_CHECK_DIGIT'));
  expect(row?.verdict).toBe('refused');
  expect(row?.reasons).toContainEqual(expect.objectContaining({ say: IDENTITY_FAULTS.IDENTITY_CHECK_DIGIT, weight: 'refusal' }));
  const answer = await unharmed(() =>
    county.call(confirmImport, {
      as: official,
      params: { importId: shown.importId },
      body: { rows: [row?.key ?? ''], version: shown.version },
    }),
  );
  expect([answer.status, answer.refusal.code]).toEqual([409, 'IMPORT_ROW_NOT_READY']);
});
