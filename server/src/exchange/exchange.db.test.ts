import { createHash } from 'node:crypto';
import {
  answerDifference,
  listChanges,
  listDifferences,
  listEntries,
  listRounds,
  listRows,
  matchRow,
  readRound,
  recordEntry,
  signRound,
} from '@guanhu/shared/exchange/exchange.routes';
import type { HandInBody } from '@guanhu/shared/exchange/exchange.contract';
import type { Department } from '@guanhu/shared/exchange/exchange.terms';
import { addDays, addMonths, startOf, startOfMonth } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { utils, write } from '@e965/xlsx';
import { Vaults } from '../platform/crypto/vault.ts';
import { newId } from '../platform/ids.ts';
import { Files } from '../registry/registry.public.ts';
import { testCounty, type TestCounty, type TestPerson } from '../testing/county.ts';
import { departments, handIn, typed } from '../testing/exchange.ts';
import { footprint } from '../testing/matrix.ts';
import { ok } from '../testing/reward.ts';
import { numbered } from '../testing/rights.ts';
import { Retention } from '../rights/retention.ts';
import { AskForLists } from './ask-for-lists.ts';
import { OpenRounds } from './open-rounds.ts';

let county: TestCounty;
let desks: Record<Department, TestPerson>;
let office: TestPerson;
let lead: TestPerson;
let known: { readonly patientId: Id; readonly idNumber: string };
let round: Id;
const code = (answer: { status: number; refusal: { code: string } }) => (answer.status === 200 ? null : answer.refusal.code);
const params = () => ({ roundId: round });
const give = (department: Department, list: HandInBody['list'], as = desks[department]) => handIn(county, as, round, department, list);
const rounds = async () => ok(await county.call(listRounds, { as: office })).rows;
const look = async () => ok(await county.call(readRound, { as: lead, params: params() }));
const differences = async (as: TestPerson) => ok(await county.call(listDifferences, { as, params: params() })).rows;
const csv = (text: string) => ({ way: 'file' as const, fileName: '名单.csv', file: Buffer.from(text).toString('base64') });
const sign = async () => county.call(signRound, { as: lead, params: params(), body: { version: (await look()).version } });

beforeAll(async () => {
  county = await testCounty();
  // The twelfth of the next month: after a round opens and long before its deadline.
  county.clock.set(startOf(addDays(startOfMonth(addMonths(county.clock.today(), 1)), 11)));
  desks = await departments(county);
  office = await county.person({ role: 'socialAffairsOfficer', channel: 'desk' });
  lead = await county.person({ role: 'townshipLead', channel: 'desk' });
  const ward = await county.ward();
  known = { patientId: ward.patientId, idNumber: await numbered(county, ward) };
  const set = { address: '竹坪村3号', economy: '1' };
  await county.rows.inTransaction(tx =>
    county.app.get(Files).state(tx, { actor: 'system', patientId: known.patientId, set, act: 'registry:record-imported' }),
  );
  await county.app.get(OpenRounds).run(county.countyId);
  round = (await rounds())[0]?.roundId ?? '';
}, 60_000);
afterAll(() => county.close());

it('opens one round a township and month, however often it looks (YM-02, YM-25)', async () => {
  await county.app.get(OpenRounds).run(county.countyId);
  expect(await rounds()).toHaveLength(1);
  expect((await look()).lists.map(list => list.handedIn)).toEqual([null, null, null, null]);
  const far = await county.person({ role: 'socialAffairsOfficer', area: county.areas.otherTownship });
  expect(ok(await county.call(listRounds, { as: far })).rows).toHaveLength(1);
  expect(code(await county.call(readRound, { as: far, params: params() }))).toBe('NOT_FOUND_OR_NO_ACCESS');
});

it('gives every line of a list its verdict, whatever is in it (DY-07)', async () => {
  const lines = [
    '试验派出所在册人员',
    '姓名,身份证号,出生日期,人员状态,危险性等级',
    `试甲,${known.idNumber},,失联,5`,
    `试甲,${known.idNumber},,在管,`,
    '试甲,,1979年2月,在管,',
    '试无,,1960-01-01,在管,',
    '试错,990101197902280000,,在管,',
    '"=HYPERLINK(""http://x"")",,1960,在管,',
  ];
  const shown = ok(await give('police', csv(lines.join('\r\n'))));
  expect(shown.lists[0]?.handedIn).toMatchObject({
    counts: { matched: 1, candidate: 1, unknown: 1, refused: 3 },
    late: false,
    ignored: ['危险性等级'],
  });
  const rows = ok(await county.call(listRows, { as: desks.police, params: params() })).rows;
  expect(rows.map(row => [row.row, row.verdict, row.reasons.map(reason => reason.code)])).toEqual([
    [3, 'matched', []],
    [4, 'refused', ['TWICE']],
    [5, 'candidate', []],
    [6, 'unknown', []],
    [7, 'refused', ['IDENTITY_WRONG']],
    [8, 'refused', ['CELL_FORMULA']],
  ]);
  // Whose file it may be is for whoever decides; another department does not see the list at all.
  expect(rows.flatMap(row => row.candidates)).toEqual([]);
  expect(ok(await county.call(listRows, { as: desks.civilAffairs, params: params() })).rows).toEqual([]);
});

