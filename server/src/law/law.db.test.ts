import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import {
  closeLegalMatter,
  listLegalMatters,
  noteLegalMatter,
  passLegalMatter,
  readLegalMatter,
  recordLegalMatter,
} from '@guanhu/shared/law/legal-matter.routes';
import { Leavings } from '../access/access.public.ts';
import { newId } from '../platform/ids.ts';
import { testCounty, type TestCounty, type TestPerson, type Ward } from '../testing/county.ts';
import { ok } from '../testing/reward.ts';

let county: TestCounty;
let office: TestPerson;
let lead: TestPerson;
let police: TestPerson;
let ward: Ward;
beforeAll(async () => {
  county = await testCounty();
  office = await county.person({ role: 'socialAffairsOfficer' });
  lead = await county.person({ role: 'villageLead', area: county.areas.village });
  police = await county.person({ role: 'communityPolice' });
  ward = await county.ward();
}, 120_000);
afterAll(() => county.close());

const record = (more: object = {}, as = office) => {
  const today = county.clock.today();
  const days = { foundOn: today, dueOn: addDays(today, 7) };
  const about = { patientId: ward.patientId, areaId: null, ownerId: lead.id, ...days };
  const body = { matterId: newId(), kind: 'dispute', subject: 'neighbours', words: '为地界争吵', ...about, ...more };
  return county.call(recordLegalMatter, { as, body });
};
const tasks = (causeId: Id) =>
  county.rows.sql<{ state: string; assignee: Id; due: string; patient: Id | null }>(
    `SELECT state, assignee_id AS assignee, due_on AS due, patient_id AS patient FROM task
     WHERE county_id = $1 AND cause_id = $2 AND kind = 'legalMatter' ORDER BY id`,
    [county.countyId, causeId],
  );

it('logs a conflict with its owner and day, tells the justice office, and how it ended (SJ-12, DY-09)', async () => {
  const { matterId } = ok(await record());
  const params = { matterId };
  ok(await county.call(noteLegalMatter, { as: lead, params, body: { version: 1, act: 'justiceTold', words: '请司法所一起调解' } }));
  const dueOn = addDays(county.clock.today(), 14);
  const pass = (ownerId: Id) =>
    county.call(passLegalMatter, { as: office, params, body: { version: 2, ownerId, dueOn, words: '请民警一起' } });
  // Of the family, and of nobody who may.
  for (const one of [ward.guardian, await county.person()]) expect((await pass(one.id)).refusal.code).toBe('LEGAL_OWNER_WRONG');
  ok(await pass(police.id));
  expect(await tasks(matterId)).toEqual([
    { state: 'done', assignee: lead.id, due: addDays(county.clock.today(), 7), patient: null },
    { state: 'open', assignee: police.id, due: dueOn, patient: null },
  ]);
  const close = (outcome: string, version = 3) =>
    county.call(closeLegalMatter, { as: police, params, body: { version, outcome, words: '写了调解书' } });
  expect((await close('granted')).refusal.code).toBe('LEGAL_OUTCOME_WRONG');
  expect((await close('settled', 2)).refusal.code).toBe('STALE');
  ok(await close('settled'));
  expect((await close('settled', 4)).refusal.code).toBe('LEGAL_MATTER_CLOSED');
  const shown = ok(await county.call(readLegalMatter, { as: office, params }));
  expect(shown).toMatchObject({ state: 'closed', outcome: 'settled', mayWrite: false, ownerName: police.name });
  expect(shown.steps.map(step => step.act)).toEqual(['recorded', 'justiceTold', 'passed', 'closed']);
  expect((await tasks(matterId)).map(task => task.state)).toEqual(['done', 'done']);
});

it('refers a family to legal aid and a case to forensic assessment, with what came of it (TH-07)', async () => {
  expect((await record({ kind: 'legalAid' })).refusal.code).toBe('INPUT_INVALID');
  const { matterId } = ok(await record({ kind: 'legalAid', subject: null, words: '抚养费，转县法律援助中心' }));
  const params = { matterId };
  ok(await county.call(noteLegalMatter, { as: lead, params, body: { version: 1, act: 'familyContacted', words: '说了要带的材料' } }));
  ok(await county.call(closeLegalMatter, { as: lead, params, body: { version: 2, outcome: 'granted', words: '已指派律师' } }));
  ok(await record({ kind: 'forensic', subject: null, words: '公安机关委托鉴定' }, police));
});

it('keeps a conflict of nobody at its place, and refuses one without a place', async () => {
  const { village, otherTownship } = county.areas;
  const { matterId } = ok(await record({ patientId: null, areaId: village, kind: 'mediationNotice', subject: 'family' }));
  expect(ok(await county.call(readLegalMatter, { as: lead, params: { matterId } }))).toMatchObject({ patientId: null, patientName: null });
  expect((await record({ patientId: null })).refusal.code).toBe('INPUT_INVALID');
  expect((await record({ patientId: null, areaId: otherTownship })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  expect((await record({ patientId: null, areaId: village, kind: 'forensic', subject: null })).refusal.code).toBe('LEGAL_NEEDS_PATIENT');
});

it('is never the family’s to read, whatever post they hold, nor another township’s', async () => {
  const { matterId } = ok(await record());
  const elsewhere = await county.person({ role: 'socialAffairsOfficer', area: county.areas.otherTownship });
  const kin = await county.person({ role: 'communityPolice' });
  await county.rows.sql(
    `INSERT INTO guardianship (county_id, id, patient_id, person_id, is_primary, since) VALUES ($1, $2, $3, $4, false, $5)`,
    [county.countyId, newId(), ward.patientId, kin.id, county.clock.today()],
  );
  for (const as of [ward.guardian, elsewhere, kin])
    expect((await county.call(readLegalMatter, { as, params: { matterId } })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  const shown = async (as: TestPerson) =>
    ok(await county.call(listLegalMatters, { as, query: { patientId: ward.patientId } })).rows.some(row => row.matterId === matterId);
  expect(await Promise.all([office, elsewhere, kin].map(shown))).toEqual([true, false, false]);
});

it('passes to the successor of whoever leaves, with its task', async () => {
  const [leaver, successor] = [await county.person({ role: 'securityOfficer' }), await county.person({ role: 'securityOfficer' })];
  const { matterId } = ok(await record({ ownerId: leaver.id }));
  const leaving = { personId: leaver.id, successorId: successor.id };
  await county.rows.inTransaction(tx => county.app.get(Leavings).tell(tx, leaving));
  expect((await tasks(matterId)).map(task => task.assignee)).toEqual([successor.id]);
  expect(ok(await county.call(readLegalMatter, { as: successor, params: { matterId } }))).toMatchObject({ mine: true });
});
