import { listCaseTeams } from '@guanhu/shared/care-team/case-team.routes';
import { listTodaysTasks } from '@guanhu/shared/agenda/agenda.routes';
import { decideBand, proposeBand } from '@guanhu/shared/assessment/band-proposal.routes';
import { readStanding } from '@guanhu/shared/assessment/assessment.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import type { Id } from '@guanhu/shared/kernel/ids';
import { readFileHistory, readRecord, writeRecord } from '@guanhu/shared/registry/file.routes';
import { decideMerge, listMerges, proposeMerge, readMerge, undoMerge } from '@guanhu/shared/registry/merge.routes';
import { listPatients, listWards, readPatient } from '@guanhu/shared/registry/registry.routes';
import { confirmMedication } from '@guanhu/shared/medication/medication.routes';
import { checkInVisit } from '@guanhu/shared/visits/visits.routes';
import { Planning } from '../agenda/agenda.public.ts';
import { Standings } from '../assessment/assessment.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { newId } from '../platform/ids.ts';
import { testCounty, type TestCounty, type TestPerson, type Ward } from '../testing/county.ts';
import { ok } from '../testing/reward.ts';
import { MERGE_TABLES } from './merge-tables.terms.ts';

let county: TestCounty;
let officer: TestPerson;
let doctor: TestPerson;
let worker: TestPerson;
let kept: Ward;
let merged: Ward;
beforeAll(async () => {
  county = await testCounty();
  officer = await county.person({ role: 'socialAffairsOfficer', channel: 'desk' });
  doctor = await county.person({ role: 'mentalHealthDoctor', channel: 'desk' });
}, 60_000);
afterAll(() => county.close());

/** Two files with a guardian each, one grid worker for both, medicine, and a worse risk on the second. */
beforeEach(async () => {
  worker = await county.person();
  [kept, merged] = [await county.ward(), await county.ward()];
  await county.rows.inTransaction(async tx => {
    for (const { patientId } of [kept, merged]) {
      await county.app.get(Teams).takeSeat(tx, patientId, 'gridWorker', worker.id);
      await tx.sql(`INSERT INTO regimen (county_id, id, patient_id, since, source) VALUES ($1, $2, $3, $4, 'registration')`, [
        tx.countyId,
        newId(),
        patientId,
        addDays(county.clock.today(), -10),
      ]);
    }
    const actor = { countyId: tx.countyId, personId: doctor.id, sessionId: newId(), channel: 'desk' as const, posts: [] };
    await county.app.get(Standings).state(tx, { actor, patientId: kept.patientId, risk: 1 });
    await county.app.get(Standings).state(tx, { actor, patientId: merged.patientId, risk: 4 });
  });
  const body = { on: county.clock.today(), answer: 'taken', at: county.clock.now().toISOString() } as const;
  ok(await county.call(confirmMedication, { as: merged.guardian, params: { patientId: merged.patientId }, body }));
  await county.app.get(Planning).planDay(county.countyId, county.clock.today());
  await county.work();
});

const recordOf = async (patientId: Id) => ok(await county.call(readRecord, { as: officer, params: { patientId } }));
const write = async (patientId: Id, set: object) => {
  const { version } = await recordOf(patientId);
  ok(await county.call(writeRecord, { as: officer, params: { patientId }, body: { version, set } }));
};
const propose = (take: readonly 'education'[] = [], as = officer) =>
  county.call(proposeMerge, {
    as,
    body: { mergeId: newId(), keptId: kept.patientId, mergedId: merged.patientId, take: [...take], reason: '同一个人建了两份' },
  });
const decide = (
  merge: { mergeId: Id; version: number; kept: { version: number }; merged: { version: number } },
  decision: 'approve' | 'refuse' = 'approve',
  as = doctor,
) =>
  county.call(decideMerge, {
    as,
    params: { mergeId: merge.mergeId },
    body: { version: merge.version, decision, keptVersion: merge.kept.version, mergedVersion: merge.merged.version },
  });
const undo = (merge: { mergeId: Id; version: number }, as = officer) =>
  county.call(undoMerge, { as, params: { mergeId: merge.mergeId }, body: { version: merge.version, reason: '是两个人' } });
const listed = async () => ok(await county.call(listPatients, { as: officer, query: { limit: 100 } })).rows.map(row => row.patientId);
const riskOf = async (patientId: Id) => ok(await county.call(readStanding, { as: doctor, params: { patientId } })).risk;
/** Everything in the county that speaks of the two files. */
const rowsOf = async () => {
  const all: Record<string, unknown> = {};
  for (const { table } of MERGE_TABLES.filter(({ how }) => how !== 'stay'))
    all[table] = await county.rows.sql(
      `SELECT to_jsonb(row) - 'version' AS row FROM ${table} AS row WHERE county_id = $1 AND patient_id = ANY($2::uuid[]) ORDER BY id`,
      [county.countyId, [kept.patientId, merged.patientId]],
    );
  return all;
};