it('writes nothing of a file that is no list, of another department’s list, or by somebody without the post', async () => {
  const before = await footprint(county);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['合计', '3 人']]), '汇总');
  const file = (write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer).toString('base64');
  expect(code(await give('health', { way: 'file', fileName: '汇总.xlsx', file }))).toBe('EXCHANGE_LIST_NOT_FOUND');
  expect(code(await give('health', csv('\u0000\u0000\u0000')))).toBe('FILE_NOT_XLSX');
  expect(code(await give('health', typed({ name: '试甲', values: {} }), desks.police))).toBe('EXCHANGE_NOT_YOUR_DEPARTMENT');
  expect(code(await give('health', typed({ name: '试甲', values: {} }), office))).toBe('NOT_FOUND_OR_NO_ACCESS');
  expect(await footprint(county)).toEqual(before);
});

it('has a person say whom a line means, among those it may mean', async () => {
  const [row] = ok(await county.call(listRows, { as: office, params: params(), query: { verdict: 'candidate' } })).rows;
  expect(row?.candidates).toMatchObject([{ patientId: known.patientId, name: '试甲', villageName: '竹坪村' }]);
  const decide = (patientId: Id | null, version = row?.version ?? 0) =>
    county.call(matchRow, { as: office, params: { roundId: round, rowId: row?.rowId ?? '' }, body: { patientId, version } });
  expect(code(await decide(newId()))).toBe('EXCHANGE_NOT_OFFERED');
  expect(code(await decide(known.patientId))).toBe('EXCHANGE_PERSON_TAKEN');
  expect(ok(await decide(null))).toMatchObject({ verdict: 'unknown' });
  expect(code(await decide(null))).toBe('STALE');
  expect(code(await decide(null, (row?.version ?? 0) + 1))).toBe('EXCHANGE_ROW_DECIDED');
});

it('shows each department the differences that its duty needs, and has each answer its own (SJ-22, TH-11, BQ-06)', async () => {
  const person = { name: '试甲', idNumber: known.idNumber };
  ok(await give('health', typed({ ...person, values: { address: '柳湾村1号', admission: '住院' } })));
  ok(await give('civilAffairs', typed({ ...person, values: { economy: '非贫困' } })));
  const fields = async (as: TestPerson) => (await differences(as)).map(one => [one.department, one.field]);
  expect(await fields(office)).toEqual([
    ['police', 'status'],
    ['health', 'address'],
    ['health', 'admission'],
    ['civilAffairs', 'economy'],
  ]);
  expect(await fields(desks.disabledFederation)).toEqual([
    ['police', 'status'],
    ['civilAffairs', 'economy'],
  ]);
  const answer = (as: TestPerson, one: { differenceId: Id; version: number }, body: object) =>
    county.call(answerDifference, {
      as,
      params: { roundId: round, differenceId: one.differenceId },
      body: { version: one.version, ...body },
    });
  const [status, address, admission, economy] = await differences(office);
  if (!status || !address || !admission || !economy) throw new Error('no differences');
  expect(code(await answer(desks.health, status, { outcome: 'confirmed' }))).toBe('EXCHANGE_NOT_YOUR_DEPARTMENT');
  expect(code(await answer(desks.police, status, { outcome: 'corrected', value: '不知道' }))).toBe('EXCHANGE_VALUE_UNKNOWN');
  expect(code(await sign())).toBe('EXCHANGE_LIST_MISSING');
  ok(await give('disabledFederation', typed({ ...person, values: { disability: '有' } })));
  expect(code(await sign())).toBe('EXCHANGE_DIFFERENCES_OPEN');
  ok(await answer(desks.police, status, { outcome: 'corrected', value: '在管' }));
  expect(code(await answer(desks.police, status, { outcome: 'confirmed' }))).toBe('STALE');
  ok(await answer(desks.health, address, { outcome: 'confirmed' }));
  ok(await answer(desks.health, admission, { outcome: 'disputed', words: '昨天出院，待核' }));
  ok(await answer(desks.civilAffairs, economy, { outcome: 'confirmed' }));
  expect((await differences(desks.health)).map(one => [one.field, one.state, one.mayAnswer])).toEqual([
    ['status', 'corrected', false],
    ['address', 'confirmed', false],
    ['admission', 'disputed', false],
    ['economy', 'confirmed', false],
  ]);
});

