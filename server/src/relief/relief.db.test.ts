import {
  readOutlook,
  applyForRelief,
  answerRelief,
  endGrant,
  forwardRelief,
  listHardships,
  listRelief,
  objectToRelief,
  readRelief,
  readReliefVoice,
  receivePapers,
  recordGrant,
  recordResult,
  tellFact,
  withdrawRelief,
} from '@guanhu/shared/relief/relief.routes';
import { listExpenditures } from '@guanhu/shared/payouts/budget.routes';
import { openBudgetLine } from '@guanhu/shared/payouts/finance.routes';
import { readFunds, recordAppropriation } from '@guanhu/shared/payouts/payouts.routes';
import { joinProgramme, openProgramme } from '@guanhu/shared/rehabilitation/rehabilitation.routes';
import { checkInVisit, readVisit, recordVisit } from '@guanhu/shared/visits/visits.routes';
import { listCosts, payCost, proposeCost, reviewCost, superviseCost } from '@guanhu/shared/relief/cost.routes';
import { handOverEscort, listEscorts, moveEscort, planEscort } from '@guanhu/shared/relief/escort.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { urlOf } from '@guanhu/shared/kernel/route';
import { careOf } from '@guanhu/shared/registry/patient-life.rules';
import type { PatientState } from '@guanhu/shared/registry/registry.terms';
import { Places } from '../access/access.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { newId } from '../platform/ids.ts';
import { testCounty, type TestCounty, type TestPerson, type Ward } from '../testing/county.ts';
import { ok, VOICE_NOTE } from '../testing/reward.ts';
import { SMALL_PNG } from '../testing/rights.ts';
import { RemindOfEnding } from './remind-of-ending.ts';

let county: TestCounty;
let cadre: TestPerson;
let office: TestPerson;
let lead: TestPerson;
beforeAll(async () => {
  county = await testCounty();
  cadre = await county.person({ role: 'civilAffairsCadre' });
  office = await county.person({ role: 'socialAffairsOfficer' });
  lead = await county.person({ role: 'townshipLead' });
}, 120_000);
afterAll(() => county.close());

const of = ({ patientId }: Ward) => ({ patientId });
const outlook = async (as: TestPerson, ward: Ward) => ok(await county.call(readOutlook, { as, params: of(ward) }));
const lineOf = async (ward: Ward, benefit: string) => (await outlook(ward.guardian, ward)).benefits.find(one => one.benefit === benefit);
const tell = (ward: Ward, fact: string, answer = 'yes', as = ward.guardian) =>
  county.call(tellFact, { as, params: of(ward), body: { fact, answer } });
const apply = (ward: Ward, benefit: string, more: object = {}) =>
  county.call(applyForRelief, { as: ward.guardian, params: of(ward), body: { reliefId: newId(), benefit, ...more } });
const act = (route: typeof forwardRelief, as: TestPerson, reliefId: Id, body: object) =>
  county.call(route, { as, params: { reliefId }, body });
const tasks = (causeId: Id) =>
  county.rows.sql<{ kind: string; state: string; due_on: string }>(
    'SELECT kind, state, due_on FROM task WHERE county_id = $1 AND cause_id = $2 ORDER BY id',
    [county.countyId, causeId],
  );

/** An application that has reached its office. */
async function forwarded(ward: Ward, benefit = 'temporaryRelief') {
  const { reliefId } = ok(await apply(ward, benefit));
  return ok(await act(forwardRelief, cadre, reliefId, { version: 1 }));
}

it('shows a family what it could have, asks what nobody knows, and learns from the answer (BQ-08, DY-08)', async () => {
  const ward = await county.ward();
  const before = await outlook(ward.guardian, ward);
  expect(before.benefits.every(one => one.standing !== 'notNow')).toBe(true);
  expect(before.questions).toContain('suddenHardship');
  expect(before.may).toEqual({ tell: true, apply: true, handle: false });
  ok(await tell(ward, 'suddenHardship'));
  expect(await lineOf(ward, 'temporaryRelief')).toMatchObject({ standing: 'seems', terms: { fastWorkingDays: 1 } });
  // The last word of a fact holds.
  ok(await tell(ward, 'suddenHardship', 'no', cadre));
  ok(await tell(ward, 'homeless', 'no', cadre));
  expect(await lineOf(ward, 'temporaryRelief')).toMatchObject({ standing: 'notNow' });
  expect((await tell(ward, 'disorder')).refusal.code).toBe('RELIEF_NOT_ASKED');
});

