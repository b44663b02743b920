import { addDays, dayOf } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { listTodaysTasks } from '@guanhu/shared/agenda/agenda.routes';
import type { MeetingRef, PlanMeetingBody, WriteMinutesBody } from '@guanhu/shared/meetings/meetings.contract';
import * as routes from '@guanhu/shared/meetings/meetings.routes';
import { canonicalMinutes } from '@guanhu/shared/meetings/minutes-text.rules';
import { Leavings, Places } from '../access/access.public.ts';
import { textDigests } from '../platform/crypto/text-digests.ts';
import { newId } from '../platform/ids.ts';
import { testCounty, type TestCounty, type TestPerson } from '../testing/county.ts';
import { ok } from '../testing/reward.ts';
import { openZip } from '../platform/workbook/zip-archive.ts';
import { RemindOfMeeting } from './remind-of-meeting.ts';
import { Vaults } from '../platform/crypto/vault.ts';
import { readIssue } from './minutes.store.ts';

let county: TestCounty;
let officer: TestPerson;
let police: TestPerson;
let doctor: TestPerson;
let station: Id;
let clinic: Id;
/** Nobody of it works with the software. */
let justice: Id;

beforeAll(async () => {
  county = await testCounty();
  // A fortnight before the quarter ends.
  county.clock.set(new Date('2026-06-15T10:00:00+08:00'));
  const { township } = county.areas;
  const add = (kind: 'policeStation' | 'townHealthCenter' | 'justiceOffice', name: string) =>
    county.rows.inTransaction(tx => county.app.get(Places).addOrganisation(tx, { kind, name, areaId: township }));
  [station, clinic, justice] = [
    await add('policeStation', '云坪派出所'),
    await add('townHealthCenter', '云坪卫生院'),
    await add('justiceOffice', '云坪司法所'),
  ];
  officer = await county.person({ role: 'socialAffairsOfficer' });
  [police, doctor] = [await member('communityPolice', station), await member('mentalHealthDoctor', clinic)];
});
afterAll(() => county.close());

/** Somebody of a unit, whose own post stands in a village. */
async function member(role: 'communityPolice' | 'mentalHealthDoctor', organisationId: Id): Promise<TestPerson> {
  const person = await county.person({ role, area: county.areas.village });
  await county.rows.sql('UPDATE post SET organisation_id = $3 WHERE county_id = $1 AND person_id = $2', [
    county.countyId,
    person.id,
    organisationId,
  ]);
  return person;
}

const plan = (body: Partial<PlanMeetingBody> = {}, as = officer) =>
  county.call(routes.planMeeting, {
    as,
    body: {
      meetingId: newId(),
      townshipId: county.areas.township,
      kind: 'special',
      on: county.clock.today(),
      place: '二楼会议室',
      units: [station, clinic, justice],
      agenda: [{ topic: '超期的工作 3 件（竹坪村 3）', source: 'overdue' }],
      ...body,
    },
  });
const minutes = (version: number, change: Partial<WriteMinutesBody> = {}): WriteMinutesBody => ({
  version,
  attendance: [station, clinic, justice].map(organisationId => ({ organisationId, attended: organisationId !== justice, who: null })),
  summary: '通报了近期工作。',
  topics: [{ topic: '超期的工作', words: '月底前补上。' }],
  decisions: [{ what: '补齐走访', ownerId: police.id, dueOn: county.clock.today() }],
  ...change,
});
const write = ({ meetingId, version }: MeetingRef, change: Partial<WriteMinutesBody> = {}, as = officer) =>
  county.call(routes.writeMinutes, { as, params: { meetingId }, body: minutes(version, change) });
const send = ({ meetingId, version }: MeetingRef) =>
  county.call(routes.sendMinutes, { as: officer, params: { meetingId }, body: { version } });
const issue = ({ meetingId, version }: Pick<MeetingRef, 'meetingId' | 'version'>) =>
  county.call(routes.issueMinutes, { as: officer, params: { meetingId }, body: { version } });
const read = async (meetingId: Id, as = officer) => ok(await county.call(routes.readMeeting, { as, params: { meetingId } }));
const sent = async (body: Partial<PlanMeetingBody> = {}, change: Partial<WriteMinutesBody> = {}): Promise<MeetingRef> =>
  ok(await send(ok(await write(ok(await plan(body)), change))));