it('signs what was agreed, hashed with both digests, erases the lists and alters nothing afterwards (SJ-07, SJ-22, DY-11)', async () => {
  const signed = ok(await sign());
  expect(signed).toMatchObject({ state: 'signed', signed: { by: lead.name, patients: 1, notAgreed: 1 } });
  const [row] = await county.rows.sql<{ content_sealed: Buffer }>('SELECT content_sealed FROM exchange_package WHERE county_id = $1', [
    county.countyId,
  ]);
  const vault = await county.app.get(Vaults).of(county.countyId);
  const text = vault.open({ table: 'exchange_package', row: round, column: 'content_sealed' }, row?.content_sealed ?? Buffer.alloc(0));
  expect(signed.signed?.sha256).toBe(createHash('sha256').update(text).digest('hex'));
  expect(signed.signed?.sm3).toBe(createHash('sm3').update(text).digest('hex'));
  expect(JSON.parse(text)).toMatchObject({
    missing: [],
    patients: [
      {
        patientId: known.patientId,
        fields: {
          status: { agreed: true, value: 'inCare' },
          address: { agreed: true, value: '柳湾村1号' },
          admission: { agreed: false },
          economy: { agreed: true, value: '2' },
          disability: { agreed: true, value: '1' },
        },
      },
    ],
  });
  expect(ok(await county.call(listRows, { as: office, params: params() })).rows).toEqual([]);
  expect(code(await give('police', typed({ name: '试甲', values: {} })))).toBe('EXCHANGE_SIGNED');
  await expect(county.rows.sql('UPDATE exchange_package SET patients = 0 WHERE county_id = $1', [county.countyId])).rejects.toThrow(
    'permission denied',
  );
});

it('tells a month later what changed, and signs without whoever handed in nothing only after the deadline', async () => {
  county.clock.set(startOf(addDays(startOfMonth(addMonths(county.clock.today(), 1)), 11)));
  await county.app.get(OpenRounds).run(county.countyId);
  round = (await rounds())[0]?.roundId ?? '';
  ok(await give('health', typed({ name: '试甲', idNumber: known.idNumber, values: { address: '竹坪村3号', admission: '出院' } })));
  expect(code(await sign())).toBe('EXCHANGE_LIST_MISSING');
  county.clock.advance(19 * 86_400_000);
  expect(ok(await sign()).signed).toMatchObject({ patients: 1, notAgreed: 0 });
  const changes = async (as: TestPerson) => ok(await county.call(listChanges, { as, params: params() })).rows;
  expect(await changes(desks.disabledFederation)).toMatchObject([
    { fields: [{ field: 'status', after: null }, { field: 'economy' }, { field: 'disability' }] },
  ]);
  expect((await changes(office))[0]?.fields.find(one => one.field === 'admission')).toEqual({
    field: 'admission',
    before: { agreed: false, value: null },
    after: { agreed: true, value: 'out' },
  });
});

it('records who is entered in which system outside, by the department whose system it is (SJ-22, YM-02)', async () => {
  const entry = { patientId: known.patientId, state: 'entered', on: county.clock.today() } as const;
  const record = (as: TestPerson, system: 'national' | 'police', more: object = {}) =>
    county.call(recordEntry, { as, body: { entryId: newId(), system, ...entry, ...more } });
  ok(await record(desks.health, 'national', { state: 'pending' }));
  ok(await record(desks.health, 'national'));
  expect(code(await record(desks.health, 'police'))).toBe('EXCHANGE_NOT_YOUR_DEPARTMENT');
  expect(code(await record(desks.health, 'national', { on: addDays(entry.on, 1) }))).toBe('INPUT_INVALID');
  const states = async (system: 'national' | 'police') =>
    ok(await county.call(listEntries, { as: desks.police, query: { system } })).rows.map(row => [row.patient.patientId, row.state]);
  expect(await states('national')).toEqual([[known.patientId, 'entered']]);
  expect(await states('police')).toEqual([[known.patientId, null]]);
});

