import { readFileHistory } from '@guanhu/shared/registry/file.routes';
import { ok } from '../testing/reward.ts';
import { listTodaysTasks, readMyMonth, reportCall } from '@guanhu/shared/agenda/agenda.routes';
import { addDays, dayOf } from '@guanhu/shared/kernel/calendar-date';
import { confirmMedication } from '@guanhu/shared/medication/medication.routes';
import { Planning } from './agenda.public.ts';
import { Teams } from '../care-team/care-team.public.ts';
import { MONDAY, careCounty, type CareCounty } from '../testing/care.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
}, 60_000);
beforeEach(() => care.county.clock.set(MONDAY));
afterAll(() => care.county.close());

const allTasks = () =>
  care.county.rows.sql('SELECT key, state, due_on, assignee_id, version FROM task WHERE county_id = $1 ORDER BY key', [1]);
const later = (days: number) => care.county.clock.set(new Date(MONDAY.getTime() + days * 86_400_000));

describe('the plan of a day', () => {
  it('asks the guardian about medicine and sends each seat on its visits, within sight (BQ-07, SJ-13, TH-05)', async () => {
    const ward = await care.ward({ risk: 4 });
    await care.plan();
    const today = care.county.clock.today();
    expect(await care.tasksOf(ward.guardian, ward)).toMatchObject([
      {
        kind: 'medicationConfirmation',
        seat: 'guardian',
        patientName: null,
        villageName: '竹坪村',
        dueOn: today,
        timing: 'today',
        overdueDays: 0,
      },
    ]);
    expect(await care.tasksOf(care.people.gridWorker, ward)).toMatchObject([
      { kind: 'visit', seat: 'gridWorker', patientName: '试甲', dueOn: addDays(today, 3), timing: 'ahead' },
    ]);
    // Red: the lead and the police within a week, the doctor after two, which is out of sight.
    expect(await care.tasksOf(care.people.police, ward)).toMatchObject([{ kind: 'visit', seat: 'police', dueOn: addDays(today, 7) }]);
    expect(await care.tasksOf(care.people.doctor, ward)).toEqual([]);
  });

  it('forgets nobody whom nobody has rated: everybody who visits comes within two weeks (TH-01)', async () => {
    const ward = await care.ward();
    await care.plan();
    later(7);
    await care.plan();
    const due = addDays(dayOf(MONDAY), 14);
    expect(await care.tasksOf(care.people.doctor, ward)).toMatchObject([{ kind: 'visit', dueOn: due, timing: 'ahead' }]);
    expect(await care.visitsOf(care.people.gridWorker, ward)).toMatchObject([{ dueOn: due }]);
  });

  it('changes nothing the second time', async () => {
    await care.ward({ risk: 3 });
    await care.plan();
    const before = [await allTasks(), await care.county.rows.sql('SELECT key FROM outbox WHERE county_id = $1 ORDER BY kind, key', [1])];
    await Promise.all([care.plan(), care.plan()]);
    expect([await allTasks(), await care.county.rows.sql('SELECT key FROM outbox WHERE county_id = $1 ORDER BY kind, key', [1])]).toEqual(
      before,
    );
    const [run] = await care.county.rows.sql<{ runs: number; finished_at: Date }>(
      'SELECT runs, finished_at FROM plan_run WHERE county_id = $1 AND day = $2',
      [1, care.county.clock.today()],
    );
    expect(run?.runs).toBeGreaterThanOrEqual(3);
    expect(run?.finished_at).not.toBeNull();
  });

  it('says from which day a visit is late', async () => {
    const ward = await care.ward({ risk: 4 });
    await care.plan();
    later(3);
    expect(await care.tasksOf(care.people.gridWorker, ward)).toMatchObject([{ timing: 'today', overdueDays: 0 }]);
    later(5);
    expect(await care.tasksOf(care.people.gridWorker, ward)).toMatchObject([{ timing: 'overdue', overdueDays: 2 }]);
  });

  it('counts what nobody holds a seat for', async () => {
    await care.ward({ risk: 4, teamed: false });
    await care.plan();
    const [run] = await care.county.rows.sql<{ unassigned: number }>('SELECT unassigned FROM plan_run WHERE county_id = $1 AND day = $2', [
      1,
      care.county.clock.today(),
    ]);
    expect(run?.unassigned).toBe(3); // grid worker, lead and police within a week
  });

  it('follows the seat to whoever holds it now', async () => {
    const ward = await care.ward({ risk: 4 });
    await care.plan();
    const successor = await care.county.person({ role: 'gridWorker', area: care.county.areas.village });
    await care.county.rows.inTransaction(async tx => {
      await tx.sql(`UPDATE team_seat SET until = since - 1 WHERE county_id = $1 AND patient_id = $2 AND post = 'gridWorker'`, [
        1,
        ward.patientId,
      ]);
      await care.county.app.get(Teams).takeSeat(tx, ward.patientId, 'gridWorker', successor.id);
    });
    await care.plan();
    expect(await care.tasksOf(care.people.gridWorker, ward)).toEqual([]);
    expect(await care.tasksOf(successor, ward)).toMatchObject([{ kind: 'visit', seat: 'gridWorker' }]);
  });

  it('telephones a family after three silent days, once, and no more when it has answered', async () => {
    const ward = await care.ward({ risk: 0 });
    await care.plan();
    const calls = async () => (await care.tasksOf(care.people.gridWorker, ward)).filter(task => task.reason === 'medicationSilence');
    later(2);
    await care.plan();
    expect(await calls()).toEqual([]);
    later(3);
    await care.plan();
    later(4);
    await care.plan();
    expect(await calls()).toMatchObject([{ kind: 'call', reason: 'medicationSilence', seat: 'gridWorker' }]);
    const on = care.county.clock.today();
    const body = { on, answer: 'taken', at: care.county.clock.now().toISOString() };
    await care.county.call(confirmMedication, { as: ward.guardian, params: { patientId: ward.patientId }, body });
    await care.county.work();
    expect(await calls()).toEqual([]);
  });

  it('takes questions off the list that can no longer be answered', async () => {
    const ward = await care.ward({ risk: 0 });
    await care.plan();
    later(1);
    await care.plan();
    expect((await care.tasksOf(ward.guardian, ward)).map(task => task.timing)).toEqual(['overdue', 'today']);
    later(3);
    await care.plan();
    expect((await care.tasksOf(ward.guardian, ward)).map(task => task.overdueDays)).toEqual([2, 0]);
  });
});

