import { readStanding } from '@guanhu/shared/assessment/assessment.routes';
import { addEntry, beginHandling, closeHandling, decideConduct, readHandling } from '@guanhu/shared/incidents/handling.routes';
import type { EntryWhat } from '@guanhu/shared/incidents/handling.rules';
import { waitsForReader } from '@guanhu/shared/incidents/incident.rules';
import { listIncidents, readIncident, reportIncident } from '@guanhu/shared/incidents/incidents.routes';
import { changeState } from '@guanhu/shared/registry/patient-life.routes';
import { calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { HANDLING_STEP_KEYS } from '@guanhu/shared/policy/handling.terms';
import { SHIPPED_POLICIES, SHIPPED_VISIT_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { newId } from '../platform/ids.ts';
import { MONDAY, careCounty, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { ok } from '../testing/reward.ts';
import { until } from '../testing/until.ts';
import { EscalateUnanswered } from './escalate-unanswered.ts';
import { IncidentEvidence } from './incidents.public.ts';
import { StartLookBack } from './start-look-back.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
}, 60_000);
beforeEach(() => care.county.clock.set(MONDAY));
afterAll(() => care.county.close());

const AT = '2026-06-15T09:55:00+08:00';
const later = (minutes: number) => new Date(MONDAY.getTime() + minutes * 60_000);
const reported = async (ward: Ward, kind: 'threat' | 'fluctuation' = 'threat', happenedAt = '2026-06-15T09:50:00+08:00') =>
  ok(
    await care.county.call(reportIncident, {
      as: ward.guardian,
      params: { patientId: ward.patientId },
      body: { incidentId: newId(), kind, happenedAt },
    }),
  ).incidentId;
const read = (incidentId: string, as: TestPerson) => care.county.call(readHandling, { as, params: { incidentId } });
const write = (incidentId: string, what: EntryWhat, as: TestPerson = care.people.lead, more: { corrects?: string; at?: string } = {}) =>
  care.county.call(addEntry, { as, params: { incidentId }, body: { entryId: newId(), at: AT, what, ...more } });
const close = (incidentId: string, part: 'doctor' | 'police', version: number, as: TestPerson) =>
  care.county.call(closeHandling, { as, params: { incidentId }, body: { part, version } });
const judge = (incidentId: string, body: object, as: TestPerson) =>
  care.county.call(decideConduct, {
    as,
    params: { incidentId },
    body: { conductId: newId(), conduct: 'troubleMaking', times: 1, as: 'police', reason: '违反治安管理', ...body },
  });

/** What they answer when as many of them as `waiting` wait for the handling at one moment. */
async function heldUp<T>(incidentId: string, waiting: number, begin: () => Promise<T>[]): Promise<T[]> {
  let begun: Promise<T>[] = [];
  await care.county.rows.inTransaction(async tx => {
    await tx.sql('SELECT id FROM handling WHERE county_id = 1 AND incident_id = $1 FOR UPDATE', [incidentId]);
    begun = begin();
    const blocked = () =>
      care.county.database.owner<{ count: number }>(
        `SELECT count(DISTINCT pid)::int AS count FROM pg_locks WHERE NOT granted
           AND pid IN (SELECT pid FROM pg_stat_activity WHERE datname = current_database())`,
      );
    await until(blocked, rows => (rows[0]?.count ?? 0) >= waiting);
  });
  return Promise.all(begun);
}

/** Everything that closing needs, the patient in hospital. @returns the version to close with */
async function complete(incidentId: string): Promise<number> {
  const whats: EntryWhat[] = [
    { kind: 'people', words: '民警两人' },
    { kind: 'measure', measures: ['onSite'] },
    { kind: 'harm', injured: 0, dead: 0, lossFen: 0 },
    { kind: 'diagnosis', diagnosis: '复发', effect: 2 },
    ...HANDLING_STEP_KEYS.map(step => ({ kind: 'step', step, to: 'done' }) as const),
  ];
  for (const what of whats) ok(await write(incidentId, what));
  return ok(await read(incidentId, care.people.officer)).handling?.version ?? 0;
}

describe('a joint handling', () => {
  it('begins with the report, asks for the record within the day, and names owner and clock of each step', async () => {
    const ward = await care.ward({ risk: 0 });
    const incidentId = await reported(ward);
    const answer = ok(await read(incidentId, care.people.lead));
    expect(answer.handling).toMatchObject({
      state: 'open',
      recordMissing: ['people', 'measure', 'harm', 'diagnosis'],
      timeline: [],
    });
    const after = (minutes: number) => new Date(Date.parse(answer.reportedAt) + minutes * 60_000).toISOString();
    expect(answer.handling?.recordDueAt).toBe(after(24 * 60));
    expect(answer.handling?.steps[0]).toMatchObject({ step: 'policeCalled', owner: 'lead', dueAt: after(5), late: false });
    expect(await care.tasksOf(care.people.lead, ward)).toMatchObject([
      { kind: 'incidentRecord', causeId: incidentId, dueOn: '2026-06-16', timing: 'ahead' },
    ]);
    care.county.clock.set(later(6));
    expect(ok(await read(incidentId, care.people.lead)).handling?.steps[0]).toMatchObject({ late: true });
  });

  it('of a kind that does not begin by itself is begun by somebody, once', async () => {
    const ward = await care.ward({ risk: 0 });
    const incidentId = await reported(ward, 'fluctuation');
    expect(ok(await read(incidentId, care.people.lead)).handling).toBeNull();
    expect((await write(incidentId, { kind: 'note', words: '来了' })).refusal.code).toBe('HANDLING_NOT_BEGUN');
    const begin = () => care.county.call(beginHandling, { as: care.people.gridWorker, params: { incidentId }, body: undefined });
    expect(ok(await begin()).handling).toMatchObject({ state: 'open', version: 1 });
    expect(ok(await begin()).handling).toMatchObject({ version: 1 });
    expect(await care.tasksOf(care.people.lead, ward)).toHaveLength(1);
  });

  it('is the staff’s: the family and a stranger are told nothing', async () => {
    const ward = await care.ward({ risk: 0 });
    const incidentId = await reported(ward);
    for (const as of [ward.guardian, care.people.stranger]) {
      expect((await read(incidentId, as)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
      expect((await write(incidentId, { kind: 'note', words: '看看' }, as)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    }
  });

  it('keeps every row: what was wrong is named by the row that puts it right, and the database changes neither', async () => {
    const ward = await care.ward({ risk: 0 });
    const incidentId = await reported(ward);
    const wrong = ok(await write(incidentId, { kind: 'harm', injured: 2, dead: 0, lossFen: 0 })).handling?.timeline[0]?.entryId ?? '';
    const right = await write(incidentId, { kind: 'harm', injured: 1, dead: 0, lossFen: 50_00 }, care.people.police, { corrects: wrong });
    const [first, second] = ok(right).handling?.timeline ?? [];
    expect(first).toMatchObject({ entryId: wrong, what: { injured: 2 }, correctedBy: second?.entryId });
    expect(second).toMatchObject({ corrects: wrong, what: { injured: 1 }, correctedBy: null, byName: care.people.police.name });
    expect((await write(incidentId, { kind: 'harm', injured: 0, dead: 0, lossFen: 0 }, undefined, { corrects: wrong })).refusal.code).toBe(
      'HANDLING_CORRECTION_WRONG',
    );
    for (const statement of ['UPDATE handling_entry SET kind = kind', 'DELETE FROM handling_entry', 'DELETE FROM handling'])
      await expect(care.county.rows.sql(`${statement} WHERE county_id = $1`, [care.county.countyId])).rejects.toThrow(/permission denied/);
    // What was written stands nowhere in clear.
    const [row] = await care.county.rows.sql<{ text: string }>(
      `SELECT string_agg(handling_entry::text, ' ') AS text FROM handling_entry WHERE county_id = $1`,
      [care.county.countyId],
    );
    expect(row?.text).not.toContain('injured');
  });

  it('the same row sent again is one; two who take one step at a time: the second is told', async () => {
    const ward = await care.ward({ risk: 0 });
    const incidentId = await reported(ward);
    const body = { entryId: newId(), at: AT, what: { kind: 'note', words: '在门口' } } as const;
    for (let sent = 0; sent < 2; sent++) ok(await care.county.call(addEntry, { as: care.people.lead, params: { incidentId }, body }));
    expect(ok(await read(incidentId, care.people.lead)).handling?.timeline).toHaveLength(1);
    const step = { kind: 'step', step: 'scene', to: 'done' } as const;
    const both = await Promise.all([write(incidentId, step, care.people.lead), write(incidentId, step, care.people.police)]);
    expect(both.map(one => one.status).sort()).toEqual([200, 409]);
    expect(both.find(one => one.status === 409)?.refusal.code).toBe('HANDLING_STEP_ANSWERED');
  });

  it('ends the reminder with the last part of the record, and looks in on the patient until two looks are stable', async () => {
    const ward = await care.ward({ risk: 0 });
    const incidentId = await reported(ward);
    const looks = async () => (await care.tasksOf(care.people.gridWorker, ward)).filter(task => task.kind === 'observation');
    const records = async () => (await care.tasksOf(care.people.lead, ward)).filter(task => task.kind === 'incidentRecord');
    await write(incidentId, { kind: 'step', step: 'scene', to: 'done' });
    expect(await looks()).toMatchObject([{ causeId: incidentId, dueOn: '2026-06-15' }]);
    for (const what of [
      { kind: 'people', words: '组长' },
      { kind: 'measure', measures: ['onSite'] },
      { kind: 'harm', injured: 0, dead: 0, lossFen: 0 },
    ] as const)
      await write(incidentId, what);
    expect(await records()).toHaveLength(1);
    const whole = ok(await write(incidentId, { kind: 'diagnosis', diagnosis: '复发', effect: 2 })).handling;
    expect(whole?.recordDoneAt).not.toBeNull();
    expect(await records()).toEqual([]);
    care.county.clock.set(later(240));
    await write(incidentId, { kind: 'observation', stable: true }, care.people.gridWorker, { at: later(240).toISOString() });
    expect(await looks()).toHaveLength(1);
    care.county.clock.set(later(480));
    await write(incidentId, { kind: 'observation', stable: true }, care.people.gridWorker, { at: later(480).toISOString() });
    expect(await looks()).toEqual([]);
  });
});

describe('closing', () => {
  it('needs everything, then the doctor and the police', async () => {
    const ward = await care.ward({ risk: 0 });
    const incidentId = await reported(ward);
    const { doctor, police, lead } = care.people;
    expect((await close(incidentId, 'doctor', 1, doctor)).refusal.code).toBe('HANDLING_NOT_COMPLETE');
    const version = await complete(incidentId);
    expect((await close(incidentId, 'doctor', version, lead)).refusal.code).toBe('HANDLING_PART_NOT_YOURS');
    expect((await close(incidentId, 'police', version, doctor)).refusal.code).toBe('HANDLING_PART_NOT_YOURS');
    const half = ok(await close(incidentId, 'doctor', version, doctor)).handling;
    expect(half).toMatchObject({ state: 'closing', given: [{ part: 'doctor', byName: doctor.name }] });
    expect((await close(incidentId, 'doctor', half?.version ?? 0, doctor)).refusal.code).toBe('HANDLING_PART_GIVEN');
    const closed = ok(await close(incidentId, 'police', half?.version ?? 0, police)).handling;
    expect(closed).toMatchObject({ state: 'closed' });
    expect((await write(incidentId, { kind: 'note', words: '又来了' })).refusal.code).toBe('HANDLING_CLOSED');
    const people = closed?.timeline.find(entry => entry.what.kind === 'people')?.entryId ?? '';
    ok(await write(incidentId, { kind: 'people', words: '民警三人' }, lead, { corrects: people }));
  });

  it('ends the waiting: nobody is asked or alarmed any more, and what happens after it is another incident that everybody is told of', async () => {
    const ward = await care.ward({ risk: 0 });
    const incidentId = await reported(ward);
    const { doctor, police, lead } = care.people;
    const waits = async (as: TestPerson) =>
      ok(await care.county.call(listIncidents, { as, query: { waiting: 'yes' } })).rows.some(row => row.incidentId === incidentId);
    const shown = async (as: TestPerson) => ok(await care.county.call(readIncident, { as, params: { incidentId } }));
    const alarms = (of: string, round: number) =>
      care.county.rows.sql(`SELECT 1 FROM outbox WHERE county_id = 1 AND kind = 'alarm' AND key LIKE $1`, [
        `incident:${of}:%:${String(round)}`,
      ]);
    const half = ok(await close(incidentId, 'doctor', await complete(incidentId), doctor)).handling;
    // One part is not the end: whoever was told still owes an answer.
    expect([await waits(doctor), await waits(police), await waits(lead), waitsForReader(await shown(lead))]).toEqual([
      true,
      true,
      true,
      true,
    ]);
    care.county.clock.set(later(5));
    ok(await close(incidentId, 'police', half?.version ?? 0, police));
    expect([await waits(doctor), await waits(police), await waits(lead)]).toEqual([false, false, false]);
    const closed = await shown(lead);
    expect(closed).toMatchObject({ handled: true, state: 'acknowledged', nextRoundAt: null });
    expect(waitsForReader(closed)).toBe(false);
    expect((await shown(ward.guardian)).handled).toBe(true);
    const listed = ok(await care.county.call(listIncidents, { as: lead, query: {} })).rows;
    expect(listed.find(row => row.incidentId === incidentId)).toMatchObject({ waitsForMe: false, state: 'acknowledged' });
    care.county.clock.set(later(60));
    await care.county.app.get(EscalateUnanswered).run(care.county.countyId);
    expect(await alarms(incidentId, 2)).toEqual([]);

    // What happened before the end belongs to it, whenever its report comes; what happens after it does not.
    expect(await reported(ward, 'threat', later(4).toISOString())).toBe(incidentId);
    const next = await reported(ward, 'threat', later(6).toISOString());
    expect(next).not.toBe(incidentId);
    expect(await alarms(next, 1)).toHaveLength(5);
  });

  it('two officers at the same time: one wins, the other is told to look first', async () => {
    const ward = await care.ward({ risk: 0 });
    const incidentId = await reported(ward);
    const version = await complete(incidentId);
    const { doctor, police } = care.people;
    // Both stand at the same row before either may go on.
    const both = await heldUp(incidentId, 2, () => [
      close(incidentId, 'doctor', version, doctor),
      close(incidentId, 'police', version, police),
    ]);
    expect(both.map(one => one.status).sort()).toEqual([200, 409]);
    const loser = both.find(one => one.status === 409);
    expect(loser?.refusal).toMatchObject({ code: 'HANDLING_CHANGED', say: '刚有同事更新了这次处置，请先看最新内容再提交' });
    expect(ok(await read(incidentId, doctor)).handling).toMatchObject({ state: 'closing', version: version + 1 });
  });
});

describe('closing without police on the team', () => {
  it('is done by the office with a reason, which stands in the timeline, and by another person than the doctor', async () => {
    const ward = await care.ward({ risk: 0 });
    const { doctor, officer, lead, police } = care.people;
    const incidentId = await reported(ward);
    const version = await complete(incidentId);
    expect(ok(await read(incidentId, officer)).mayWaivePolice).toBe(false);
    expect((await close(incidentId, 'police', version, officer)).refusal.code).toBe('HANDLING_PART_NOT_YOURS');
    await care.county.rows.sql(`UPDATE team_seat SET until = '2026-06-14' WHERE county_id = 1 AND patient_id = $1 AND person_id = $2`, [
      ward.patientId,
      police.id,
    ]);
    expect(ok(await read(incidentId, officer)).mayWaivePolice).toBe(true);
    expect(ok(await read(incidentId, lead)).mayWaivePolice).toBe(false);
    const half = ok(await close(incidentId, 'doctor', version, doctor)).handling;
    expect((await close(incidentId, 'police', half?.version ?? 0, officer)).refusal.code).toBe('HANDLING_NO_POLICE_REASON');
    expect((await judge(incidentId, {}, officer)).refusal.code).toBe('HANDLING_PART_NOT_YOURS');
    const closed = ok(
      await care.county.call(closeHandling, {
        as: officer,
        params: { incidentId },
        body: { part: 'police', version: half?.version ?? 0, withoutPolice: '本村没有驻村民警' },
      }),
    ).handling;
    expect(closed).toMatchObject({ state: 'closed', given: [{ part: 'doctor' }, { part: 'police', byName: officer.name }] });
    expect(closed?.timeline.at(-1)).toMatchObject({
      byName: officer.name,
      what: { kind: 'note', words: '没有民警一方：本村没有驻村民警' },
    });
  });
});

describe('looking back', () => {
  const made = ({ patientId }: Ward) =>
    care.county.rows.sql<{ cause: string; made_by: string | null; from: string; to: string }>(
      `SELECT cause, made_by, from_on::text AS from, to_on::text AS to FROM look_back WHERE county_id = 1 AND patient_id = $1 ORDER BY id`,
      [patientId],
    );

  it('begins by itself after serious harm, once, and asks the office to look', async () => {
    const ward = await care.ward({ risk: 0 });
    const incidentId = await reported(ward);
    ok(await judge(incidentId, { conduct: 'seriousHarm' }, care.people.police));
    care.county.clock.set(later(1));
    ok(await judge(incidentId, { conduct: 'seriousHarm', times: 2 }, care.people.police));
    await care.county.work();
    expect(await made(ward)).toEqual([{ cause: 'seriousHarm', made_by: null, from: '2026-03-17', to: '2026-06-15' }]);
    const told = await care.county.rows.sql<{ person_id: string }>(
      `SELECT person_id FROM message WHERE county_id = 1 AND key LIKE 'review:look-back:%' ORDER BY person_id`,
    );
    expect(told.map(row => row.person_id)).toEqual([care.people.officer.id, care.people.townshipLead.id].sort());
  });

  it('begins by itself when the record counts a death, or the file is closed by one soon after an incident; and not without', async () => {
    const [recorded, later30, calm] = [await care.ward({ risk: 0 }), await care.ward({ risk: 0 }), await care.ward({ risk: 0 })];
    ok(await write(await reported(recorded), { kind: 'harm', injured: 0, dead: 1, lossFen: 0 }));
    await reported(later30);
    for (const { patientId } of [later30, calm]) {
      const body = { from: 'inCare', to: 'deceased', deathCause: 2, on: calendarDate('2026-06-15'), reason: '家属告知' } as const;
      ok(await care.county.call(changeState, { as: care.people.officer, params: { patientId }, body }));
    }
    await care.county.app.get(StartLookBack).afterDeaths(care.county.countyId);
    await care.county.work();
    expect([await made(recorded), await made(later30), await made(calm)]).toMatchObject([[{ cause: 'death' }], [{ cause: 'death' }], []]);
  });

  it('counts a death as many days after an incident as the policy says, and goes back as far; also one that was noted late', async () => {
    const [within, after] = [await care.ward({ risk: 0 }), await care.ward({ risk: 0 })];
    for (const ward of [within, after]) await reported(ward);
    await care.setPolicy({ ...SHIPPED_POLICIES.handling, deathWithinDays: 10, lookBackDays: 14 });
    // Both are noted on one day, when the first is twelve days ago.
    care.county.clock.set(later(22 * 24 * 60));
    const died = (day: string) => ({ from: 'inCare', to: 'deceased', deathCause: 2, on: calendarDate(day), reason: '家属告知' }) as const;
    const note = async ({ patientId }: Ward, day: string) =>
      ok(await care.county.call(changeState, { as: care.people.officer, params: { patientId }, body: died(day) }));
    await note(within, '2026-06-25');
    await note(after, '2026-06-26');
    await care.county.app.get(StartLookBack).afterDeaths(care.county.countyId);
    await care.county.work();
    expect(await made(within)).toEqual([{ cause: 'death', made_by: null, from: '2026-06-11', to: '2026-06-25' }]);
    expect(await made(after)).toEqual([]);
    await care.setPolicy(SHIPPED_POLICIES.handling);
  });
});

describe('what it was', () => {
  const standing = async ({ patientId }: Ward) =>
    ok(await care.county.call(readStanding, { as: care.people.doctor, params: { patientId } }));

  it('is decided by the police with a reason; the rating is proposed, and the doctor’s', async () => {
    const ward = await care.ward({ risk: 1 });
    const incidentId = await reported(ward);
    expect((await judge(incidentId, {}, care.people.lead)).refusal.code).toBe('HANDLING_PART_NOT_YOURS');
    expect((await judge(incidentId, { risk: 3 }, care.people.police)).refusal.code).toBe('CONDUCT_RISK_BY_DOCTOR');
    expect(ok(await judge(incidentId, {}, care.people.police)).conduct).toMatchObject({
      conduct: 'troubleMaking',
      byName: care.people.police.name,
      risk: null,
      proposedRisk: 3,
    });
    await care.county.work();
    expect(await standing(ward)).toMatchObject({ risk: 1 });
    // What speaks for a higher rating is put before the doctor today.
    const reviews = (await care.tasksOf(care.people.doctor, ward)).filter(task => task.kind === 'riskReview');
    expect(reviews).toMatchObject([{ dueOn: '2026-06-15' }]);
  });

  it('raises rating and band at once when the doctor rates, also where the colours do not count incidents', async () => {
    await care.setPolicy(SHIPPED_VISIT_POLICIES.threeColours.policy);
    const ward = await care.ward({ risk: 1 });
    const incidentId = await reported(ward);
    await care.county.work();
    expect(await standing(ward)).toMatchObject({ band: { key: 'yellow' } });
    ok(await judge(incidentId, { as: 'doctor', risk: 4, conduct: 'selfHarm' }, care.people.doctor));
    await care.county.work();
    expect(await standing(ward)).toMatchObject({ band: { key: 'red' } });
    await care.setPolicy(SHIPPED_VISIT_POLICIES.fourColours.policy);
  });

  it('goes to the appraisal as a fact beside who reported and how promptly', async () => {
    const ward = await care.ward({ risk: 0 });
    const incidentId = await reported(ward);
    ok(await judge(incidentId, { conduct: 'mildDisturbance' }, care.people.police));
    care.county.clock.set(later(1));
    ok(await judge(incidentId, { conduct: 'seriousHarm' }, care.people.police));
    const day = care.county.clock.today();
    const [facts] = await care.county.app.get(IncidentEvidence).list(care.county.rows, [{ patientId: ward.patientId, from: day, to: day }]);
    expect(facts).toMatchObject([{ conduct: 'seriousHarm', reports: [{ by: ward.guardian.id }] }]);
  });

  it('is counted by kind and area for indicators: the last decision on each incident, and none of another village', async () => {
    const day = calendarDate('2026-07-06');
    care.county.clock.set(new Date(`${day}T10:00:00+08:00`));
    const happened = { happenedAt: `${day}T09:00:00+08:00` };
    for (const [times, conducts] of [
      [2, ['mildDisturbance', 'troubleMaking']],
      [3, ['troubleMaking']],
    ] as const) {
      const incidentId = await reported(await care.ward({ risk: 0 }), 'threat', happened.happenedAt);
      for (const conduct of conducts) {
        care.county.clock.advance(60_000);
        ok(await judge(incidentId, { conduct, times }, care.people.police));
      }
    }
    const counts = (area: string) => care.county.app.get(IncidentEvidence).counts(care.county.rows, { areas: [area], from: day, to: day });
    expect(await counts(care.county.areas.village)).toEqual([{ conduct: 'troubleMaking', incidents: 2, times: 5 }]);
    expect(await counts(care.county.areas.farVillage)).toEqual([]);
  });

  it('the hours of the record are policy', async () => {
    await care.setPolicy({ ...SHIPPED_POLICIES.handling, recordHours: 12 });
    const incidentId = await reported(await care.ward({ risk: 0 }));
    const { handling, reportedAt } = ok(await read(incidentId, care.people.lead));
    expect(Date.parse(handling?.recordDueAt ?? '') - Date.parse(reportedAt)).toBe(12 * 3_600_000);
  });
});