it('says of every table that speaks of a patient whether its rows move', async () => {
  const rows = await county.database.owner<{ name: string }>(
    `SELECT DISTINCT table_name AS name FROM information_schema.columns
     WHERE table_schema = 'public' AND column_name IN ('patient_id', 'patient_ids') ORDER BY 1`,
  );
  expect(MERGE_TABLES.map(({ table }) => table).sort()).toEqual(rows.map(({ name }) => name).sort());
});

it('makes one file of two by two people, and two again, row by row', async () => {
  await write(kept.patientId, { education: '7', phone: '19900000001' });
  await write(merged.patientId, { education: '8', maritalStatus: '2', idType: 'passport', idNumber: 'E20000001' });
  const before = await rowsOf();
  const proposed = ok(await propose(['education']));
  expect(proposed.differences).toMatchObject([
    { field: 'idType', kept: null, merged: '护照', taken: true },
    { field: 'idNumber', kept: null, merged: 'E20000001', taken: true },
    { field: 'phone', kept: '19900000001', merged: null, taken: false },
    { field: 'education', kept: '初中', merged: '小学', taken: true },
    { field: 'maritalStatus', kept: null, merged: '已婚', taken: true },
  ]);
  expect(Object.fromEntries(proposed.moves.map(({ table, rows }) => [table, rows]))).toEqual({
    guardianship: 1,
    // Risk 4 calls for one.
    case_team: 1,
    rating: 1,
    confirmation: 1,
  });

  expect((await decide(proposed, 'approve', officer)).refusal.code).toBe('MERGE_SAME_PERSON');
  const done = ok(await decide(proposed));
  await county.work();
  expect(done).toMatchObject({ state: 'merged', decidedBy: { personId: doctor.id }, merged: { state: 'merged' } });
  const { values } = await recordOf(kept.patientId);
  expect(values).toMatchObject({ education: '8', phone: '19900000001', maritalStatus: '2', idNumber: 'E20000001' });

  // One file in every list, with the guardians of both, the worse risk, and nothing left to do for the other.
  expect(await listed()).toContain(kept.patientId);
  expect(await listed()).not.toContain(merged.patientId);
  const file = ok(await county.call(readPatient, { as: officer, params: { patientId: kept.patientId } }));
  expect(file.guardians.map(each => [each.personId, each.isPrimary])).toEqual([
    [kept.guardian.id, true],
    [merged.guardian.id, false],
  ]);
  expect(ok(await county.call(listWards, { as: merged.guardian })).rows.map(row => row.patientId)).toEqual([kept.patientId]);
  expect(await riskOf(kept.patientId)).toBe(4);
  await county.app.get(Planning).planDay(county.countyId, county.clock.today());
  const tasks = ok(await county.call(listTodaysTasks, { as: worker, query: { limit: 100 } })).rows;
  expect(tasks.filter(task => task.patientId === merged.patientId)).toEqual([]);
  const history = ok(await county.call(readFileHistory, { as: officer, params: { patientId: kept.patientId } })).rows;
  expect(history.some(row => row.ofMerged && row.act === 'medication:confirmed')).toBe(true);

  const parted = ok(await undo(done));
  await county.work();
  expect(parted).toMatchObject({ state: 'undone', undoneBy: { personId: officer.id } });
  expect(await rowsOf()).toEqual(before);
  expect((await recordOf(kept.patientId)).values).toMatchObject({
    education: '7',
    phone: '19900000001',
    maritalStatus: null,
    idNumber: null,
  });
  expect((await recordOf(merged.patientId)).values).toMatchObject({ education: '8', idNumber: 'E20000001' });
  expect([await riskOf(kept.patientId), await riskOf(merged.patientId)]).toEqual([1, 4]);
  expect(await listed()).toEqual(expect.arrayContaining([kept.patientId, merged.patientId]));
});

