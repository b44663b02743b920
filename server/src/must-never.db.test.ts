import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { invitationQr, ticketQr } from '@guanhu/shared/access/code.rules';
import { proposeAppraisal } from '@guanhu/shared/appraisal/proposal.rules';
import { isCovered } from '@guanhu/shared/agreements/eligibility.rules';
import { printMissingSheet } from '@guanhu/shared/incidents/missing.routes';
import { reportIncident } from '@guanhu/shared/incidents/incidents.routes';
import type { Contract } from '@guanhu/shared/kernel/contract';
import { urlOf } from '@guanhu/shared/kernel/route';
import { DIAGNOSES } from '@guanhu/shared/registry/diagnosis.rules';
import { searchPatients } from '@guanhu/shared/registry/registry.routes';
import { reportSubscriptions } from '@guanhu/shared/reminders/reminders.routes';
import { downloadPayList } from '@guanhu/shared/payouts/channels.routes';
import { downloadBatchReport } from '@guanhu/shared/payouts/finance.routes';
import { askExport, downloadExport } from '@guanhu/shared/rights/exports.routes';
import { EXPORT_CONTENTS, type ExportContent } from '@guanhu/shared/rights/rights.terms';
import fc from 'fast-check';
import { toString as drawQr } from 'qrcode';
import { z } from 'zod';
import { Accounts } from './access/access.public.ts';
import { agreementDocument } from './agreements/agreement-document.ts';
import { Standings } from './assessment/assessment.public.ts';
import { Vaults } from './platform/crypto/vault.ts';
import { servedContracts, servedPath } from './platform/http/endpoint.ts';
import { newId } from './platform/ids.ts';
import { createLog } from './platform/log/log.ts';
import { Files } from './registry/registry.public.ts';
import type { TestPerson } from './testing/county.ts';
import { EVERY_ENDPOINT } from './testing/every-endpoint.ts';
import { oneOfEverything, type Everything } from './testing/one-of-everything.ts';
import { ok } from './testing/reward.ts';

/**
 * What must never happen, one test a line. Each names faults that it is there to catch: plant one to see it bite. Where a rule is about
 * everything that is served, the test goes through every endpoint there is, so that a new one is asked as well.
 */
const NAME = '试暗号';
const PHONE = '19900007777';
/** Words that tell a bystander what is the matter. */
const TELLING = [NAME, PHONE, ...Object.values(DIAGNOSES).map(each => each.label), '精神', '患者', '病情', '肇事'];

const lines: string[] = [];
let world: Everything;
let patientId: string;
beforeAll(async () => {
  world = await oneOfEverything({ log: createLog('test', 'trace', { write: line => void lines.push(line) }) });
  ({ patientId } = world.ward);
  const { app, rows, countyId } = world.county;
  await rows.inTransaction(async tx => {
    await app
      .get(Files)
      .state(tx, { actor: 'system', patientId, set: { phone: PHONE, diagnosis: 'schizophrenia' }, act: 'registry:record-imported' });
    const vault = await app.get(Vaults).of(countyId);
    await tx.sql('UPDATE patient SET name_sealed = $3 WHERE county_id = $1 AND id = $2', [
      countyId,
      patientId,
      vault.seal({ table: 'patient', row: patientId, column: 'name_sealed' }, NAME),
    ]);
    const actor = { countyId, personId: world.administrator.id, sessionId: newId(), channel: 'desk', posts: [] } as const;
    await app.get(Standings).state(tx, { actor, patientId, risk: 5 });
  });
}, 120_000);
afterAll(() => world.county.close());

/** What every endpoint answers this person about the patient, as text. Writes are refused by their version or repeated by their key. */
async function everyAnswer(as: TestPerson | undefined): Promise<{ door: Contract['door']; route: string; text: string }[]> {
  const answers: { door: Contract['door']; route: string; text: string }[] = [];
  for (const { contract, ask } of EVERY_ENDPOINT) {
    const { route, door } = contract;
    // Nobody is signed out in the middle, and no file changes hands.
    if (route.path === '/sign-out') continue;
    const { params = {}, query = {}, body } = ask(world.things);
    const path =
      servedPath(contract).slice(0, -route.path.length) + urlOf(route, params as Record<string, string>, query as Record<string, string>);
    const answer = await fetch(world.county.url + path, {
      method: route.method,
      headers: {
        ...(as ? { authorization: `Bearer ${as.token}` } : {}),
        ...(route.method === 'GET' ? {} : { 'content-type': 'application/json', 'idempotency-key': newId() }),
      },
      ...(route.method === 'GET' ? {} : { body: JSON.stringify(body ?? {}) }),
    });
    answers.push({ door, route: `${route.method} ${route.path}`, text: await answer.text() });
  }
  return answers;
}
const naming = (answers: Awaited<ReturnType<typeof everyAnswer>>, words: readonly string[]) =>
  answers.filter(({ text }) => words.some(word => text.includes(word))).map(({ route }) => route);