it('asks each department whose list is missing as the deadline nears, once, until it hands in or the round is over (YM-25)', async () => {
  county.clock.set(startOf(addDays(startOfMonth(addMonths(county.clock.today(), 1)), 11)));
  await county.app.get(OpenRounds).run(county.countyId);
  round = (await rounds())[0]?.roundId ?? '';
  const { deadline } = await look();
  const asked = () =>
    county.rows.sql<{ part: string; assignee: Id; state: string }>(
      `SELECT split_part(key, ':', 3) AS part, assignee_id AS assignee, state FROM task
       WHERE county_id = $1 AND cause_id = $2 AND kind = 'exchangeList' ORDER BY 1`,
      [county.countyId, round],
    );
  const askedOn = async (days: number) => {
    county.clock.set(startOf(addDays(deadline, -days)));
    for (let times = 0; times < 2; times += 1) await county.app.get(AskForLists).run(county.countyId);
    return asked();
  };
  // The shipped policy asks five days before.
  expect(await askedOn(6)).toEqual([]);
  ok(await give('police', typed({ name: '试甲', idNumber: known.idNumber, values: {} })));
  expect(await askedOn(5)).toEqual(
    (['civilAffairs', 'disabledFederation', 'health'] as const).map(part => ({ part, assignee: desks[part].id, state: 'open' })),
  );
  ok(await give('health', typed({ name: '试甲', idNumber: known.idNumber, values: {} })));
  expect((await asked()).map(({ state }) => state)).toEqual(['open', 'open', 'done']);
  county.clock.set(startOf(addDays(deadline, 1)));
  ok(await sign());
  expect((await asked()).map(({ state }) => state)).toEqual(['cancelled', 'cancelled', 'done']);
});

it('lapses when nobody signs for long: what was handed in is erased, and nothing of it is signed any more', async () => {
  county.clock.set(startOf(addDays(startOfMonth(addMonths(county.clock.today(), 1)), 11)));
  await county.app.get(OpenRounds).run(county.countyId);
  round = (await rounds())[0]?.roundId ?? '';
  ok(await give('health', typed({ name: '试甲', idNumber: known.idNumber, values: { status: '失访' } })));
  const kept = async () => {
    const [row] = await county.rows.sql<{ rows: number; differences: number }>(
      `SELECT (SELECT count(*)::int FROM exchange_row WHERE county_id = $1 AND round_id = $2) AS rows,
         (SELECT count(*)::int FROM exchange_difference WHERE county_id = $1 AND round_id = $2) AS differences`,
      [county.countyId, round],
    );
    return row;
  };
  expect(await kept()).toEqual({ rows: 1, differences: 1 });
  const erase = async (days: number) => {
    county.clock.set(startOf(addDays((await look()).deadline, days)));
    await county.app.get(Retention).run(county.countyId);
  };
  // The shipped policy keeps them for ninety days.
  await erase(90);
  expect([await kept(), (await look()).state]).toEqual([{ rows: 1, differences: 1 }, 'open']);
  await erase(91);
  expect([await kept(), (await look()).state]).toEqual([{ rows: 0, differences: 0 }, 'lapsed']);
  expect(code(await sign())).toBe('EXCHANGE_LAPSED');
  expect(code(await give('health', typed({ name: '试甲', values: {} })))).toBe('EXCHANGE_LAPSED');
});

it('is over when nobody ever hands in anything, after as many days, and nobody is asked any more', async () => {
  county.clock.set(startOf(addDays(startOfMonth(addMonths(county.clock.today(), 1)), 11)));
  await county.app.get(OpenRounds).run(county.countyId);
  round = (await rounds())[0]?.roundId ?? '';
  const { deadline } = await look();
  const tasks = () =>
    county.rows.sql<{ state: string; count: number }>(
      `SELECT state, count(*)::int AS count FROM task WHERE county_id = $1 AND kind = 'exchangeList' AND cause_id = $2 GROUP BY state`,
      [county.countyId, round],
    );
  const morning = async (days: number) => {
    county.clock.set(startOf(addDays(deadline, days)));
    await county.app.get(AskForLists).run(county.countyId);
  };
  await morning(90);
  expect([(await look()).state, await tasks()]).toEqual(['open', [{ state: 'open', count: 4 }]]);
  await morning(91);
  expect([(await look()).state, await tasks()]).toEqual(['lapsed', [{ state: 'cancelled', count: 4 }]]);
});