it('leads what is asked or queued about the merged file to the kept one, and the deed names both', async () => {
  const [task] = ok(await county.call(listTodaysTasks, { as: worker, query: { limit: 100 } })).rows.filter(
    each => each.patientId === merged.patientId && each.kind === 'visit',
  );
  const done = ok(await decide(ok(await propose())));
  await county.work();
  const params = { patientId: merged.patientId };
  for (const route of [readPatient, readRecord, readStanding])
    expect(ok(await county.call(route, { as: doctor, params }))).toMatchObject({ patientId: kept.patientId });
  const history = ok(await county.call(readFileHistory, { as: doctor, params })).rows;
  expect(history).toEqual(ok(await county.call(readFileHistory, { as: doctor, params: { patientId: kept.patientId } })).rows);

  // A phone answers for yesterday, which it had no signal to send; and once more, not having heard.
  const on = addDays(county.clock.today(), -1);
  const body = { on, answer: 'taken', at: county.clock.now().toISOString() } as const;
  const key = newId();
  const said = await county.call(confirmMedication, { as: merged.guardian, params, body, key });
  expect(ok(said)).toMatchObject({ on, answer: 'taken' });
  expect(await county.call(confirmMedication, { as: merged.guardian, params, body, key })).toEqual(said);
  const visitId = newId();
  const visit = { visitId, at: county.clock.now().toISOString(), taskId: task?.taskId };
  ok(await county.call(checkInVisit, { as: worker, params, body: visit }));
  const deeds = await county.rows.sql<{ act: string; patient_id: Id; facts: { ledFrom: Id } }>(
    `SELECT act, patient_id, facts FROM deed WHERE county_id = $1 AND facts->>'ledFrom' = $2 ORDER BY at`,
    [county.countyId, merged.patientId],
  );
  expect(deeds.map(deed => [deed.act, deed.patient_id])).toEqual([
    ['medication:confirmed', kept.patientId],
    ['visits:checked-in', kept.patientId],
  ]);

  // A list that is narrowed to the merged file is one of the kept file's.
  const cases = async (patientId: Id) => ok(await county.call(listCaseTeams, { as: doctor, query: { patientId } })).rows;
  expect(await cases(merged.patientId)).toHaveLength(1);
  expect(await cases(merged.patientId)).toEqual(await cases(kept.patientId));
  expect(await county.call(listCaseTeams, { as: doctor, query: { patientId: newId() } })).toMatchObject({
    status: 200,
    body: { rows: [] },
  });
  expect((await county.call(listCaseTeams, { as: doctor, query: { patientId: 'x' } })).status).toBe(400);

  // Nobody gets further by the merged file's id than by the kept one's; and what was seen of the one is not written over the other.
  const stranger = await county.person();
  expect((await county.call(readPatient, { as: stranger, params })).status).toBe(404);
  expect((await county.call(confirmMedication, { as: stranger, params, body })).status).toBe(404);
  const set = { education: '1' };
  expect((await county.call(writeRecord, { as: officer, params, body: { version: 1, set } })).refusal.code).toBe('STALE');

  ok(await undo(done));
  expect(await county.call(confirmMedication, { as: merged.guardian, params, body, key })).toEqual(said);
  expect(ok(await county.call(readPatient, { as: officer, params })).patientId).toBe(merged.patientId);
});

it('takes the handovers that were answered along and gives them back; one that waits is answered first', async () => {
  const insert = (state: 'waiting' | 'rejected') => {
    const answered = state === 'waiting' ? null : doctor.id;
    return county.rows.sql(
      `INSERT INTO patient_move (county_id, id, patient_id, from_village_id, to_village_id, reason_sealed, state, proposed_by, proposed_at, answered_by, answered_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, now(), $9, CASE WHEN $9::uuid IS NULL THEN NULL ELSE now() END)`,
      [
        county.countyId,
        newId(),
        merged.patientId,
        county.areas.village,
        county.areas.farVillage,
        Buffer.from([0]),
        state,
        officer.id,
        answered,
      ],
    );
  };
  const moves = () =>
    county.rows.sql<{ id: Id }>(
      `SELECT patient_id AS id FROM patient_move WHERE county_id = $1 AND patient_id = ANY($2::uuid[]) AND state <> 'waiting'`,
      [county.countyId, [kept.patientId, merged.patientId]],
    );
  await insert('rejected');
  await insert('waiting');
  expect((await propose()).refusal.code).toBe('MERGE_MOVE_WAITING');
  await county.rows.sql(
    `UPDATE patient_move SET state = 'withdrawn', answered_by = $3, answered_at = now() WHERE county_id = $1 AND patient_id = $2 AND state = 'waiting'`,
    [county.countyId, merged.patientId, officer.id],
  );
  const done = ok(await decide(ok(await propose())));
  expect((await moves()).map(row => row.id)).toEqual([kept.patientId, kept.patientId]);
  ok(await undo(done));
  expect((await moves()).map(row => row.id)).toEqual([merged.patientId, merged.patientId]);
});

