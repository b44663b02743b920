import { readStanding } from '@guanhu/shared/assessment/assessment.routes';
import {
  acknowledgeIncident,
  listIncidents,
  markIncidentRead,
  readIncident,
  reportIncident,
} from '@guanhu/shared/incidents/incidents.routes';
import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { newId } from '../platform/ids.ts';
import { Patients } from '../registry/registry.public.ts';
import { MONDAY, careCounty, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { EscalateUnanswered } from './escalate-unanswered.ts';
import { IncidentEvidence } from './incidents.public.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
}, 60_000);
beforeEach(() => care.county.clock.set(MONDAY));
afterAll(() => care.county.close());

const report = (ward: Ward, more: object = {}, as: TestPerson = ward.guardian) =>
  care.county.call(reportIncident, {
    as,
    params: { patientId: ward.patientId },
    body: { incidentId: newId(), kind: 'threat', happenedAt: '2026-06-15T09:50:00+08:00', ...more },
  });
const read = (incidentId: string, as: TestPerson) => care.county.call(readIncident, { as, params: { incidentId } });
const mark = (incidentId: string, as: TestPerson) => care.county.call(markIncidentRead, { as, params: { incidentId }, body: {} });
const answer = (incidentId: string, as: TestPerson) => care.county.call(acknowledgeIncident, { as, params: { incidentId }, body: {} });
const escalate = () => care.county.app.get(EscalateUnanswered).run(care.county.countyId);
const states = (receipts: readonly { post: string; state: string }[]) =>
  Object.fromEntries(receipts.map(({ post, state }) => [post, state]));

it('is told to whoever stands in for somebody on leave as well, and is theirs to answer', async () => {
  const ward = await care.ward({ risk: 0 });
  const deputy = await care.county.person({ role: 'communityPolice', area: care.county.areas.township });
  await care.county.rows.sql(
    `INSERT INTO deputyship (county_id, id, person_id, deputy_id, from_on, until_on) VALUES (1, $1, $2, $3, '2026-06-15', '2026-06-16')`,
    [newId(), care.people.police.id, deputy.id],
  );
  const { incidentId } = (await report(ward)).body;
  const alarmed = await care.county.rows.sql<{ id: string }>(
    `SELECT payload ->> 'personId' AS id FROM outbox WHERE county_id = 1 AND kind = 'alarm' AND payload ->> 'incidentId' = $1`,
    [incidentId],
  );
  expect(alarmed.map(row => row.id)).toEqual(expect.arrayContaining([care.people.police.id, deputy.id]));
  expect((await answer(incidentId, deputy)).body.state).toBe('acknowledged');
  await care.county.rows.sql(`UPDATE deputyship SET ended_at = now() WHERE county_id = 1 AND deputy_id = $1`, [deputy.id]);
});

