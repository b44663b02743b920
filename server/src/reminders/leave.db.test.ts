import { reportCall } from '@guanhu/shared/agenda/agenda.routes';
import { handOver } from '@guanhu/shared/care-team/handover.routes';
import { addDays, calendarDate } from '@guanhu/shared/kernel/calendar-date';
import { SHIPPED_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import { holdTask, listMyMessages, listMyOverdue } from '@guanhu/shared/reminders/reminders.routes';
import { Agenda } from '../agenda/agenda.public.ts';
import { newId } from '../platform/ids.ts';
import { careCounty, type CareCounty } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { comesDue } from '../testing/promises.ts';

/** The grid worker's visits of 15 June are due on the 18th; the worker is on leave from then to the 20th. */
const FROM = calendarDate('2026-06-18');
const UNTIL = calendarDate('2026-06-20');
const BACK = calendarDate('2026-06-21');

let care: CareCounty;
let worker: TestPerson;
let deputy: TestPerson;
beforeEach(async () => {
  care = await careCounty();
  await care.setPolicy({ ...SHIPPED_POLICIES.medication, silentDays: 30 });
  care.county.sms.otherwise = { outcome: 'sent' };
  worker = care.people.gridWorker;
  deputy = await care.county.person({ role: 'gridWorker', area: care.county.areas.village });
}, 60_000);
afterEach(() => care.county.close());

const goes = async (person: TestPerson, to: TestPerson) => {
  const body = { handoverId: newId(), personId: person.id, toId: to.id, from: FROM, until: UNTIL };
  // A lead who goes is let go by the office, everybody else by the lead.
  const as = person.id === care.people.lead.id ? care.people.officer : care.people.lead;
  expect((await care.county.call(handOver, { as, body })).body.state).toBe('done');
};
const morningOf = async (day: string) => {
  care.county.clock.set(new Date(`${day}T09:00:00+08:00`));
  await care.plan();
  await care.county.work();
};
const told = async (as: TestPerson, purpose?: string) =>
  (await care.county.call(listMyMessages, { as, query: {} })).body.rows
    .filter(row => purpose === undefined || row.purpose === purpose)
    .map(row => row.what);
const overdueOf = async (as: TestPerson) => (await care.county.call(listMyOverdue, { as })).body.rows.length;

describe('while a worker is on leave', () => {
  it('the deputy has the day’s list and hears of it in one message; the worker hears nothing, and all of it again afterwards', async () => {
    const wards = [await care.ward({ risk: 4 }), await care.ward({ risk: 4 })];
    await care.plan();
    await goes(worker, deputy);
    await morningOf(addDays(FROM, -1));
    expect([await told(worker), await told(deputy)]).toEqual([[], []]);
    await morningOf(FROM);
    for (const ward of wards) expect(await care.visitsOf(deputy, ward)).toHaveLength(1);
    expect([await told(worker), await told(deputy)]).toEqual([[], ['今天有2件事要办，包括走访']]);
    await morningOf(BACK);
    expect(await care.visitsOf(deputy, wards[0] ?? (await care.ward()))).toEqual([]);
    expect(await told(worker, 'visit')).toEqual(['今天有2件事要办，包括走访']);
    expect(await told(deputy)).toHaveLength(1);
  });

  it('a call that comes up during the day is the deputy’s to hear of and to make', async () => {
    const ward = await care.ward();
    await goes(worker, deputy);
    await morningOf(FROM);
    await care.county.rows.inTransaction(tx =>
      care.county.app.get(Agenda).openCall(tx, { reason: 'medicationSilence', patientId: ward.patientId, cause: 'today' }),
    );
    await care.county.work();
    care.county.clock.set(new Date(`${FROM}T18:00:00+08:00`));
    await comesDue(care.county.rows.sql, 1, 'remind-day');
    await care.county.work();
    expect([await told(worker), await told(deputy)]).toEqual([[], ['今天有一件事要办']]);
    const [call] = (await care.tasksOf(deputy, ward)).filter(task => task.kind === 'call');
    const made = await care.county.call(reportCall, { as: deputy, params: { taskId: call?.taskId ?? '' }, body: { outcome: 'reached' } });
    expect(made.body.state).toBe('done');
  });

  it('a task that was put off comes back to the deputy', async () => {
    const ward = await care.ward({ risk: 4 });
    await care.plan();
    care.county.clock.set(new Date(`${addDays(FROM, -1)}T20:30:00+08:00`));
    await goes(worker, deputy);
    const [visit] = await care.visitsOf(worker, ward);
    const until = `${FROM}T10:00:00+08:00`;
    const body = { kind: 'snooze', until, reason: 'busy' } as const;
    expect((await care.county.call(holdTask, { as: worker, params: { taskId: visit?.taskId ?? '' }, body })).status).toBe(200);
    care.county.clock.set(new Date(until));
    await comesDue(care.county.rows.sql, 1, 'remind-snoozed');
    await care.county.work();
    expect([await told(worker), await told(deputy)]).toEqual([[], ['今天有上门走访安排']]);
  });

  it('what the worker is as a guardian stays the worker’s', async () => {
    const family = await care.county.ward({ guardian: worker });
    await care.plan();
    await goes(worker, deputy);
    care.county.clock.set(new Date(`${FROM}T18:30:00+08:00`));
    await care.plan();
    await care.county.work();
    expect(await care.tasksOf(deputy, family)).toEqual([]);
    expect((await care.tasksOf(worker, family)).map(task => task.kind)).toContain('medicationConfirmation');
    // The medicine of the day, and the question after days of silence.
    expect([await told(worker, 'medication'), await told(deputy)]).toEqual([[expect.any(String), expect.any(String)], []]);
  });
});

describe('while the village’s lead is on leave', () => {
  it('the deputy hears what others have not done, and the lead when back', async () => {
    const { lead } = care.people;
    await care.ward({ risk: 4 });
    await care.plan();
    await goes(lead, deputy);
    await morningOf(addDays(FROM, 1));
    expect([await told(lead, 'overdue'), await told(deputy, 'overdue')]).toEqual([[], ['有1件事过了期还没办']]);
    expect([await overdueOf(lead), await overdueOf(deputy)]).toEqual([1, 1]);
    await morningOf(BACK);
    expect([await overdueOf(lead), await overdueOf(deputy)]).toEqual([1, 0]);
  });
});