it('keeps the band that two people have lowered, through the merge and through its undoing', async () => {
  const bandOf = async (patientId: Id) => ok(await county.call(readStanding, { as: doctor, params: { patientId } })).band?.key;
  const review = async (patientId: Id, stability: 'unstable' | 'stable') => {
    county.clock.advance(60_000);
    const found = { source: 'review', causeId: newId(), by: doctor.id, risk: 0, stability, decides: true } as const;
    await county.rows.inTransaction(tx => county.app.get(Standings).rate(tx, { ...found, patientId, on: county.clock.today() }));
  };
  for (const { patientId } of [kept, merged]) {
    await review(patientId, 'unstable');
    await review(patientId, 'stable');
    expect(await bandOf(patientId)).toBe('unstable');
  }
  county.clock.advance(60_000);
  const proposalId = newId();
  const params = { patientId: merged.patientId };
  ok(await county.call(proposeBand, { as: doctor, params, body: { proposalId, band: 'stable', reason: '半年平稳' } }));
  ok(await county.call(decideBand, { as: officer, params: { proposalId }, body: { version: 1, agree: true, reason: '已核对' } }));
  expect(await bandOf(merged.patientId)).toBe('stable');

  const done = ok(await decide(ok(await propose())));
  await county.work();
  expect(await bandOf(kept.patientId)).toBe('stable');
  ok(await undo(done));
  await county.work();
  expect([await bandOf(kept.patientId), await bandOf(merged.patientId)]).toEqual(['unstable', 'stable']);
});

it('leaves with the kept file what came to it after the merge', async () => {
  const done = ok(await decide(ok(await propose())));
  await write(kept.patientId, { education: '3' });
  county.clock.advance(86_400_000);
  const body = { on: county.clock.today(), answer: 'taken', at: county.clock.now().toISOString() } as const;
  ok(await county.call(confirmMedication, { as: merged.guardian, params: { patientId: kept.patientId }, body }));
  ok(await undo(done));
  const rows = await county.rows.sql<{ patient_id: Id }>(
    `SELECT patient_id FROM confirmation WHERE county_id = $1 AND patient_id = ANY($2::uuid[]) ORDER BY on_day`,
    [county.countyId, [kept.patientId, merged.patientId]],
  );
  expect(rows.map(row => row.patient_id)).toEqual([merged.patientId, kept.patientId]);
  expect((await recordOf(kept.patientId)).values.education).toBe('3');
});

it('is decided about what was seen: a file that changed is looked at again', async () => {
  const proposed = ok(await propose());
  await write(merged.patientId, { education: '1' });
  expect((await decide(proposed)).refusal.code).toBe('STALE');
  const seen = ok(await county.call(readMerge, { as: doctor, params: { mergeId: proposed.mergeId } }));
  expect(ok(await decide(seen, 'refuse')).state).toBe('refused');
  expect((await decide(seen)).refusal.code).toBe('MERGE_NOT_OPEN');
});

it('waits for one decision at a time, and never takes a file twice', async () => {
  const first = ok(await propose());
  expect((await propose()).refusal.code).toBe('MERGE_PROPOSED_ALREADY');
  const answers = await Promise.all([decide(first), decide(first)]);
  expect(answers.map(answer => answer.status).sort()).toEqual([200, 409]);
  expect((await propose()).refusal.code).toBe('MERGE_NOT_FITTING');
  const { rows } = ok(await county.call(listMerges, { as: doctor, query: { state: 'merged' } }));
  expect(rows[0]?.mergeId).toBe(first.mergeId);
});

it('is undone in the order in which it was done', async () => {
  const first = ok(await decide(ok(await propose())));
  [kept, merged] = [await county.ward(), kept];
  const second = ok(await decide(ok(await propose())));
  expect((await undo(first)).refusal.code).toBe('MERGE_UNDO_BLOCKED');
  ok(await undo(second));
  ok(await undo(first));
});

it('waits until one of two live agreements has ended', async () => {
  for (const { patientId, guardian } of [kept, merged]) {
    const [applicationId, path] = [newId(), [county.areas.county, county.areas.township, county.areas.village]];
    await county.rows.sql(
      `INSERT INTO reward_application (county_id, id, state, patient_id, guardian_id, area_path, from_on, to_on, statement_sealed, created_at)
       VALUES ($1, $2, 'approved', $3, $4, $5::uuid[], '2026-01-01', '2026-12-31', '', now())`,
      [county.countyId, applicationId, patientId, guardian.id, path],
    );
    await county.rows.sql(
      `INSERT INTO agreement (county_id, id, number, state, patient_id, guardian_id, area_path, from_on, to_on, last_on, anchor_on, cycle, standards,
         percent, objection_days, template_version, created_at, application_id)
       VALUES ($1, $2, $6, 'active', $3, $4, $5::uuid[], '2026-01-01', '2026-12-31', '2026-12-31', '2026-01-01', 'quarter', '[]', '{}', 7, '1', now(), $7)`,
      [county.countyId, newId(), patientId, guardian.id, path, `协${patientId}`, applicationId],
    );
  }
  expect((await propose()).refusal.code).toBe('MERGE_TWO_AGREEMENTS');
});