const sign = async (
  meetingId: Id,
  as: TestPerson,
  organisationId: Id,
  rest: { stand?: 'agree' | 'object'; words?: string; paper?: string } = {},
) => {
  const textId = (await read(meetingId)).minutes?.textId ?? '';
  const body = { textId, organisationId, stand: rest.stand ?? 'agree', words: rest.words ?? null, paperSigner: rest.paper ?? null };
  return county.call(routes.countersignMinutes, { as, params: { meetingId }, body });
};
const everybodySigns = async (meetingId: Id) => {
  ok(await sign(meetingId, police, station));
  ok(await sign(meetingId, doctor, clinic));
  return ok(await sign(meetingId, officer, justice, { paper: '试所长' }));
};
const tasksOf = async (as: TestPerson) => ok(await county.call(listTodaysTasks, { as })).rows;

it('is called of all or some member units, shown to them and the offices, and called off before it is held (BQ-02)', async () => {
  const some = ok(await plan({ units: [station] }));
  expect((await read(some.meetingId, police)).units).toMatchObject([{ name: '云坪派出所', mine: true, held: true, attended: null }]);
  expect((await county.call(routes.readMeeting, { as: doctor, params: { meetingId: some.meetingId } })).refusal.code).toBe(
    'NOT_FOUND_OR_NO_ACCESS',
  );
  const listed = async (as: TestPerson) => ok(await county.call(routes.listMeetings, { as })).rows.map(row => row.meetingId);
  expect([await listed(police), await listed(doctor)]).toEqual([[some.meetingId], []]);
  expect((await plan({ units: [station, station] })).refusal.code).toBe('MEETING_UNITS_WRONG');
  expect((await plan({ units: [newId()] })).refusal.code).toBe('MEETING_UNITS_WRONG');
  const cancel = (as: TestPerson) =>
    county.call(routes.cancelMeeting, { as, params: { meetingId: some.meetingId }, body: { version: 1, reason: '改期' } });
  expect((await cancel(police)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  ok(await cancel(officer));
  expect(await read(some.meetingId)).toMatchObject({ state: 'cancelled', cancelReason: '改期' });
  expect((await write({ ...some, version: 2 })).refusal.code).toBe('MEETING_MOVE_NOT_ALLOWED');
});

it('has minutes about every unit that was invited, with owners who work there', async () => {
  const ref = ok(await plan());
  const stranger = await county.person({ role: 'gridWorker', area: county.areas.farVillage });
  expect((await write(ref, { attendance: minutes(1).attendance.slice(1) })).refusal.code).toBe('MEETING_UNITS_WRONG');
  expect((await write(ref, { decisions: minutes(1).decisions.map(one => ({ ...one, ownerId: stranger.id })) })).refusal.code).toBe(
    'DECISION_NEEDS_OWNER',
  );
  expect((await write(ref, {}, police)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  expect((await send(ref)).refusal.code).toBe('MEETING_MOVE_NOT_ALLOWED');
});

it('tells the people of every member unit, each once for a text, and opens the minutes on their phones', async () => {
  const colleague = await member('communityPolice', station);
  const retired = await member('mentalHealthDoctor', clinic);
  await county.rows.sql('UPDATE post SET from_on = $3, until_on = $3 WHERE county_id = $1 AND person_id = $2', [
    county.countyId,
    retired.id,
    addDays(county.clock.today(), -1),
  ]);
  const { meetingId, version } = await sent();
  const told = async () =>
    county.rows.sql<{ person_id: Id; payload: object }>(
      `SELECT payload ->> 'personId' AS person_id, payload FROM outbox WHERE county_id = $1 AND kind = 'review-asked' AND payload ->> 'objectId' = $2`,
      [county.countyId, meetingId],
    );
  const persons = (rows: readonly { person_id: Id }[]) => rows.map(row => row.person_id).sort();
  const first = await told();
  expect(persons(first)).toEqual([police.id, doctor.id, colleague.id].sort());
  expect(first[0]?.payload).toEqual({ personId: first[0]?.person_id, nearPatientId: null, opens: 'minutes', objectId: meetingId });
  // Another text is another thing to look at.
  ok(await sign(meetingId, doctor, clinic, { stand: 'object', words: '少写了一条' }));
  ok(await send(ok(await write({ meetingId, state: 'drafting', version: version + 1 }))));
  expect(persons(await told())).toEqual([police.id, police.id, doctor.id, doctor.id, colleague.id, colleague.id].sort());
  await county.work();
  const [message] = await county.rows.sql<{ what: string; page: string }>(
    'SELECT what, page FROM message WHERE county_id = $1 AND person_id = $2 AND object_id = $3 ORDER BY at DESC',
    [county.countyId, police.id, meetingId],
  );
  expect(message?.what).toBe('有一份会议纪要等您会签');
  expect(message?.page).toMatch(new RegExp(`^packages/meetings/meeting/index\\?meetingId=${meetingId}&m=`));
  await county.rows.sql('UPDATE post SET organisation_id = NULL WHERE county_id = $1 AND person_id = $2', [county.countyId, colleague.id]);
});

it('goes back with the reasons of a unit that objects, and is signed anew by all; what was said stays (BQ-03)', async () => {
  const { meetingId, version } = await sent();
  expect((await sign(meetingId, doctor, station)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  expect((await sign(meetingId, officer, station, { paper: '试所长' })).refusal.code).toBe('COUNTERSIGN_NOT_ON_PAPER');
  ok(await sign(meetingId, police, station));
  expect((await sign(meetingId, police, station)).refusal.code).toBe('COUNTERSIGNED_ALREADY');
  expect((await sign(meetingId, doctor, clinic, { stand: 'object' })).refusal.code).toBe('OBJECTION_NEEDS_WORDS');
  const back = ok(await sign(meetingId, doctor, clinic, { stand: 'object', words: '第二条会上没有讨论' }));
  expect(back).toMatchObject({ state: 'drafting', version: version + 2 });
  ok(await send(ok(await write(back, { summary: '改过的通报。' }))));
  const again = await read(meetingId);
  expect(again).toMatchObject({ drafts: 2, objections: [{ unitName: '云坪卫生院', words: '第二条会上没有讨论' }] });
  expect(again.units.map(unit => unit.given)).toEqual([null, null, null]);
  expect((await issue(again)).refusal.code).toBe('COUNTERSIGN_MISSING');
  const last = await everybodySigns(meetingId);
  ok(await issue(last));
  expect((await read(meetingId)).units.map(({ name, given }) => [name, given?.by, given?.onPaper])).toEqual([
    ['云坪派出所', police.name, false],
    ['云坪司法所', '试所长', true],
    ['云坪卫生院', doctor.name, false],
  ]);
});

it('is numbered without gaps by township and year, with the digests of what it says, and nobody can change it (BQ-03)', async () => {
  const numbers: number[] = [];
  for (const { meetingId } of [await sent(), await sent()]) {
    const signed = await everybodySigns(meetingId);
    const [first, second] = await Promise.all([issue(signed), issue(signed)]);
    expect([first.status, second.status].sort()).toEqual([200, 409]);
    const row = await readIssue(county.rows, await county.app.get(Vaults).of(county.countyId), meetingId);
    if (!row) throw new Error('not issued');
    const digests = textDigests(canonicalMinutes(row.text));
    expect((await read(meetingId)).issued).toMatchObject({ contentSha256: digests.sha256, contentSm3: digests.sm3, number: row.number });
    expect(row.number).toBe(`云坪镇关护会纪〔${String(row.year)}〕${String(row.serial)}号`);
    expect(row.year).toBe(Number(dayOf(county.clock.now()).slice(0, 4)));
    numbers.push(row.serial);
    expect((await issue({ meetingId, version: signed.version + 1 })).refusal.code).toBe('MEETING_MOVE_NOT_ALLOWED');
    expect((await write({ meetingId, version: signed.version + 1, state: 'issued' })).refusal.code).toBe('MEETING_MOVE_NOT_ALLOWED');
  }
  expect((numbers[1] ?? 0) - (numbers[0] ?? 0)).toBe(1);
  for (const table of ['meeting_issue', 'meeting_text', 'countersignature'])
    for (const change of [`UPDATE ${table} SET id = id`, `DELETE FROM ${table}`])
      await expect(county.rows.sql(`${change} WHERE county_id = $1`, [county.countyId])).rejects.toThrow(/permission denied/);
});

it('comes as PDF and for a word processor once it is issued, to whoever may read it', async () => {
  const { meetingId } = await sent();
  const file = (format: 'pdf' | 'docx', as = officer) =>
    fetch(`${county.url}/api/meetings/${meetingId}/minutes/${format}`, { headers: { authorization: `Bearer ${as.token}` } });
  expect((await file('pdf')).status).toBe(409);
  ok(await issue(await everybodySigns(meetingId)));
  const pdf = Buffer.from(await (await file('pdf', police)).arrayBuffer());
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  const zip = openZip(Buffer.from(await (await file('docx')).arrayBuffer()), 10_000_000, name => name === 'word/document.xml');
  const xml = zip.ok ? (zip.parts.get('word/document.xml')?.toString('utf8') ?? '') : '';
  for (const words of ['云坪镇关护联席会议纪要', '〕', '超期的工作', '补齐走访', '均已同意']) expect(xml).toContain(words);
  expect((await file('pdf', await county.person({ role: 'gridWorker', area: county.areas.village }))).status).toBe(404);
});

it('makes what was decided a task of whoever is to do it, until they say what became of it (BQ-03)', async () => {
  const { meetingId } = await sent();
  ok(await issue(await everybodySigns(meetingId)));
  const mine = async (as: TestPerson) =>
    ok(await county.call(routes.listDecisions, { as, query: { state: 'open' } })).rows.filter(
      row => row.mine && row.meetingId === meetingId,
    );
  const [decision] = await mine(police);
  const decisionId = decision?.decisionId ?? '';
  const asked = async (as: TestPerson) =>
    ok(await county.call(routes.listDecisions, { as, query: { mine: 'yes' } })).rows.map(row => row.decisionId);
  expect(await asked(police)).toContain(decisionId);
  expect(await asked(officer)).not.toContain(decisionId);
  const task = { kind: 'meetingDecision', causeId: decisionId, patientId: null, dueOn: county.clock.today() };
  expect(await tasksOf(police)).toEqual(expect.arrayContaining([expect.objectContaining(task)]));
  const give = (ownerId: Id) =>
    county.call(routes.giveDecision, { as: officer, params: { decisionId }, body: { version: decision?.version ?? 0, ownerId } });
  ok(await give(doctor.id));
  expect(await tasksOf(police)).not.toEqual(expect.arrayContaining([expect.objectContaining(task)]));
  const next = await county.person({ role: 'villageLead', area: county.areas.village });
  await county.rows.inTransaction(tx => county.app.get(Leavings).tell(tx, { personId: doctor.id, successorId: next.id }));
  expect(await tasksOf(next)).toEqual(expect.arrayContaining([expect.objectContaining(task)]));
  expect([await asked(next), (await asked(police)).includes(decisionId)]).toEqual([[decisionId], false]);
  const finish = (as: TestPerson, version: number) =>
    county.call(routes.finishDecision, { as, params: { decisionId }, body: { version, outcome: '三户都去过了' } });
  expect((await finish(officer, 3)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  expect((await finish(next, 1)).refusal.code).toBe('STALE');
  ok(await finish(next, 3));
  expect((await finish(next, 4)).refusal.code).toBe('DECISION_DONE');
  expect(await tasksOf(next)).toEqual([]);
  expect((await read(meetingId)).minutes?.decisions).toMatchObject([{ ownerName: next.name, state: 'done' }]);
});

it('proposes an agenda from what is open, in numbers and places, and reminds of a regular meeting until it was held (BQ-02, SJ-14)', async () => {
  await county.ward();
  const proposal = async () => ok(await county.call(routes.proposeMeeting, { as: officer, query: { townshipId: county.areas.township } }));
  const before = await proposal();
  expect(before.matters.map(({ source, topic }) => [source, topic])).toContainEqual(['vacancies', '岗位空缺 1 人（竹坪村 1）']);
  expect(before).toMatchObject({ timesAYear: 4, lastRegularOn: null });
  expect(before.units.map(unit => unit.name).sort()).toEqual(['云坪派出所', '云坪卫生院', '云坪司法所'].sort());
  const reminders = async () => (await tasksOf(officer)).filter(task => task.kind === 'meetingDue');
  const remind = county.app.get(RemindOfMeeting);
  await remind.run(county.countyId);
  await remind.run(county.countyId);
  expect(await reminders()).toMatchObject([{ causeId: county.areas.township, dueOn: before.dueBy }]);
  ok(await write(ok(await plan({ kind: 'regular' }))));
  expect(await reminders()).toEqual([]);
  expect((await proposal()).lastRegularOn).toBe(county.clock.today());
  await remind.run(county.countyId);
  expect(await reminders()).toEqual([]);
});

it('does away with the reminder of a part of the year in which no meeting was held, when the next is held', async () => {
  const remind = async (day: string) => {
    county.clock.set(new Date(`${day}T10:00:00+08:00`));
    await county.app.get(RemindOfMeeting).run(county.countyId);
  };
  await remind('2026-09-30');
  await remind('2026-12-31');
  const due = async () =>
    (
      await county.rows.sql<{ due_on: string }>(
        `SELECT due_on FROM task WHERE county_id = $1 AND kind = 'meetingDue' AND cause_id = $2 AND state = 'open' ORDER BY due_on`,
        [county.countyId, county.areas.township],
      )
    ).map(task => task.due_on);
  expect(await due()).toEqual(['2026-09-30', '2026-12-31']);
  ok(await write(ok(await plan({ kind: 'regular' }))));
  expect(await due()).toEqual([]);
});