it('shows nobody the family of another, and no stranger anything', async () => {
  const [ward, other] = [await county.ward(), await county.ward()];
  const { reliefId } = ok(await apply(ward, 'temporaryRelief'));
  for (const answer of [
    await county.call(readOutlook, { as: other.guardian, params: of(ward) }),
    await county.call(readRelief, { as: other.guardian, params: { reliefId } }),
    await tell(ward, 'poor', 'yes', other.guardian),
  ])
    expect(answer.refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
});

it('takes an application whatever the outlook says, once, and puts it on the working-day clock (SJ-10, SJ-20)', async () => {
  const ward = await county.ward();
  ok(await tell(ward, 'suddenHardship', 'no'));
  ok(await tell(ward, 'homeless', 'no'));
  const fast = ok(await apply(ward, 'temporaryRelief', { fast: true }));
  expect(fast).toMatchObject({ state: 'collecting', fast: true, office: 'civilAffairsOffice', overdue: false });
  expect((await apply(ward, 'temporaryRelief')).refusal.code).toBe('RELIEF_LIVES');
  expect((await apply(ward, 'medicalRelief', { fast: true })).refusal.code).toBe('RELIEF_NO_FAST_LANE');
  expect(await tasks(fast.reliefId)).toEqual([{ kind: 'relief', state: 'open', due_on: fast.dueOn }]);
  const slow = ok(await apply(ward, 'medicalRelief'));
  expect(String(slow.dueOn) > String(fast.dueOn)).toBe(true);
  ok(await act(withdrawRelief, ward.guardian, fast.reliefId, { version: 1 }));
  expect((await tasks(fast.reliefId)).map(task => task.state)).toEqual(['cancelled']);
  ok(await apply(ward, 'temporaryRelief'));
});

it('goes from its papers to the ledger, and tells the family (TH-04, TH-06)', async () => {
  const ward = await county.ward();
  const one = ok(await apply(ward, 'medicalRelief'));
  const [first = ''] = one.papers.map(paper => paper.name);
  expect((await act(receivePapers, ward.guardian, one.reliefId, { version: 1, papers: [first] })).refusal.code).toBe(
    'NOT_FOUND_OR_NO_ACCESS',
  );
  const handed = ok(await act(receivePapers, cadre, one.reliefId, { version: 1, papers: [first] }));
  expect(handed.papers.map(paper => paper.handedIn)).toEqual([true, false, false, false]);
  expect((await act(forwardRelief, cadre, one.reliefId, { version: 1 })).refusal.code).toBe('STALE');
  const sent = ok(await act(forwardRelief, cadre, one.reliefId, { version: 2 }));
  expect(sent).toMatchObject({ state: 'forwarded', may: { result: true } });
  const grantId = newId();
  const from = county.clock.today();
  const result = { outcome: 'granted', version: 3, grantId, from, amountFen: 30_000, rhythm: 'once', words: '按规定救助' };
  const done = ok(await act(recordResult, cadre, one.reliefId, result));
  expect(done).toMatchObject({ state: 'granted', dueOn: null, grant: { grantId, amountFen: 30_000, inForce: true } });
  expect((await tasks(one.reliefId)).map(task => task.state)).toEqual(['done', 'done']);
  expect(await lineOf(ward, 'medicalRelief')).toMatchObject({ standing: 'has' });
  expect((await apply(ward, 'medicalRelief')).refusal.code).toBe('RELIEF_HAD');
  const [told] = await county.rows.sql<{ count: number }>(
    `SELECT count(*)::int AS count FROM outbox WHERE county_id = $1 AND kind = 'remind' AND payload ->> 'objectId' = $2`,
    [county.countyId, one.reliefId],
  );
  expect(told?.count).toBe(2);
});

it('is refused with a reason by its own office only, and the objection is answered by somebody else', async () => {
  const ward = await county.ward();
  const { reliefId } = await forwarded(ward, 'nursingSubsidy');
  const refusal = { outcome: 'refused', version: 2, words: '残疾等级不够' };
  expect((await act(recordResult, cadre, reliefId, refusal)).refusal.code).toBe('RELIEF_NOT_YOUR_OFFICE');
  expect((await act(recordResult, office, reliefId, { outcome: 'refused', version: 2 })).status).toBe(400);
  ok(await act(recordResult, office, reliefId, refusal));
  const family = ok(await county.call(readRelief, { as: ward.guardian, params: { reliefId } }));
  expect(family).toMatchObject({ state: 'refused', may: { object: true } });
  expect(family.steps.at(-1)).toMatchObject({ act: 'refused', words: '残疾等级不够' });
  expect((await act(objectToRelief, ward.guardian, reliefId, { version: 3 })).refusal.code).toBe('INPUT_INVALID');
  expect((await act(objectToRelief, ward.guardian, reliefId, { version: 3, voice: SMALL_PNG })).refusal.code).toBe('FILE_TYPE_NOT_KEPT');
  // Said instead of typed, and heard by whoever answers; nobody else's step has a voice.
  const said = ok(await act(objectToRelief, ward.guardian, reliefId, { version: 3, voice: VOICE_NOTE })).steps;
  expect(said.map(step => step.hasVoice)).toEqual([...said.slice(1).map(() => false), true]);
  const [first, last] = [said[0]?.stepId ?? '', said.at(-1)?.stepId ?? ''];
  const voice = (as: TestPerson, stepId: Id, of = reliefId) =>
    fetch(`${county.url}/api${urlOf(readReliefVoice, { reliefId: of, stepId })}`, { headers: { authorization: `Bearer ${as.token}` } });
  const heard = await voice(lead, last);
  expect([heard.status, heard.headers.get('content-type')]).toEqual([200, 'audio/wav']);
  expect(Buffer.from(await heard.arrayBuffer()).toString('base64')).toBe(VOICE_NOTE);
  const elsewhere = await forwarded(await county.ward());
  const refused = [
    await voice(lead, first),
    await voice(lead, last, elsewhere.reliefId),
    await voice((await county.ward()).guardian, last),
  ];
  expect(refused.map(answer => answer.status)).toEqual([404, 404, 404]);
  expect((await act(answerRelief, office, reliefId, { version: 4, outcome: 'overturn', words: '重新办理' })).refusal.code).toBe(
    'NOT_FOUND_OR_NO_ACCESS',
  );
  const again = ok(await act(answerRelief, lead, reliefId, { version: 4, outcome: 'overturn', words: '重新办理' }));
  expect(again.state).toBe('forwarded');
  expect((await tasks(reliefId)).map(task => task.state)).toEqual(['done', 'done', 'open']);
});

it('is objected to in time when that was written in time without signal, and stands under that day', async () => {
  const ward = await county.ward();
  const { reliefId } = await forwarded(ward, 'nursingSubsidy');
  const { objectUntil } = ok(await act(recordResult, office, reliefId, { outcome: 'refused', version: 2, words: '残疾等级不够' }));
  const atTen = (days: number) => new Date(`${addDays(objectUntil ?? county.clock.today(), days)}T10:00:00+08:00`);
  const before = county.clock.now();
  county.clock.set(atTen(2));
  const object = (days: number) =>
    act(objectToRelief, ward.guardian, reliefId, { version: 3, words: '去年评过', tappedAt: atTen(days).toISOString() });
  expect((await object(1)).refusal.code).toBe('RELIEF_OBJECTION_LATE');
  const objected = ok(await object(0));
  expect([objected.state, objected.steps.at(-1)?.at]).toEqual(['objected', atTen(0).toISOString()]);
  county.clock.set(before);
});

it('lists applications and persons in hardship to whoever answers for the place (YM-16)', async () => {
  const ward = await county.ward();
  const { reliefId } = ok(await apply(ward, 'temporaryRelief'));
  for (const fact of ['noMeans', 'noSupporter']) ok(await tell(ward, fact));
  const elsewhere = await county.person({ role: 'civilAffairsCadre', area: county.areas.otherTownship });
  const ids = async (as: TestPerson) => ok(await county.call(listRelief, { as, query: {} })).rows.map(row => row.reliefId);
  const threeNo = async (as: TestPerson) =>
    ok(await county.call(listHardships, { as, query: { kind: 'threeNo' } })).rows.map(row => row.patientId);
  expect([await ids(cadre), await ids(elsewhere)]).toEqual([expect.arrayContaining([reliefId]), []]);
  expect([await threeNo(cadre), await threeNo(elsewhere)]).toEqual([[ward.patientId], []]);
  ok(await tell(ward, 'noMeans', 'no'));
  expect(await threeNo(cadre)).toEqual([]);
});

it('lists nobody whose care is over among the homeless: the dead, those who moved away, those not confirmed', async () => {
  const wards = {
    deceased: await county.ward(),
    movedOut: await county.ward(),
    notConfirmed: await county.ward(),
    inCare: await county.ward(),
  };
  for (const [state, ward] of Object.entries(wards)) {
    const { patientId } = ward;
    ok(await tell(ward, 'homeless'));
    await county.rows.sql('UPDATE patient SET state = $3, care = $4 WHERE county_id = $1 AND id = $2', [
      county.countyId,
      patientId,
      state,
      careOf(state as PatientState, null),
    ]);
  }
  const listed = ok(await county.call(listHardships, { as: cadre, query: { kind: 'homeless' } })).rows.map(row => row.patientId);
  expect(Object.values(wards).filter(({ patientId }) => listed.includes(patientId))).toEqual([wards.inCare]);
});

it('keeps the ledger: what was there before, once at a time, until it ends', async () => {
  const ward = await county.ward();
  const today = county.clock.today();
  const body = { grantId: newId(), benefit: 'minimumLiving', from: addDays(today, -400), until: null, amountFen: 60_000, rhythm: 'month' };
  const record = (more: object = {}) =>
    county.call(recordGrant, { as: cadre, params: of(ward), body: { ...body, grantId: newId(), ...more } });
  const kept = ok(await county.call(recordGrant, { as: cadre, params: of(ward), body }));
  expect(kept.benefits.find(one => one.benefit === 'minimumLiving')?.standing).toBe('has');
  expect((await Promise.all([record(), record({ from: today })])).map(each => each.refusal.code)).toEqual(['RELIEF_HAD', 'RELIEF_HAD']);
  const end = (lastOn: string, version = 1) =>
    county.call(endGrant, { as: cadre, params: { grantId: body.grantId }, body: { version, lastOn } });
  expect((await end(addDays(today, -401))).refusal.code).toBe('INPUT_INVALID');
  ok(await end(addDays(today, -1)));
  expect((await end(addDays(today, -1))).refusal.code).toBe('STALE');
  // Two at once: one is kept.
  const raced = await Promise.all([record({ from: today }), record({ from: today })]);
  expect(raced.map(each => each.status).sort()).toEqual([200, 409]);
});

it('asks again before a term ends, once, and is asked for early then', async () => {
  const ward = await county.ward();
  const [today, grantId] = [county.clock.today(), newId()];
  const until = addDays(today, 30);
  const body = { grantId, benefit: 'nursingSubsidy', from: addDays(today, -300), until };
  ok(await county.call(recordGrant, { as: cadre, params: of(ward), body }));
  for (let times = 0; times < 2; times++) await county.app.get(RemindOfEnding).run(county.countyId);
  expect(await tasks(grantId)).toEqual([{ kind: 'reliefRenewal', state: 'open', due_on: until }]);
  ok(await apply(ward, 'nursingSubsidy'));
  expect((await tasks(grantId)).map(task => task.state)).toEqual(['done']);
});

it('has civil affairs visit a family, look into its means, organise relief and find the homeless (TH-04)', async () => {
  const ward = await county.ward();
  const doctor = await county.person({ role: 'mentalHealthDoctor' });
  const seat = (name: 'civilAffairs' | 'doctor', { id }: TestPerson) =>
    county.rows.inTransaction(tx => county.app.get(Teams).takeSeat(tx, ward.patientId, name, id));
  await seat('civilAffairs', cadre);
  await seat('doctor', doctor);
  const at = county.clock.now().toISOString();
  // They visit together with the doctor, and the record names both.
  const visit = ok(await county.call(checkInVisit, { as: doctor, params: of(ward), body: { visitId: newId(), at } }));
  const seen = { risk: 0, symptoms: [], insight: 1, functions: { selfCare: 1 }, stability: 'stable' };
  const record = { result: 'done', form: 2, respondents: [1], ...seen };
  const companions = [{ personId: cadre.id }];
  const params = { visitId: visit.visitId };
  ok(await county.call(recordVisit, { as: doctor, params, body: { version: visit.version, record, companions } }));
  expect(JSON.stringify(ok(await county.call(readVisit, { as: cadre, params })))).toContain(cadre.name);
  // What was found of its means makes what it could have, and puts it on the list of those without a home.
  for (const fact of ['suddenHardship', 'homeless', 'poor']) ok(await tell(ward, fact, 'yes', cadre));
  expect(await lineOf(ward, 'temporaryRelief')).toMatchObject({ standing: 'seems' });
  const homeless = ok(await county.call(listHardships, { as: cadre, query: { kind: 'homeless' } })).rows.map(row => row.patientId);
  expect(homeless).toContain(ward.patientId);
  const { reliefId } = ok(await act(forwardRelief, cadre, ok(await apply(ward, 'medicalRelief')).reliefId, { version: 1 }));
  // It is supervised: what is late is late for those above, too.
  county.clock.set(new Date(county.clock.now().getTime() + 60 * 86_400_000));
  const above = await county.person({ role: 'townshipLead' });
  const late = ok(await county.call(listRelief, { as: above, query: {} })).rows.find(row => row.reliefId === reliefId);
  county.clock.set(new Date(at));
  expect(late).toMatchObject({ state: 'forwarded', overdue: true });
});

it('gives the disabled people’s workstation the certificate, support for medicine and hospital, and funds of its own (BQ-10)', async () => {
  const ward = await county.ward();
  const workstation = await county.person({ role: 'rehabCoordinator' });
  const certificate = ok(await apply(ward, 'disabilityCertificate', { fast: true }));
  expect(certificate).toMatchObject({ office: 'disabledFederation', fast: true });
  ok(await act(forwardRelief, workstation, certificate.reliefId, { version: 1 }));
  const from = county.clock.today();
  // The assessment found the level; the certificate stands in the ledger from then on, and opens what depends on it.
  const assessed = { outcome: 'granted', version: 2, grantId: newId(), from, words: '评定为精神残疾二级' };
  expect(ok(await act(recordResult, workstation, certificate.reliefId, assessed)).state).toBe('granted');
  for (const fact of ['severe', 'treated']) ok(await tell(ward, fact, 'yes', workstation));
  for (const benefit of ['nursingSubsidy', 'outpatientRest'])
    expect([benefit, (await lineOf(ward, benefit))?.standing]).toEqual([benefit, 'seems']);
  const { reliefId } = ok(await act(forwardRelief, workstation, ok(await apply(ward, 'outpatientRest')).reliefId, { version: 1 }));
  const paid = { outcome: 'granted', version: 2, grantId: newId(), from, amountFen: 12_000, rhythm: 'once', words: '门诊自付部分' };
  ok(await act(recordResult, workstation, reliefId, paid));
  const place = { programmeId: newId(), areaId: county.areas.township, kind: 'work', what: '编竹筐', place: '镇残疾人工作站', since: from };
  ok(await county.call(openProgramme, { as: workstation, body: place }));
  const body = { participantId: newId(), programmeId: place.programmeId, origin: 'team', since: from } as const;
  ok(await county.call(joinProgramme, { as: workstation, params: of(ward), body }));
});

it('pays the bill of somebody of unknown origin through four persons (TH-08)', async () => {
  const ward = await county.ward();
  const payer = await county.person({ role: 'financeOfficer' });
  const overseer = await county.person({ role: 'administrator', area: county.areas.county });
  const both = await county.person({ role: 'townshipLead' });
  await county.rows.sql(
    `INSERT INTO post (county_id, id, person_id, role, area_id, from_on) VALUES ($1, $2, $3, 'financeOfficer', $4, '2020-01-01')`,
    [county.countyId, newId(), both.id, county.areas.township],
  );
  const costId = newId();
  const body = { costId, origin: 'unknown', billFen: 120_000, words: '路边发现，送县医院' };
  ok(await county.call(proposeCost, { as: office, params: of(ward), body }));
  const [asked] = await county.rows.sql<{ payload: object }>('SELECT payload FROM outbox WHERE county_id = $1 AND key = $2', [
    county.countyId,
    `review:relief-cost:${costId}:proposed:${both.id}`,
  ]);
  expect(asked?.payload).toMatchObject({ opens: 'costs' });
  const step = <R extends typeof reviewCost>(route: R, as: TestPerson, more: object) =>
    county.call(route, { as, params: { costId }, body: { words: '核对票据', ...more } });
  expect((await step(reviewCost, both, { version: 1, allowedFen: 120_001 })).refusal.code).toBe('RELIEF_COST_TOO_MUCH');
  ok(await step(reviewCost, both, { version: 1, allowedFen: 100_000 }));
  expect(
    (await county.call(payCost, { as: both, params: { costId }, body: { version: 2, paidFen: 100_000, words: '凭证' } })).refusal.code,
  ).toBe('RELIEF_COST_SAME_PERSON');
  const pay = (paidFen = 100_000) =>
    county.call(payCost, { as: payer, params: { costId }, body: { version: 2, paidFen, words: '凭证 12 号' } });
  expect((await pay(100_001)).refusal.code).toBe('RELIEF_COST_TOO_MUCH');
  // It is spent from the budget for such costs, and from no other, however much that one holds.
  expect((await pay()).refusal.code).toBe('PAYING_OFFICE_MISSING');
  const officeId = await county.rows.inTransaction(tx =>
    county.app.get(Places).addOrganisation(tx, { kind: 'financeOffice', name: '云坪镇财政所', areaId: county.areas.township }),
  );
  expect((await pay()).refusal.code).toBe('BUDGET_LINE_MISSING');
  const receive = async (purpose: 'reward' | 'elsewhere', amountFen: number) => {
    const receivedOn = county.clock.today();
    const line = {
      officeId,
      year: Number(receivedOn.slice(0, 4)),
      code: `2101-${purpose}`,
      name: '试科目',
      purpose,
      plannedFen: amountFen,
    };
    const { id: lineId } = ok(await county.call(openBudgetLine, { as: payer, body: line }));
    const received = { officeId, lineId, amountFen, receivedOn, documentNumber: `拨款 ${purpose}` };
    ok(await county.call(recordAppropriation, { as: payer, body: received }));
    return lineId;
  };
  const reward = await receive('reward', 900_000);
  expect((await pay()).refusal.code).toBe('BUDGET_LINE_MISSING');
  const elsewhere = await receive('elsewhere', 99_999);
  expect((await pay()).refusal.code).toBe('FUNDS_NOT_ENOUGH');
  const more = { officeId, lineId: elsewhere, amountFen: 1, receivedOn: county.clock.today(), documentNumber: '补拨' };
  ok(await county.call(recordAppropriation, { as: payer, body: more }));
  ok(await pay());
  const [fund] = ok(await county.call(readFunds, { as: payer })).offices;
  expect(fund).toMatchObject({ agrees: true, balances: { available: 900_000, spent: 0 } });
  expect(fund?.lines.find(line => line.id === elsewhere)?.balances).toMatchObject({ available: 0, spent: 100_000 });
  expect(fund?.lines.find(line => line.id === reward)?.balances).toMatchObject({ available: 900_000, spent: 0 });
  const [spent] = ok(await county.call(listExpenditures, { as: payer, query: {} })).rows;
  expect(spent).toMatchObject({ source: 'cost', purpose: 'elsewhere', amountFen: 100_000, may: { takeBack: false, check: false } });
  ok(await county.call(superviseCost, { as: overseer, params: { costId }, body: { version: 3, words: '已核查，用于救治' } }));
  const [row] = ok(await county.call(listCosts, { as: payer, query: { state: 'supervised' } })).rows;
  expect(row).toMatchObject({ costId, billFen: 120_000, allowedFen: 100_000, paidFen: 100_000 });
  expect(row?.steps.map(one => one.act)).toEqual(['proposed', 'reviewed', 'paid', 'supervised']);
});

it('brings somebody from elsewhere home and hands them over once, with a receipt to print and sign (SJ-10, BQ-07)', async () => {
  const ward = await county.ward();
  const police = await county.person({ role: 'communityPolice' });
  const plan = { escortId: newId(), reason: 'elsewhere', from: '云坪镇', to: '邻县救助站', escorts: '民警和民政各一人', words: '家在邻县' };
  const { escortId } = ok(await county.call(planEscort, { as: police, params: of(ward), body: plan }));
  const params = { escortId };
  const paper = (as: TestPerson) =>
    fetch(`${county.url}/api/escorts/${escortId}/receipt/pdf`, { headers: { authorization: `Bearer ${as.token}` } });
  const taken = { receiver: '试接收', unit: '邻县救助站', phone: '0000-1234567', items: ['medicine', 'record'], condition: '平稳' };
  const handOver = (version: number) => county.call(handOverEscort, { as: police, params, body: { version, ...taken } });
  expect((await handOver(1)).refusal.code).toBe('ESCORT_MOVE_NOT_ALLOWED');
  expect((await paper(police)).status).toBe(409);
  const setOut = () => county.call(moveEscort, { as: police, params, body: { version: 1, to: 'underway' } });
  ok(await setOut());
  expect((await setOut()).refusal.code).toBe('ESCORT_MOVE_NOT_ALLOWED');
  expect((await handOver(1)).refusal.code).toBe('STALE');
  expect(ok(await handOver(2))).toEqual({ escortId, state: 'handedOver', version: 3 });
  expect((await handOver(3)).refusal.code).toBe('ESCORT_MOVE_NOT_ALLOWED');
  const { rows } = ok(await county.call(listEscorts, { as: office, query: { state: 'handedOver' } }));
  expect(rows).toMatchObject([{ escortId, from: '云坪镇', mayWrite: false, receipt: { unit: '邻县救助站', by: police.name } }]);
  const pdf = Buffer.from(await (await paper(office)).arrayBuffer());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect((await paper(ward.guardian)).status).toBe(404);
});

it('costs what it costs: each bill of an escort says what it paid for, and goes the way of every such cost (TH-08)', async () => {
  const ward = await county.ward();
  const way = { reason: 'elsewhere', from: '云坪镇', to: '邻县救助站', escorts: '民警一人', words: '家在邻县' } as const;
  const { escortId } = ok(await county.call(planEscort, { as: office, params: of(ward), body: { escortId: newId(), ...way } }));
  const bill = { origin: 'elsewhere', paidFor: 'travel', escortId, billFen: 36_050, words: '往返车票四张' } as const;
  const propose = (body: object, whose = ward) =>
    county.call(proposeCost, { as: office, params: of(whose), body: { costId: newId(), ...bill, ...body } });
  expect((await propose({})).refusal.code).toBe('RELIEF_COST_NEEDS_ESCORT');
  ok(await county.call(moveEscort, { as: office, params: { escortId }, body: { version: 1, to: 'underway' } }));
  for (const wrong of [
    await propose({ escortId: undefined }),
    await propose({ escortId: newId() }),
    await propose({}, await county.ward()),
  ])
    expect(wrong.refusal.code).toBe('RELIEF_COST_NEEDS_ESCORT');
  const { costId, version } = ok(await propose({}));
  ok(await propose({ paidFor: 'board', billFen: 8_000, words: '两人食宿' }));
  const lead = await county.person({ role: 'townshipLead' });
  const body = { version, allowedFen: 36_000, words: '有票的' };
  expect(ok(await county.call(reviewCost, { as: lead, params: { costId }, body })).way).toBe('云坪镇到邻县救助站');
  const [escort] = ok(await county.call(listEscorts, { as: office, query: { state: 'underway' } })).rows;
  expect(escort).toMatchObject({ escortId, mayPropose: true });
  expect(escort?.costs.map(({ paidFor, billFen, state }) => [paidFor, billFen, state])).toEqual([
    ['travel', 36_050, 'reviewed'],
    ['board', 8_000, 'proposed'],
  ]);
  const payer = await county.person({ role: 'financeOfficer' });
  const officeId = await financeOffice();
  const on = county.clock.today();
  const year = Number(on.slice(0, 4));
  const line = { officeId, year, code: '2101-escort', name: '护送科目', purpose: 'elsewhere', plannedFen: 50_000 } as const;
  const { id: lineId } = ok(await county.call(openBudgetLine, { as: payer, body: line }));
  const received = { officeId, lineId, amountFen: 50_000, receivedOn: on, documentNumber: '护送拨款' };
  ok(await county.call(recordAppropriation, { as: payer, body: received }));
  ok(await county.call(payCost, { as: payer, params: { costId }, body: { version: version + 1, paidFen: 36_000, words: '凭证 9 号' } }));
  const [spent] = ok(await county.call(listExpenditures, { as: payer, query: {} })).rows;
  expect(spent).toMatchObject({ source: 'cost', purpose: 'elsewhere', amountFen: 36_000 });
});

/** The office that pays; another test may have set it up. */
async function financeOffice(): Promise<Id> {
  const [known] = await county.rows.sql<{ id: Id }>(`SELECT id FROM organisation WHERE county_id = $1 AND kind = 'financeOffice'`, [
    county.countyId,
  ]);
  const add = { kind: 'financeOffice', name: '云坪镇财政所', areaId: county.areas.township } as const;
  return known?.id ?? county.rows.inTransaction(tx => county.app.get(Places).addOrganisation(tx, add));
}