describe('a county planned in parts', () => {
  const planned = () =>
    care.county.rows.sql(
      `SELECT key, state, due_on, overdue_after, assignee_id FROM task WHERE county_id = $1 AND due_on >= $2 ORDER BY key`,
      [1, care.county.clock.today()],
    );

  it('killed in the midst and run again, has what an undisturbed run makes, and a clean second run changes nothing', async () => {
    later(20);
    for (let i = 0; i < 5; i++) await care.ward({ risk: i === 0 ? 5 : 3 });
    const planning = care.county.app.get(Planning);
    const [day, began] = [care.county.clock.today(), care.county.clock.now()];
    let left = 3;
    planning.add(() => (left-- > 0 ? Promise.resolve(0) : Promise.reject(new Error('killed'))));
    await expect(planning.planDay(1, day, 2)).rejects.toThrow('killed');
    const [unfinished] = await care.county.rows.sql<{ finished_at: Date | null; opened: number }>(
      'SELECT finished_at, opened FROM plan_run WHERE county_id = $1 AND day = $2',
      [1, day],
    );
    expect(unfinished?.finished_at).toBeNull();
    left = Infinity;
    await planning.planDay(1, day, 2);
    const inParts = await planned();
    await planning.planDay(1, day);
    expect(await planned()).toEqual(inParts);
    const [finished] = await care.county.rows.sql<{ opened: number }>('SELECT opened FROM plan_run WHERE county_id = $1 AND day = $2', [
      1,
      day,
    ]);
    // Every task is counted once, by the part whose commit opened it.
    const [opened] = await care.county.rows.sql<{ count: number }>('SELECT count(*) FROM task WHERE county_id = $1 AND opened_at >= $2', [
      1,
      began,
    ]);
    expect(finished?.opened).toBe(opened?.count);
  });

  it('forgets nobody at a cut', async () => {
    later(40);
    const planning = care.county.app.get(Planning);
    const day = care.county.clock.today();
    await planning.planDay(1, day, 1);
    const [missing] = await care.county.rows.sql<{ count: number }>(
      `SELECT count(*) FROM patient WHERE county_id = $1 AND state = 'inCare' AND NOT EXISTS (
         SELECT FROM task WHERE task.county_id = $1 AND task.patient_id = patient.id AND kind = 'medicationConfirmation' AND due_on = $2)`,
      [1, day],
    );
    expect(missing?.count).toBe(0);
  });
});