/** Names of everything that a schema can hold, however deep. */
function propertiesOf(schema: z.ZodType | undefined): ReadonlySet<string> {
  const names = new Set<string>();
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const [key, value] of Object.entries(node)) {
      if (key === 'properties') for (const name of Object.keys(value as object)) names.add(name);
      walk(value);
    }
  };
  if (schema) walk(z.toJSONSchema(schema, { unrepresentable: 'any', io: 'input' }));
  return names;
}
/** The QR codes in an answer, each with the code that is shown beside it. */
function qrsOf(route: string, text: string): { route: string; code: string; svg: string }[] {
  const found: { route: string; code: string; svg: string }[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { code, qrSvg: svg } = node as { code?: unknown; qrSvg?: unknown };
    if (typeof svg === 'string') found.push({ route, code: String(code), svg });
    Object.values(node).forEach(walk);
  };
  if (text.includes('"qrSvg"')) walk(JSON.parse(text));
  return found;
}
/** The dark modules of a QR, as the path that draws them. */
const modulesOf = (svg: string): string | undefined => /<path stroke="[^"]*" d="([^"]+)"/.exec(svg)?.[1];
const nameOf = ({ route }: Contract) => `${route.method} ${route.path}`;
const holding = (part: 'answer' | 'body' | 'query', pattern: RegExp) =>
  servedContracts()
    .filter(contract => [...propertiesOf(contract[part])].some(name => pattern.test(name)))
    .map(nameOf)
    .sort();

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
/** The sources of these parts, tests excepted. */
const sources = (...parts: string[]): { path: string; text: string }[] =>
  parts.flatMap(part =>
    readdirSync(join(ROOT, part), { recursive: true, encoding: 'utf8' })
      .filter(path => /\.(tsx?|json|wxml)$/.test(path) && !/\.test\.tsx?$/.test(path) && !path.includes('generated'))
      .map(path => ({ path: `${part}/${path}`, text: readFileSync(join(ROOT, part, path), 'utf8') })),
  );
const mentioning = (pattern: RegExp, ...parts: string[]) =>
  sources(...parts)
    .filter(({ text }) => pattern.test(text))
    .map(({ path }) => path);

describe('must never', () => {
  // Catches: the session guard let GET /patients through without a session; `longitude` in the row of a patient; a map on a desk page.
  it('show a public list, map or heat points of patients (TH-11, DY-13)', async () => {
    expect(naming(await everyAnswer(undefined), [patientId, NAME])).toEqual([]);
    // One visit says where its check-in was, one incident where whoever asked for help stood, to those who may read it. No list has places.
    expect(holding('answer', /^(lat|lng|lon|latitude|longitude|coordinates|heat\w*|geo\w*)$/i)).toEqual([
      'GET /incidents/:incidentId',
      'GET /visits/:visitId',
    ]);
    expect(mentioning(/<Map[\s>]|leaflet|mapbox|amap|echarts|heatmap|qqmap/i, 'miniapp/src', 'desk/src')).toEqual([]);
  });

  // Catches: the patient's name as `note` of a message; `useShareAppMessage` on a page; `name` in a query; a log line with the body.
  it('put a name or diagnosis into a notification, a text message, a share card, an address or a log (TH-11, DY-13)', async () => {
    const { county, team, ward } = world;
    county.sms.otherwise = { outcome: 'sent' };
    await county.rows.inTransaction(tx => county.app.get(Accounts).bind(tx, team.gridWorker.id, 'o-grid-worker'));
    const accepted = Object.values(county.config.accounts.wechat.templates).map(({ id }) => [id, 'accept']);
    ok(await county.call(reportSubscriptions, { as: team.gridWorker, body: { answers: Object.fromEntries(accepted) as never } }));
    const incident = { incidentId: newId(), kind: 'smashing', happenedAt: county.clock.now().toISOString() } as const;
    ok(await county.call(reportIncident, { as: ward.guardian, params: { patientId }, body: incident }));
    await county.work();
    const found = ok(await county.call(searchPatients, { as: world.reward.people.maker, body: { q: NAME } }));
    expect(found.rows.map(row => row.patientId)).toEqual([patientId]);
    const told = [...county.wechat.messages.map(message => JSON.stringify(message)), ...county.sms.messages.map(({ text }) => text)];
    expect(told.length).toBeGreaterThan(0);
    for (const word of TELLING) expect(told.filter(text => text.includes(word))).toEqual([]);
    expect(told.filter(text => text.includes(patientId))).toEqual([]);

    expect(lines.length).toBeGreaterThan(50);
    for (const word of [...TELLING, encodeURIComponent(NAME), patientId, ward.guardian.name, ward.guardian.phone])
      expect(lines.filter(line => line.includes(word))).toEqual([]);

    expect(mentioning(/useShare(AppMessage|Timeline)|onShare(AppMessage|Timeline)|enableShare/, 'miniapp/src')).toEqual([]);
    // Addresses hold ids, days and codes: whoever stands between logs them. What is typed to find a person travels in a body, and at the desk
    // stays in memory: only the filters, whose names are listed where they are, get into its own address.
    expect(holding('query', /^q$|name|diagnosis|phone|idnumber|words|reason|search/i)).toEqual([]);
    expect(mentioning(/useSearchParams|SearchParams\(|(push|replace)State|location\.(hash|search|href) =/, 'desk/src')).toEqual([
      ...['admission', 'look-back', 'missing'].map(what => `desk/src/incidents/new-${what}-page.tsx`), // the incident that it follows
      'desk/src/registry/propose-merge-page.tsx', // the two files
      'desk/src/ui/use-filter.ts',
    ]);
    const boxes = sources('desk/src').flatMap(({ path, text }) =>
      [...text.matchAll(/onSearch(?:=\{|: )(\w+)/g)].map(([, setter = '']) => ({ path, setter, text })),
    );
    expect(boxes.length).toBeGreaterThan(4);
    const inMemory = ({ setter, text }: { setter: string; text: string }) =>
      text.includes(`, ${setter}] = useState(`) || text.includes(`${setter}: (q: string) => void`);
    expect(boxes.filter(box => !inMemory(box)).map(({ path }) => path)).toEqual([]);
    const leading =
      /(?:\bto=\{|\bnavigate\(|\bgoTo\(|\burlTo\(|\burl: )(?:`[^`]*\b(?:name|phone|idNumber|typed|q)\b|[^\n;}]*\b(?:q|typed|name|phone):)/;
    expect(mentioning(leading, 'desk/src', 'miniapp/src')).toEqual([]);
  });

  // Catches: the office of social affairs as its sender; a band beside the name; the photograph without the family's consent.
  it('put an illness, a programme or a rating on the sheet by which strangers look for somebody', async () => {
    const { county, team, things } = world;
    const { html } = ok(await county.call(printMissingSheet, { as: team.lead, params: { missingId: things.missing } }));
    expect(html).toContain('寻人启事');
    const telling = [...TELLING.slice(2), '障碍', '危险', '风险', '随访', '监护', '服务对象', '关护', '奖补', '社会事务', '政法', '红色'];
    expect(telling.filter(word => html.includes(word))).toEqual([]);
    expect(html).not.toMatch(/<script|https?:|src="(?!data:)/);
  });

  // Catches: `startLocationUpdate` in the mini-program; a second private interface in its configuration; a place in the body of a report.
  it('follow anybody continuously or recognise a face', () => {
    const following =
      /LocationUpdate|onLocationChange|requiredBackgroundModes|watchPosition|[Ff]acial|[Ff]ace(Detect|Verify|Recognition|Id)\b|VKSession/;
    expect(mentioning(following, 'miniapp/src', 'desk/src', 'server/src', 'shared/src')).toEqual([]);
    const config = readFileSync(join(ROOT, 'miniapp/src/app.config.ts'), 'utf8');
    expect(/requiredPrivateInfos: \[(.*?)\]/.exec(config)?.[1]).toBe("'getLocation'");
    expect(mentioning(/\.getLocation\(/, 'miniapp/src')).toEqual(['miniapp/src/platform/location/index.weapp.ts']);
    // A check-in, and a tap of its own after a call for help.
    expect(holding('body', /^(latitude|longitude)$/)).toEqual([
      'POST /incidents/:incidentId/additions',
      'POST /patients/:patientId/visits',
    ]);
  });

  // Catches: `mayDownload` without its state; a list whose page may hold a thousand rows; a new endpoint that answers with a file.
  it('let data out in bulk without approval and watermark', async () => {
    const { maker } = world.reward.people;
    for (const content of Object.keys(EXPORT_CONTENTS) as ExportContent[]) {
      const exportId = newId();
      const body = { exportId, content, townshipId: world.things.township, reason: '上级要求核对名单' };
      ok(await world.county.call(askExport, { as: maker, body }));
      const early = await world.county.call(downloadExport, { as: maker, params: { exportId }, body: { stepUpTicket: newId() } });
      expect(early.refusal.code).toBe('EXPORT_NOT_APPROVED');
    }
    // That every kind of file waits for another person and bears its mark is shown where exports are tested. Lists and reports of a batch have
    // gone through three persons; the file itself still needs the phone each time. Any further one must go through an approval.
    const handsOut = (contract: Contract) =>
      contract.answer &&
      /"contentEncoding"|"(workbook|file|csv|xlsx)":/.test(JSON.stringify(z.toJSONSchema(contract.answer, { unrepresentable: 'any' })));
    expect(servedContracts().filter(handsOut).map(nameOf).sort()).toEqual([
      'POST /batches/:batchId/report',
      'POST /exports/:exportId/download',
      'POST /pay-lists/:listId/download',
    ]);
    const { payer } = world.reward.people;
    const stepUpTicket = newId();
    const unapproved = [
      await world.county.call(downloadBatchReport, {
        as: payer,
        params: { batchId: world.things.draftBatch },
        body: { as: 'pdf', stepUpTicket },
      }),
      await world.county.call(downloadPayList, { as: payer, params: { listId: world.things.payList }, body: { as: 'text', stepUpTicket } }),
    ];
    expect(unapproved.map(each => each.refusal.code)).toEqual(['STEP_UP_NEEDED', 'STEP_UP_NEEDED']);
    for (const contract of servedContracts())
      for (const part of ['query', 'body'] as const) {
        const schema = contract[part];
        if (!propertiesOf(schema).has('limit')) continue;
        const faults = schema?.safeParse({ limit: 101 }).error?.issues.map(issue => issue.path.join('.'));
        expect([nameOf(contract), faults]).toEqual([nameOf(contract), expect.arrayContaining(['limit'])]);
      }
  });

  // Catches: the scope of the patients' list without its areas; a permission given to a role wherever it stands.
  it('let a post of one village look into another', async () => {
    const { county } = world;
    for (const role of ['mentalHealthDoctor', 'villageLead', 'gridWorker', 'villageDoctor'] as const) {
      const beside = await county.person({ role, area: county.areas.otherVillage });
      const entered = [NAME, PHONE, world.things.visit, world.things.incident];
      expect([role, naming(await everyAnswer(beside), entered)]).toEqual([role, []]);
    }
  });

  // Catches: the patient's state, or so much as an 'x', before or behind the code, wherever on its way; a second place that draws QR codes.
  it('make a QR code that reveals who or how somebody is', async () => {
    expect(invitationQr(1, 'ACDE3467')).toBe('guanhu:invitation:1:ACDE3467');
    expect(ticketQr('ACDE3467')).toBe('guanhu:ticket:ACDE3467');
    expect(mentioning(/from 'qrcode'|createQRCode|getwxacode/i, 'server/src', 'desk/src', 'miniapp/src')).toEqual([
      'server/src/access/tickets.ts',
      'server/src/platform/print/draw-document.ts',
    ]);
    // On paper only agreements have one: the number and the digest that stand beside it, whatever the agreement says.
    expect(mentioning(/kind: 'code'/, 'server/src')).toEqual([
      'server/src/agreements/agreement-document.ts',
      'server/src/platform/print/print-document.ts',
    ]);
    const sections = [{ heading: NAME, paragraphs: [patientId] }];
    const page = { text: { title: NAME, sections }, townshipName: '镇', township: null, guardian: null, sha256: 'ab12', sm3: 'cd34' };
    const { blocks } = agreementDocument(page, { number: 'GH-1', at: new Date(0) });
    expect(blocks.filter(({ kind }) => kind === 'code')).toMatchObject([{ text: 'GH-1 ab12' }]);
    // Every QR that any endpoint hands out is, module for module, the one of the code that stands beside it and of nothing else.
    const { administrator } = world;
    const { maker } = world.reward.people;
    const answers = [...(await everyAnswer(administrator)), ...(await everyAnswer(maker)), ...(await everyAnswer(undefined))];
    const drawn = answers.flatMap(({ route, text }) => qrsOf(route, text));
    // A changed telephone number needs an approval on the phone first; its slip is issued by the same use-case as the others.
    const reached = holding('answer', /^qrSvg$/).filter(route => route !== 'POST /people/:personId/phone');
    expect([...new Set(drawn.map(({ route }) => route))].sort()).toEqual(reached);
    for (const { route, code, svg } of drawn) {
      const plain = code.replace('-', '');
      const allowed = [ticketQr(plain), invitationQr(world.county.countyId, plain)];
      const drawings = await Promise.all(allowed.map(text => drawQr(text, { type: 'svg', errorCorrectionLevel: 'M', margin: 1 })));
      expect([route, drawings.map(modulesOf).includes(modulesOf(svg))]).toEqual([route, true]);
    }
  });

  // Catches: `proposeAppraisal` answering 'zero' for silence; a draft refused for good where the policy does not cover the patient.
  it('refuse a reward or decide an admission by itself', async () => {
    const counts = fc.nat(92);
    const incident = fc.record({ withinDay: fc.boolean(), byGuardian: fc.boolean() });
    const evidence = fc.record({
      days: fc.constant(92),
      confirmations: fc.record({ taken: counts, partly: counts, notTaken: counts, unanswered: counts }),
      incidents: fc.array(incident, { maxLength: 5 }),
      visits: fc.nat(9),
    });
    fc.assert(
      fc.property(evidence, given => {
        expect(['full', 'review']).toContain(proposeAppraisal(given).outcome);
      }),
    );
    // Not covered: a reason is asked for, and with it people go on.
    expect(isCovered({ riskAtLeast: 3, pastIncident: true, match: 'either' }, 0, false)).toBe(false);
    const { county, reward } = world;
    const application = await reward.apply(await county.ward());
    const { village } = await reward.speakers();
    const silent = await reward.decide(village, application, 'villageReview', { words: undefined });
    expect(silent.refusal.code).toBe('APPLICATION_NEEDS_WORDS');
    expect((await reward.decide(village, application, 'villageReview', { words: '家庭困难，村里研究同意' })).status).toBe(200);
    // Whatever was refused or terminated in this county, a person did it.
    const byItself = await county.database.owner(
      `SELECT act FROM deed WHERE person_id IS NULL AND act ~ '(refus|reject|terminat|admission|admit|denied)'`,
    );
    expect(byItself).toEqual([]);
    expect(mentioning(/admission[- ]?order|入院决定书|强制入院/, 'server/src', 'shared/src')).toEqual([]);
  });

  // Catches: `guardians: true` without comparing the person; the wards of everybody in GET /wards.
  it('show a guardian another patient', async () => {
    const { otherWard, ward, self } = world;
    const theirs = [NAME, PHONE, patientId, world.things.visit, world.things.incident, world.things.request];
    expect(naming(await everyAnswer(otherWard.guardian), theirs)).toEqual([]);
    const others = [otherWard.patientId];
    for (const as of [ward.guardian, self]) expect(naming(await everyAnswer(as), others)).toEqual([]);
  });

  // Catches: the band in a guardian's ward; the risk rating in the answer to a report.
  it('show a risk colour to anybody outside', async () => {
    const standing = /"(band|bandKey|colour|risk|riskRating|stability)":(?!null)/;
    for (const as of [undefined, world.ward.guardian, world.self, world.otherWard.guardian]) {
      const shown = (await everyAnswer(as)).filter(({ text }) => standing.test(text)).map(({ route }) => route);
      expect(shown).toEqual([]);
    }
    // The same patient has a colour for those who answer for them, so there was something to show.
    expect((await everyAnswer(world.reward.people.doctor)).some(({ text }) => standing.test(text))).toBe(true);
  });
});
