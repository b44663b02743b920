import type { Role } from '@guanhu/shared/access/access.terms';
import type { ImportPreview } from '@guanhu/shared/intake/intake.contract';
import { answerImport, confirmImport, discardImport, listImports, previewImport, readImport } from '@guanhu/shared/intake/intake.routes';
import { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import { listPatients, readPatient, searchPatients } from '@guanhu/shared/registry/registry.routes';
import { newId } from '../platform/ids.ts';
import { standIn } from '../platform/wechat/testing/stand-in.ts';
import { testCounty, workbookProgram, type TestCounty, type TestPerson } from '../testing/county.ts';
import { answered as answeredBy, listedTownship, messy, preview as previewAs, ready } from '../testing/intake.ts';

let county: TestCounty;
let official: TestPerson;
let townshipId: string;

beforeEach(async () => {
  county = await testCounty();
  townshipId = await listedTownship(county);
  official = await officer('socialAffairsOfficer');
}, 30_000);
afterEach(() => county.close());

const officer = (role: Role) => county.person({ role, area: townshipId, channel: 'desk' });
const preview = (as = official) => previewAs(county, townshipId, as);
const answered = (shown: ImportPreview) => answeredBy(county, official, shown);

const counts = async () => {
  const tables = ['patient', 'person', 'team_seat', 'guardianship', 'post', 'rating', 'area_alias'];
  const rows = await Promise.all(tables.map(table => county.database.owner<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`)));
  return Object.fromEntries(tables.map((table, i) => [table, rows[i]?.[0]?.n]));
};

it('previews a messy list with a verdict for every row and writes nothing', async () => {
  const before = await counts();
  const { body, status } = await preview();
  expect(status).toBe(200);
  const codes = new Set(body.mismatches.map(mismatch => mismatch.code));
  for (const code of [...messy.asks, ...messy.tells]) expect(codes).toContain(code);
  const refused = body.rows.filter(row => row.verdict === 'refused');
  expect(new Set(refused.map(row => row.patient.replace(/\s/g, '')))).toEqual(new Set(messy.refused));
  for (const row of refused) expect(row.reasons.some(reason => reason.weight === 'refusal' && reason.row > 0)).toBe(true);
  expect(await counts()).toEqual(before);
});

it('writes exactly what was confirmed; the same file again has nothing to write (SJ-23)', async () => {
  const shown = await answered((await preview()).body);
  const rows = ready(shown);
  const leads = new Set(shown.rows.filter(row => rows.includes(row.key)).map(row => row.lead));
  const { body, status } = await county.call(confirmImport, {
    as: official,
    params: { importId: shown.importId },
    body: { rows, version: shown.version },
  });
  expect(status).toBe(200);
  expect(body.patients).toBe(leads.size);
  const after = await counts();
  expect(after['patient']).toBe(leads.size);

  const again = (await preview()).body;
  // Nothing is asked a second time either.
  expect(again.mismatches.filter(mismatch => mismatch.open)).toEqual([]);
  expect(ready(again)).toEqual([]);
  expect(again.counts.refused).toBeGreaterThan(0);
  expect(await counts()).toEqual(after);
});

it('puts a preview aside for good, keeping nothing of what was read', async () => {
  const shown = (await preview()).body;
  const discard = (version: number) =>
    county.call(discardImport, { as: official, params: { importId: shown.importId }, body: { version } });
  expect((await discard(shown.version + 1)).refusal.code).toBe('STALE');
  expect((await discard(shown.version)).body.state).toBe('discarded');
  expect((await discard(shown.version + 1)).refusal.code).toBe('IMPORT_NOT_OPEN');
  const late = { as: official, params: { importId: shown.importId }, body: { rows: ready(shown), version: shown.version + 1 } };
  expect((await county.call(confirmImport, late)).refusal.code).toBe('IMPORT_NOT_OPEN');
  expect((await counts())['patient']).toBe(0);
  const [line] = (await county.call(listImports, { as: official })).body.rows;
  expect(line).toMatchObject({ importId: shown.importId, state: 'discarded' });
  const { body } = await county.call(readImport, { as: official, params: { importId: shown.importId } });
  expect([body.state, body.rows]).toEqual(['discarded', []]);
});

it('shows the official the files and the eight posts, and a neighbour nothing', async () => {
  const shown = await answered((await preview()).body);
  await county.call(confirmImport, {
    as: official,
    params: { importId: shown.importId },
    body: { rows: ready(shown), version: shown.version },
  });
  const listed = await county.call(listPatients, { as: official, query: { limit: 100 } });
  const [first] = listed.body.rows;
  if (!first) throw new Error('no patient listed');
  const file = await county.call(readPatient, { as: official, params: { patientId: first.patientId } });
  expect(file.body).toMatchObject({ patientId: first.patientId, name: first.name, villageName: first.villageName });
  expect(file.body.guardians.length).toBeGreaterThan(0);
  const team = await county.call(readTeam, { as: official, params: { patientId: first.patientId } });
  expect(team.body.seats).toHaveLength(8);

  const neighbour = await county.person({ role: 'socialAffairsOfficer', area: county.areas.otherTownship });
  expect((await county.call(listPatients, { as: neighbour })).body.rows).toEqual([]);
  for (const call of [
    county.call(readPatient, { as: neighbour, params: { patientId: first.patientId } }),
    county.call(readPatient, { as: neighbour, params: { patientId: newId() } }),
    county.call(readImport, { as: neighbour, params: { importId: shown.importId } }),
    preview(neighbour),
  ])
    expect(await call).toMatchObject({ status: 404, refusal: { code: 'NOT_FOUND_OR_NO_ACCESS' } });
});

it('pages the list and searches it by pinyin', async () => {
  const shown = await answered((await preview()).body);
  await county.call(confirmImport, {
    as: official,
    params: { importId: shown.importId },
    body: { rows: ready(shown), version: shown.version },
  });
  const all: string[] = [];
  for (let after: string | null = ''; after !== null;) {
    const page: Awaited<ReturnType<typeof county.call<typeof listPatients>>> = await county.call(listPatients, {
      as: official,
      query: { limit: 3, ...(after === '' ? {} : { after }) },
    });
    all.push(...page.body.rows.map(row => row.patientId));
    after = page.body.next;
  }
  const whole = await county.call(listPatients, { as: official, query: { limit: 100 } });
  expect(all).toEqual(whole.body.rows.map(row => row.patientId));
  const one = whole.body.rows[0];
  const found = await county.call(searchPatients, { as: official, body: { q: one?.name.slice(1) ?? '' } });
  expect(found.body.rows.map(row => row.name)).toContain(one?.name);
});

it('refuses rows that wait or are refused, a stale version, an unknown answer, and a second confirmation', async () => {
  const shown = (await preview()).body;
  const before = await counts();
  const waiting = shown.rows.filter(row => row.verdict === 'needsConfirmation').map(row => row.key);
  const params = { importId: shown.importId };
  const confirm = (rows: string[], version: number) => county.call(confirmImport, { as: official, params, body: { rows, version } });
  expect(waiting.length).toBeGreaterThan(0);
  expect(await confirm(waiting, shown.version)).toMatchObject({ status: 409, refusal: { code: 'IMPORT_ROW_NOT_READY' } });
  expect(await confirm(['s9r9'], shown.version)).toMatchObject({ status: 409, refusal: { code: 'IMPORT_ROW_NOT_READY' } });
  expect(await confirm(ready(shown), shown.version + 1)).toMatchObject({ status: 409, refusal: { code: 'STALE' } });
  const [open] = shown.mismatches.filter(mismatch => mismatch.open);
  expect(
    await county.call(answerImport, { as: official, params, body: { answers: { [open?.key ?? '']: 'nonsense' }, version: shown.version } }),
  ).toMatchObject({
    status: 400,
    refusal: { code: 'IMPORT_ANSWER_UNKNOWN' },
  });
  expect(await counts()).toEqual(before);
  expect((await confirm(ready(shown), shown.version)).status).toBe(200);
  expect(await confirm(ready(shown), shown.version + 1)).toMatchObject({ status: 409, refusal: { code: 'IMPORT_NOT_OPEN' } });
  expect((await county.call(listImports, { as: official })).body.rows).toMatchObject([{ importId: shown.importId, state: 'confirmed' }]);
});

it('answers a replayed confirmation alike and refuses the key with another body', async () => {
  const shown = (await preview()).body;
  const key = newId();
  const params = { importId: shown.importId };
  const [rows, body] = [ready(shown), { rows: ready(shown), version: shown.version }];
  const [one, two] = await Promise.all([1, 2].map(() => county.call(confirmImport, { as: official, params, body, key })));
  expect(one?.status).toBe(200);
  expect(two?.body).toEqual(one?.body);
  expect(await county.call(confirmImport, { as: official, params, body: { ...body, rows: rows.slice(1) }, key })).toMatchObject({
    status: 409,
    refusal: { code: 'KEY_REUSED' },
  });
});

it.each([
  ['not a workbook', Buffer.from('序号,患者姓名').toString('base64'), 400, 'FILE_NOT_XLSX'],
  ['not base64', '***', 400, 'INPUT_INVALID'],
])('refuses a file that is %s', async (_, bytes, status, code) => {
  expect(await county.call(previewImport, { as: official, body: { townshipId, fileName: 'x.xlsx', list: bytes } })).toMatchObject({
    status,
    refusal: { code },
  });
});

/** The same county once more, with another thread to read workbooks. */
async function withThread(program: string, milliseconds = 60_000) {
  await county.close();
  const url = new URL(`data:text/javascript,${encodeURIComponent(program)}`);
  county = await testCounty({ workbookThread: { program: url, limits: { milliseconds, megabytes: 512 } } });
  townshipId = await listedTownship(county);
  official = await officer('socialAffairsOfficer');
}

it('answers others while a list is read', async () => {
  const order: string[] = [];
  let release: () => void = () => undefined;
  const released = new Promise<void>(resolve => (release = resolve));
  let begin: () => void = () => undefined;
  const begun = new Promise<void>(resolve => (begin = resolve));
  // The thread says that it has begun, and goes on when it is answered.
  const gate = await standIn(async () => {
    begin();
    await released;
    return {};
  });
  await withThread(`await fetch('${gate.url}'); await import('${workbookProgram.href}');`);
  const shown = preview().finally(() => order.push('preview'));
  await begun;
  expect((await fetch(`${county.url}/health/live`)).status).toBe(200);
  order.push('live');
  release();
  expect((await shown).status).toBe(200);
  expect(order).toEqual(['live', 'preview']);
  await gate.stop();
});

it('refuses a file that takes too long to read, and goes on serving', async () => {
  await withThread('for (;;);', 200);
  const { status, refusal } = await preview();
  expect([status, refusal.code]).toEqual([400, 'FILE_TOO_COMPLEX']);
  expect((await fetch(`${county.url}/health/live`)).status).toBe(200);
});