describe('my list', () => {
  it('comes in pages, without gaps or doubles', async () => {
    const worker = care.people.lead;
    for (let i = 0; i < 5; i++) await care.ward({ risk: 5 });
    await care.plan();
    const all = (await care.today(worker)).rows.map(row => row.taskId);
    const paged: string[] = [];
    for (let after: string | undefined; ;) {
      const { body } = await care.county.call(listTodaysTasks, {
        as: worker,
        query: { limit: 2, ...(after === undefined ? {} : { after }) },
      });
      paged.push(...body.rows.map(row => row.taskId));
      if (body.next === null) break;
      after = body.next;
    }
    expect(paged).toEqual(all);
    expect(all.length).toBeGreaterThanOrEqual(5);
  });

  it('refuses a page key that it did not give', async () => {
    const answer = await care.county.call(listTodaysTasks, { as: care.people.lead, query: { after: 'x_y' } });
    expect([answer.status, answer.refusal.fields]).toEqual([400, ['query.after']]);
  });

  it('leaves one trace of the reading, naming the patients', async () => {
    const ward = await care.ward({ risk: 4 });
    await care.plan();
    const reads = () =>
      care.county.rows.sql<{ patient_ids: string[] }>(
        `SELECT patient_ids FROM read_log WHERE county_id = $1 AND what = 'tasks-today' ORDER BY at, id`,
        [1],
      );
    const before = (await reads()).length;
    await care.today(care.people.gridWorker);
    const after = await reads();
    expect(after).toHaveLength(before + 1);
    expect(after.at(-1)?.patient_ids).toContain(ward.patientId);
  });
});