describe('reporting', () => {
  it('tells the posts of the kind at once: receipts, messages and a call; the family’s answer names nobody (SJ-08, SJ-09, SJ-13, SJ-21, TH-09)', async () => {
    const ward = await care.ward({ risk: 0 });
    const { body } = await report(ward, { note: '在院子里大声骂人' });
    expect(body).toMatchObject({
      kind: 'threat',
      state: 'open',
      patientName: null,
      reportedByMe: true,
      joinedFrom: null,
      reports: 1,
      notes: ['在院子里大声骂人'],
    });
    expect(states(body.receipts)).toEqual({
      lead: 'notTold',
      socialAffairsOffice: 'notTold',
      police: 'notTold',
      doctor: 'notTold',
      gridWorker: 'notTold',
    });
    expect(JSON.stringify(body)).not.toMatch(/报警|called/);
    expect(await care.tasksOf(care.people.gridWorker, ward)).toMatchObject([
      { kind: 'call', reason: 'incident', causeId: body.incidentId },
    ]);
    const promised = await care.county.rows.sql<{ payload: { personId: string } }>(
      `SELECT payload FROM outbox WHERE county_id = 1 AND kind = 'alarm' AND urgent AND payload ->> 'incidentId' = $1`,
      [body.incidentId],
    );
    const { lead, officer, police, doctor, gridWorker } = care.people;
    expect(promised.map(row => row.payload.personId).sort()).toEqual([lead, officer, police, doctor, gridWorker].map(one => one.id).sort());
  });

  it('moves the patient into the reddest band (SJ-09)', async () => {
    const ward = await care.ward({ risk: 0 });
    await report(ward);
    await care.county.work();
    const { body } = await care.county.call(readStanding, { as: care.people.doctor, params: { patientId: ward.patientId } });
    expect(body).toMatchObject({ band: { key: 'red' }, lastIncidentOn: '2026-06-15' });
  });

  it('shows a post that nobody holds', async () => {
    const ward = await care.ward({ teamed: false });
    const { body } = await report(ward);
    expect(states(body.receipts)).toEqual({
      lead: 'vacant',
      socialAffairsOffice: 'notTold',
      police: 'vacant',
      doctor: 'vacant',
      gridWorker: 'vacant',
    });
    expect(body.receipts.find(receipt => receipt.post === 'police')?.toldAt).toBeNull();
  });

  it('joins two reports of the same half hour, and tells whom the second kind adds', async () => {
    const ward = await care.ward({ risk: 0 });
    const first = (await report(ward, { kind: 'fluctuation' })).body;
    expect(states(first.receipts)).not.toHaveProperty('police');
    const second = { incidentId: newId(), kind: 'harmToOthers', happenedAt: '2026-06-15T10:00:00+08:00' };
    const joined = (await report(ward, second, care.people.gridWorker)).body;
    expect(joined).toMatchObject({ incidentId: first.incidentId, joinedFrom: second.incidentId, reports: 2, patientName: '试甲' });
    expect(states(joined.receipts)).toMatchObject({ police: 'notTold' });
    // A report with the same id once more is the same report.
    expect((await report(ward, second, care.people.gridWorker)).body).toMatchObject({ reports: 2, joinedFrom: second.incidentId });
  });

  it('tells everybody anew of what became worse, though somebody was on it; and goes on until somebody is on that', async () => {
    const { lead, officer, police, doctor, gridWorker, townshipLead } = care.people;
    const ward = await care.ward({ risk: 0 });
    const { incidentId } = (await report(ward, { kind: 'fluctuation', happenedAt: '2026-06-15T10:00:00+08:00' })).body;
    const alarmed = async () =>
      (
        await care.county.rows.sql<{ id: string }>(
          `SELECT payload ->> 'personId' AS id FROM outbox WHERE county_id = 1 AND kind = 'alarm' AND payload ->> 'incidentId' = $1`,
          [incidentId],
        )
      ).map(row => row.id);
    const times = (ids: readonly string[], of: TestPerson) => ids.filter(id => id === of.id).length;
    await answer(incidentId, doctor);
    await mark(incidentId, lead);
    care.county.clock.advance(15 * 60_000);
    const worse = { incidentId: newId(), kind: 'harmToOthers', happenedAt: '2026-06-15T10:15:00+08:00' };
    const { body } = await report(ward, worse);
    expect(body).toMatchObject({
      incidentId,
      kind: 'harmToOthers',
      state: 'open',
      acknowledgedAt: null,
      worsenedAt: expect.stringMatching(/^2026-06-15T02:15/) as unknown,
      nextRoundAt: expect.stringMatching(/^2026-06-15T02:30/) as unknown,
      reported: [{ kind: 'fluctuation' }, { kind: 'harmToOthers' }],
    });
    expect(states(body.receipts)).toMatchObject({ lead: 'notTold', doctor: 'notTold', police: 'notTold', socialAffairsOffice: 'notTold' });
    const ids = await alarmed();
    for (const person of [lead, officer, doctor, gridWorker]) expect(times(ids, person)).toBe(2);
    expect(times(ids, police)).toBe(1);
    expect((await care.tasksOf(gridWorker, ward)).filter(task => task.kind === 'call')).toHaveLength(2);
    await care.county.work();
    const said = await care.county.rows.sql<{ what: string }>(
      `SELECT what FROM message WHERE county_id = 1 AND purpose = 'incident' AND object_id = $1 AND person_id = $2`,
      [incidentId, doctor.id],
    );
    expect(new Set(said.map(row => row.what))).toEqual(new Set(['有一条情况等您回应', '有一条情况变严重了，等您回应']));
    // A second report of the same is nothing new.
    await answer(incidentId, police);
    await report(ward, { ...worse, incidentId: newId() }, gridWorker);
    expect((await read(incidentId, police)).body.state).toBe('acknowledged');
    // A search, too, of an incident that somebody is on.
    const search = { kind: 'missing', incidentId: newId(), happenedAt: '2026-06-15T10:15:00+08:00' };
    expect((await report(ward, search, gridWorker)).body).toMatchObject({ kind: 'missing', state: 'open' });
    const more = await alarmed();
    expect([times(more, police), times(more, lead), times(more, gridWorker), times(more, townshipLead)]).toEqual([2, 3, 2, 0]);
    for (const minutes of [15, 15, 15, 15]) {
      care.county.clock.advance(minutes * 60_000);
      await escalate();
    }
    const all = await alarmed();
    expect([times(all, townshipLead), times(all, police)]).toEqual([3, 4]);
    expect((await read(incidentId, police)).body.nextRoundAt).toBeNull();
  });

  it('two at the same moment are one incident', async () => {
    const ward = await care.ward({ risk: 0 });
    const second = await care.county.person();
    await care.county.rows.inTransaction(tx => care.county.app.get(Patients).startGuardianship(tx, ward.patientId, second.id, 'sibling'));
    const answers = await Promise.all([report(ward), report(ward, {}, second), report(ward)]);
    expect(new Set(answers.map(one => one.body.incidentId)).size).toBe(1);
    expect(Math.max(...answers.map(one => one.body.reports))).toBe(3);
  });

  it('an hour later is another incident', async () => {
    const ward = await care.ward({ risk: 0 });
    const first = (await report(ward, { happenedAt: '2026-06-15T08:00:00+08:00' })).body;
    expect((await report(ward)).body.incidentId).not.toBe(first.incidentId);
  });

  it.each([
    ['ahead', '2026-06-15T10:06:00+08:00'],
    ['years behind', '1970-01-01T08:00:00+08:00'],
  ])('never fails for a clock that goes %s: it happened now, and what the phone claims is kept', async (_, wrong) => {
    const ward = await care.ward({ risk: 0 });
    const { body } = await report(ward, { happenedAt: wrong, tappedAt: wrong });
    expect(body.reportedAt.slice(0, 16)).toBe('2026-06-15T02:00');
    expect([body.happenedAt, body.tappedAt]).toEqual([body.reportedAt, new Date(wrong).toISOString()]);
  });

  it.each([
    ['a kind that there is not', { kind: 'party' }, 400, 'INPUT_INVALID'],
    ['a control character in the words', { note: 'a\u0000b' }, 400, 'INPUT_INVALID'],
  ])('refuses %s, and nobody is told', async (_, more, status, code) => {
    const ward = await care.ward({ risk: 0 });
    const refused = await report(ward, more);
    expect([refused.status, refused.refusal.code]).toEqual([status, code]);
    expect(await care.county.rows.sql('SELECT 1 FROM incident WHERE county_id = 1 AND patient_id = $1', [ward.patientId])).toEqual([]);
    expect(await care.tasksOf(care.people.gridWorker, ward)).toEqual([]);
  });

  it('is nobody’s who does not look after the patient, and says nothing of somebody else’s report', async () => {
    const ward = await care.ward({ risk: 0 });
    expect((await report(ward, {}, care.people.stranger)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    const { body } = await report(ward);
    const other = await care.ward({ risk: 0 });
    expect((await report(other, { incidentId: body.incidentId })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
  });
});

describe('receipts', () => {
  it('show the family who has seen it and who is on it', async () => {
    const ward = await care.ward({ risk: 0 });
    const { incidentId } = (await report(ward)).body;
    expect((await mark(incidentId, care.people.police)).body.receipts.find(one => one.mine)).toMatchObject({
      post: 'police',
      state: 'read',
    });
    expect((await answer(incidentId, care.people.lead)).body).toMatchObject({ state: 'acknowledged', patientName: '试甲' });
    await answer(incidentId, care.people.lead);
    expect(states((await read(incidentId, ward.guardian)).body.receipts)).toMatchObject({
      police: 'read',
      lead: 'acknowledged',
      doctor: 'notTold',
    });
  });

  it('come with the phone list for those who act on it: who reported, who was told, each number once; none for the family', async () => {
    const ward = await care.ward({ risk: 0 });
    const { incidentId } = (await report(ward)).body;
    await answer(incidentId, care.people.lead);
    const { contacts } = (await read(incidentId, care.people.police)).body;
    const { lead, police, officer, doctor, gridWorker } = care.people;
    expect(contacts.map(one => [one.who, one.name, one.phone, one.state])).toEqual([
      ['reporter', ward.guardian.name, ward.guardian.phone, null],
      ['lead', lead.name, lead.phone, 'acknowledged'],
      ['socialAffairsOffice', officer.name, officer.phone, 'notTold'],
      ['police', police.name, police.phone, 'notTold'],
      ['doctor', doctor.name, doctor.phone, 'notTold'],
      ['gridWorker', gridWorker.name, gridWorker.phone, 'notTold'],
    ]);
    expect((await read(incidentId, ward.guardian)).body.contacts).toEqual([]);
  });

  it('count as told whom a message has really reached', async () => {
    const ward = await care.ward({ risk: 0 });
    await care.county.work(); // what the tests before have promised
    await care.bind(care.people.police, 'openid-police');
    await care.subscribe(care.people.police, 'tmpl-thing1-time4');
    care.county.sms.reached.add(care.people.doctor.phone);
    const { incidentId } = (await report(ward)).body;
    await care.county.work();
    const { receipts } = (await read(incidentId, ward.guardian)).body;
    expect(states(receipts)['police']).toBe('told');
    expect(receipts.find(one => one.post === 'police')?.toldAt).not.toBeNull();
    care.county.sms.reached.clear();
    expect(states(receipts)).toEqual({
      lead: 'notTold',
      socialAffairsOffice: 'notTold',
      police: 'told',
      doctor: 'told',
      gridWorker: 'notTold',
    });
  });

  it('are of those who were told', async () => {
    const ward = await care.ward({ risk: 0 });
    const { incidentId } = (await report(ward)).body;
    expect((await mark(incidentId, ward.guardian)).refusal.code).toBe('INCIDENT_NOT_TOLD');
    for (const as of [care.people.stranger, care.people.townshipLead, (await care.ward()).guardian]) {
      expect((await read(incidentId, as)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
      expect((await answer(incidentId, as)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    }
  });

  it('go to the next posts when nobody has answered in a quarter of an hour, once', async () => {
    const ward = await care.ward({ risk: 0 });
    const { incidentId } = (await report(ward)).body;
    await mark(incidentId, care.people.lead);
    care.county.clock.advance(14 * 60_000);
    await escalate();
    expect((await read(incidentId, ward.guardian)).body.receipts.some(one => one.round === 2)).toBe(false);
    care.county.clock.advance(61_000);
    await Promise.all([escalate(), escalate()]);
    await escalate();
    const { receipts, opensFile } = (await read(incidentId, care.people.townshipLead)).body;
    // Told of the incident, and no reader of the file.
    expect(opensFile).toBe(false);
    expect(receipts.filter(one => one.round === 2).map(one => [one.post, one.state])).toEqual([
      ['townshipLead', 'notTold'],
      ['securityOfficer', 'vacant'],
    ]);
  });

  it('go to everybody once more when the second round is silent too, until somebody is on it or the last round is over', async () => {
    const ward = await care.ward({ risk: 0 });
    const { incidentId } = (await report(ward)).body;
    const alarms = async (round: number) =>
      (
        await care.county.rows.sql(`SELECT 1 FROM outbox WHERE county_id = 1 AND kind = 'alarm' AND key LIKE $1`, [
          `incident:${incidentId}:%:${String(round)}`,
        ])
      ).length;
    const quarter = async () => {
      care.county.clock.advance(15 * 60_000);
      await escalate();
    };
    await quarter();
    expect([await alarms(1), await alarms(2), await alarms(3)]).toEqual([5, 1, 0]);
    await quarter();
    expect([await alarms(3), await alarms(4)]).toEqual([6, 0]);
    await quarter();
    await quarter();
    expect([await alarms(4), await alarms(5)]).toEqual([6, 0]);
    expect((await read(incidentId, ward.guardian)).body.nextRoundAt).toBeNull();
  });

  it('go no further once somebody is on it', async () => {
    const ward = await care.ward({ risk: 0 });
    const { incidentId } = (await report(ward)).body;
    await answer(incidentId, care.people.doctor);
    care.county.clock.advance(60 * 60_000);
    await escalate();
    expect((await read(incidentId, ward.guardian)).body.receipts.some(one => one.round === 2)).toBe(false);
  });
});

describe('the list of incidents', () => {
  it('holds what was reported, told or lies in one’s care, newest first, each as its reader may see it', async () => {
    const ward = await care.ward({ risk: 0 });
    const { incidentId } = (await report(ward)).body;
    const listed = async (as: TestPerson, query: object = {}) => (await care.county.call(listIncidents, { as, query })).body.rows;
    expect(await listed(ward.guardian)).toMatchObject([
      { incidentId, patientName: null, villageName: '竹坪村', state: 'open', waitsForMe: false },
    ]);
    const opens = async (as: TestPerson) => (await read(incidentId, as)).body.opensFile;
    expect([await opens(care.people.officer), await opens(care.people.police), await opens(ward.guardian)]).toEqual([true, true, false]);
    const polices = await listed(care.people.police);
    expect(polices.find(row => row.incidentId === incidentId)).toMatchObject({ patientName: '试甲', waitsForMe: true });
    expect(polices.map(row => row.reportedAt)).toEqual(
      polices
        .map(row => row.reportedAt)
        .sort()
        .reverse(),
    );
    expect((await listed(care.people.officer)).some(row => row.incidentId === incidentId)).toBe(true);
    expect(await listed(care.people.stranger)).toEqual([]);
    await answer(incidentId, care.people.police);
    expect((await listed(care.people.police, { state: 'open' })).some(row => row.incidentId === incidentId)).toBe(false);
    // One answer is not everybody's: whoever was told and has not answered still owes theirs.
    const owes = async (as: TestPerson) => (await listed(as, { waiting: 'yes' })).some(row => row.incidentId === incidentId);
    expect([await owes(care.people.police), await owes(care.people.doctor), await owes(ward.guardian)]).toEqual([false, true, false]);
    await answer(incidentId, care.people.doctor);
    expect(await owes(care.people.doctor)).toBe(false);
    expect((await care.county.call(listIncidents, { as: care.people.police, query: { after: '1' } })).status).toBe(400);
  });
});

it('is evidence: when, first reported when, and by whom', async () => {
  const ward = await care.ward({ risk: 0 });
  const { body } = await report(ward);
  await report(ward, {}, care.people.gridWorker);
  const spans = [
    { patientId: ward.patientId, from: calendarDate('2026-06-01'), to: calendarDate('2026-06-14') },
    { patientId: ward.patientId, from: calendarDate('2026-06-15'), to: calendarDate('2026-06-15') },
  ];
  const [none, one] = await care.county.app.get(IncidentEvidence).list(care.county.rows, spans);
  expect(none).toEqual([]);
  expect(one).toEqual([
    {
      id: body.incidentId,
      happenedAt: new Date('2026-06-15T09:50:00+08:00'),
      conduct: null,
      reports: [
        { at: new Date(body.reportedAt), by: ward.guardian.id },
        { at: expect.any(Date) as unknown, by: care.people.gridWorker.id },
      ],
    },
  ]);
});