describe('a telephone call', () => {
  const call = async () => {
    const ward = await care.ward({ risk: 0 });
    await care.plan();
    later(4);
    await care.plan();
    const [task] = (await care.tasksOf(care.people.gridWorker, ward)).filter(one => one.reason === 'medicationSilence');
    if (!task) throw new Error('no call');
    return { ward, taskId: task.taskId };
  };
  const report = (taskId: string, outcome: string, as = care.people.gridWorker, key?: string) =>
    care.county.call(reportCall, { as, params: { taskId }, body: { outcome }, ...(key === undefined ? {} : { key }) });

  it('stays open while nobody answers, and is done when somebody was reached', async () => {
    const { taskId } = await call();
    expect((await report(taskId, 'noAnswer')).body).toEqual({ taskId, state: 'open', attempts: 1, late: false });
    expect((await report(taskId, 'reached')).body).toEqual({ taskId, state: 'done', attempts: 1, late: false });
    expect((await care.today(care.people.gridWorker)).doneToday).toBeGreaterThanOrEqual(1);
    const month = ok(await care.county.call(readMyMonth, { as: care.people.gridWorker }));
    expect(month.from).toBe('2026-06-01');
    expect(month.done).toBeGreaterThanOrEqual(1);
    expect(month.inTime).toBeLessThanOrEqual(month.done);
    expect(ok(await care.county.call(readMyMonth, { as: care.people.stranger }))).toEqual({ from: '2026-06-01', done: 0, inTime: 0 });
    expect((await report(taskId, 'reached')).body).toEqual({ taskId, state: 'done', attempts: 1, late: true });
  });

  it.each([
    ['when it was made, however long the phone waited for a signal', 2, 2],
    ['when it was asked for, by a phone whose clock is behind', -5, 0],
    ['when it was told, by a phone whose clock is ahead', 400, 48],
  ])('counts from %s', async (_, madeAfter, countsAfter) => {
    const { taskId, ward } = await call();
    const asked = care.county.clock.now().getTime();
    const after = (hours: number) => new Date(asked + hours * 3_600_000);
    care.county.clock.set(after(48));
    const body = { outcome: 'reached', tappedAt: after(madeAfter).toISOString() } as const;
    ok(await care.county.call(reportCall, { as: care.people.gridWorker, params: { taskId }, body }));
    const [closed] = await care.county.rows.sql<{ at: Date }>('SELECT closed_at AS at FROM task WHERE county_id = $1 AND id = $2', [
      1,
      taskId,
    ]);
    // The clock goes on while the test runs.
    expect(Math.abs((closed?.at.getTime() ?? 0) - after(countsAfter).getTime())).toBeLessThan(60_000);
    const [deed] = await care.county.rows.sql<{ facts: object }>(
      `SELECT facts FROM deed WHERE county_id = $1 AND patient_id = $2 AND act = 'agenda:called'`,
      [1, ward.patientId],
    );
    expect(deed?.facts).toEqual({ outcome: 'reached', at: closed?.at.toISOString() });
  });

  it.each([
    ['a turn of the life', `UPDATE task SET state = 'cancelled', closed_at = now() WHERE county_id = $1 AND id = $2`],
    ['a pause of the care', `UPDATE task SET state = 'suspended' WHERE county_id = $1 AND id = $2`],
    ['a handover', `UPDATE task SET assignee_id = NULL WHERE county_id = $1 AND id = $2`],
  ])('that was made without signal is kept in the file though %s has ended it', async (_, ends) => {
    const { taskId, ward } = await call();
    await care.county.rows.sql(ends, [1, taskId]);
    const before = await care.county.rows.sql('SELECT * FROM task WHERE county_id = $1 AND id = $2', [1, taskId]);
    expect(ok(await report(taskId, 'noAnswer'))).toMatchObject({ taskId, attempts: 0, late: true });
    expect(await care.county.rows.sql('SELECT * FROM task WHERE county_id = $1 AND id = $2', [1, taskId])).toEqual(before);
    const { rows } = ok(
      await care.county.call(readFileHistory, { as: care.people.officer, params: { patientId: ward.patientId }, query: {} }),
    );
    expect(rows[0]).toMatchObject({
      act: 'agenda:called-late',
      by: { personId: care.people.gridWorker.id },
      changes: [{ field: 'callOutcome', before: null, after: 'noAnswer' }],
    });
    expect((await report(taskId, 'reached', care.people.stranger)).status).toBe(404);
  });

  it('is reported by both who are asked at the same time, and nobody is refused', async () => {
    const { taskId } = await call();
    const answers = await Promise.all([report(taskId, 'noAnswer'), report(taskId, 'reached'), report(taskId, 'noAnswer')]);
    expect(answers.map(answer => answer.status)).toEqual([200, 200, 200]);
  });

  it('is reported once, however often the phone sends it', async () => {
    const { taskId } = await call();
    const key = '01900000-0000-7000-8000-0000000000ab';
    const first = await report(taskId, 'noAnswer', care.people.gridWorker, key);
    expect((await report(taskId, 'noAnswer', care.people.gridWorker, key)).body).toEqual(first.body);
    expect((await report(taskId, 'reached', care.people.gridWorker, key)).refusal.code).toBe('KEY_REUSED');
    expect((await report(taskId, 'noAnswer')).body.attempts).toBe(2);
  });

  it('is nobody else’s, and a visit is no call', async () => {
    const { taskId, ward } = await call();
    expect((await report(taskId, 'reached', care.people.stranger)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    const [question] = await care.tasksOf(ward.guardian, ward);
    expect((await report(question?.taskId ?? '', 'reached', ward.guardian)).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await report(taskId, 'maybe')).status).toBe(400);
  });
});
