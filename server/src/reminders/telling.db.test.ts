import { reportCall } from '@guanhu/shared/agenda/agenda.routes';
import { addDays } from '@guanhu/shared/kernel/calendar-date';
import { confirmMedication } from '@guanhu/shared/medication/medication.routes';
import { SHIPPED_POLICIES } from '@guanhu/shared/policy/shipped-policies';
import {
  acknowledgeMessage,
  endHold,
  holdTask,
  listMyMessages,
  listMyOverdue,
  listPersonMessages,
  markMessageRead,
  readHold,
} from '@guanhu/shared/reminders/reminders.routes';
import type { HoldBody } from '@guanhu/shared/reminders/reminders.contract';
import { Teams } from '../care-team/care-team.public.ts';
import type { SendOutcome } from '../platform/wechat/wechat-api.ts';
import { careCounty, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { comesDue } from '../testing/promises.ts';

const EVENING = new Date('2026-06-15T18:30:00+08:00');
const MEDICATION = 'tmpl-thing1-time2';
const VISIT = 'tmpl-thing1-date3';
const TASK = 'tmpl-thing1-date5';

let care: CareCounty;
beforeEach(async () => {
  care = await careCounty();
  // No calls but those that a test is about.
  await care.setPolicy({ ...SHIPPED_POLICIES.medication, answerDaysBack: 1, silentDays: 30 });
  care.county.clock.set(EVENING);
}, 60_000);
/** Families get text messages, so that nobody telephones them. */
const textFamilies = () => {
  care.county.sms.otherwise = { outcome: 'sent' };
};
afterEach(() => care.county.close());

let people = 0;
const bound = async (): Promise<Ward & { openid: string }> => {
  const openid = `openid-${String(++people)}`;
  return { ...(await care.ward({ risk: 0, openid })), openid };
};
const onDay = (days: number, time = '18:30') =>
  care.county.clock.set(new Date(`${addDays(care.county.clock.today(), days)}T${time}:00+08:00`));
const remind = async () => {
  await care.plan();
  await care.county.work();
};
const wake = () => comesDue(care.county.rows.sql, 1, 'remind%');
const messages = async (as: TestPerson) => (await care.county.call(listMyMessages, { as, query: {} })).body.rows;
const callsFor = async (ward: Ward) => (await care.tasksOf(care.people.gridWorker, ward)).filter(task => task.reason === 'messageNotSent');
const texts = () => care.county.sms.messages;

describe('a day of many tasks', () => {
  it('is one message to each person, with a number and the list, and is not told twice', async () => {
    const { gridWorker } = care.people;
    await care.bind(gridWorker, 'openid-grid');
    for (let i = 0; i < 2; i++) await care.subscribe(gridWorker, VISIT);
    textFamilies();
    for (let i = 0; i < 3; i++) await care.ward({ risk: 4 });
    await care.plan();
    onDay(3, '09:00');
    await remind();
    await remind();
    const told = care.county.wechat.messages.filter(message => message.openid === 'openid-grid');
    expect(told).toMatchObject([{ templateId: VISIT, data: { thing1: { value: '今天有3件事要办，包括走访' } } }]);
    expect(told[0]?.page).toMatch(/^pages\/today\/index\?m=[0-9a-f-]{36}&c=1$/);
    onDay(1, '09:00');
    await remind();
    expect(await messages(gridWorker)).toHaveLength(2);
  });

  it('tells a guardian of two patients once', async () => {
    const ward = await bound();
    const second = await care.county.ward({ guardian: ward.guardian });
    await care.subscribe(ward.guardian, MEDICATION);
    await remind();
    expect(await care.tasksOf(ward.guardian, second)).toHaveLength(1);
    expect(care.county.wechat.messages).toMatchObject([{ data: { thing1: { value: '今天有2件事项还没有确认' } } }]);
  });

  it('uses the template for any task when a person allowed no other', async () => {
    const { gridWorker } = care.people;
    await care.bind(gridWorker, 'openid-grid');
    textFamilies();
    await care.subscribe(gridWorker, TASK);
    await care.ward({ risk: 4 });
    await care.plan();
    onDay(3, '09:00');
    await remind();
    expect(care.county.wechat.messages).toMatchObject([{ templateId: TASK, page: expect.stringContaining('taskId=') as string }]);
  });

  it('tells of what came later in a second message', async () => {
    const { gridWorker } = care.people;
    await care.bind(gridWorker, 'openid-grid');
    for (let i = 0; i < 2; i++) await care.subscribe(gridWorker, TASK);
    const ward = await care.ward({ risk: 0 });
    // No credit, no text message: the grid worker is to telephone, and hears of it.
    await remind();
    expect(await callsFor(ward)).toHaveLength(1);
    expect(care.county.wechat.messages).toMatchObject([{ openid: 'openid-grid', data: { thing1: { value: '今天有一件事要办' } } }]);
  });
});

describe('a text message', () => {
  it('goes out where WeChat cannot, and says nothing to a bystander', async () => {
    const ward = await bound();
    care.county.sms.otherwise = { outcome: 'sent', messageId: 'sms-1' };
    await remind();
    expect(texts()).toEqual([
      {
        phone: ward.guardian.phone,
        text: '今天的事项还没有确认，请打开微信小程序“关护”查看。如已办好，请忽略。',
        reference: expect.any(String) as string,
      },
    ]);
    expect(await messages(ward.guardian)).toMatchObject([{ state: 'sent', channel: 'sms' }]);
    expect(await callsFor(ward)).toEqual([]);
    await remind();
    expect(texts()).toHaveLength(1);
  });

  it('is not sent when the policy spends none on it', async () => {
    const ward = await bound();
    await care.setPolicy({ ...SHIPPED_POLICIES.reminder, smsFor: [] });
    care.county.sms.otherwise = { outcome: 'sent' };
    await remind();
    expect(texts()).toEqual([]);
    expect(await callsFor(ward)).toHaveLength(1);
  });

  it('covers a message whose answer was lost; lost as well, somebody telephones', async () => {
    const [told, called] = [await bound(), await bound()];
    for (const ward of [told, called]) await care.subscribe(ward.guardian, MEDICATION);
    care.county.wechat.sendOutcomes.push({ outcome: 'unknown' }, { outcome: 'unknown' });
    care.county.sms.outcomes.push({ outcome: 'sent' }, { outcome: 'unknown' });
    await remind();
    const states = [...(await messages(told.guardian)), ...(await messages(called.guardian))].map(one => [one.state, one.channel]);
    expect(states.sort()).toEqual([
      ['doubtful', 'call'],
      ['sent', 'sms'],
    ]);
    expect((await callsFor(told)).length + (await callsFor(called)).length).toBe(1);
    expect(care.county.wechat.messages).toHaveLength(2);
  });

  it('waits while the vendor is busy', async () => {
    const ward = await bound();
    care.county.sms.outcomes.push({ outcome: 'busy' });
    care.county.sms.otherwise = { outcome: 'sent' };
    await remind();
    expect(await messages(ward.guardian)).toMatchObject([{ state: 'waiting' }]);
    await wake();
    await care.county.work();
    expect(await messages(ward.guardian)).toMatchObject([{ state: 'sent', channel: 'sms' }]);
  });
});

describe('the platform’s limits', () => {
  it.each<[string, SendOutcome]>([['the quota of the day', { outcome: 'busy', errcode: 45009 }]])(
    '%s: the next way, for everybody, until tomorrow',
    async (_, outcome) => {
      const wards = [await bound(), await bound()];
      for (const ward of wards) await care.subscribe(ward.guardian, MEDICATION);
      care.county.sms.otherwise = { outcome: 'sent' };
      care.county.wechat.sendOutcomes.push(outcome, outcome);
      await remind();
      const later = await bound();
      await care.subscribe(later.guardian, MEDICATION);
      await remind();
      expect(care.county.wechat.messages).toHaveLength(2);
      expect(texts()).toHaveLength(3);
    },
  );

  it('the quota of the minute: later, by the same way', async () => {
    const ward = await bound();
    await care.subscribe(ward.guardian, MEDICATION);
    care.county.wechat.sendOutcomes.push({ outcome: 'busy', errcode: 44991 });
    await remind();
    const [pause] = await care.county.rows.sql<{ seconds: number }>(
      `SELECT extract(epoch FROM paused_until - refilled_at)::float8 AS seconds FROM sending_quota WHERE paused_until IS NOT NULL`,
    );
    expect(pause?.seconds).toBeGreaterThanOrEqual(60);
    // The pause runs by the clock on the wall, and this test may be slow.
    await care.county.rows.sql(`UPDATE sending_quota SET paused_until = now() + interval '9 minutes'`);
    await wake();
    await care.county.work();
    expect(care.county.wechat.messages).toHaveLength(1); // still paused
    await care.county.rows.sql(`UPDATE sending_quota SET paused_until = now()`);
    await wake();
    await care.county.work();
    expect(await messages(ward.guardian)).toMatchObject([{ state: 'sent', channel: 'wechat' }]);
  });

  it('nobody waits for ever for a channel that stays busy', async () => {
    const ward = await bound();
    await care.subscribe(ward.guardian, MEDICATION);
    care.county.sms.otherwise = { outcome: 'sent' };
    care.county.wechat.sendOutcomes.push({ outcome: 'busy' }, { outcome: 'busy' });
    await remind();
    care.county.clock.advance(31 * 60_000);
    await wake();
    await care.county.work();
    expect(await messages(ward.guardian)).toMatchObject([{ state: 'sent', channel: 'sms' }]);
  });
});

describe('a family that no message reaches', () => {
  const days = async (count: number, ward: Ward) => {
    for (let i = 0; i < count; i++) {
      onDay(1);
      await remind();
    }
    return callsFor(ward);
  };

  it('is called once, until somebody has answered, and left in peace for a week', async () => {
    const ward = await bound();
    await remind();
    const [first] = await callsFor(ward);
    expect(await days(2, ward)).toMatchObject([{ taskId: first?.taskId }]);
    await care.county.call(reportCall, {
      as: care.people.gridWorker,
      params: { taskId: first?.taskId ?? '' },
      body: { outcome: 'reached' },
    });
    expect(await days(6, ward)).toEqual([]);
    expect(await days(1, ward)).toHaveLength(1);
  });

  it('with two patients is called once, about both: the outcome stands with each, and an answer for either ends it', async () => {
    const ward = await bound();
    const second = await care.county.ward({ guardian: ward.guardian });
    await care.county.rows.inTransaction(tx =>
      care.county.app.get(Teams).takeSeat(tx, second.patientId, 'gridWorker', care.people.gridWorker.id),
    );
    await remind();
    const callOf = async () => [...(await callsFor(ward)), ...(await callsFor(second))];
    const [call, ...others] = await callOf();
    expect(others).toEqual([]);
    const reported = { as: care.people.gridWorker, params: { taskId: call?.taskId ?? '' }, body: { outcome: 'noAnswer' } } as const;
    await care.county.call(reportCall, reported);
    for (const { patientId } of [ward, second])
      expect(
        await care.county.rows.sql(`SELECT facts FROM deed WHERE county_id = 1 AND patient_id = $1 AND act = 'agenda:called'`, [patientId]),
      ).toEqual([{ facts: { outcome: 'noAnswer', at: expect.any(String) as string } }]);
    const besides = call?.patientId === ward.patientId ? second : ward;
    const body = { on: care.county.clock.today(), answer: 'taken', at: care.county.clock.now().toISOString() };
    await care.county.call(confirmMedication, { as: ward.guardian, params: { patientId: besides.patientId }, body });
    await care.county.work();
    expect(await callOf()).toEqual([]);
  });

  it('needs no call once it has confirmed', async () => {
    const ward = await bound();
    await remind();
    expect(await callsFor(ward)).toHaveLength(1);
    const body = { on: care.county.clock.today(), answer: 'taken', at: care.county.clock.now().toISOString() };
    await care.county.call(confirmMedication, { as: ward.guardian, params: { patientId: ward.patientId }, body });
    await care.county.work();
    expect(await callsFor(ward)).toEqual([]);
    expect(await days(2, ward)).toEqual([]);
  });
});

describe('what nobody does', () => {
  it('is told to the lead and then to the office, once each, with a list of whose it is', async () => {
    textFamilies();
    await care.ward({ risk: 4 });
    await care.plan(); // the grid worker's visit is due in three days
    onDay(4, '09:00');
    await remind();
    const overdue = async (as: TestPerson) => (await care.county.call(listMyOverdue, { as })).body.rows;
    expect(await overdue(care.people.lead)).toMatchObject([
      { kind: 'visit', seat: 'gridWorker', assigneeName: care.people.gridWorker.name, patientName: '试甲', overdueDays: 1, level: 'lead' },
    ]);
    expect(await overdue(care.people.officer)).toEqual([]);
    onDay(1, '09:00');
    await remind();
    expect((await messages(care.people.lead)).filter(one => one.purpose === 'overdue')).toHaveLength(1);
    onDay(1, '09:00');
    await remind();
    expect(await overdue(care.people.officer)).toMatchObject([{ level: 'office', overdueDays: 3 }]);
    expect((await messages(care.people.officer)).map(one => one.what)).toEqual(['有1件事过了期还没办']);
    expect(await overdue(care.people.gridWorker)).toEqual([]);
  });
});

describe('the whole way of a task that nobody does', () => {
  it('leads from whose it is to the lead and to the office, by the times of the policy; the desk sees who has seen it', async () => {
    textFamilies();
    const { gridWorker, lead, officer, administrator } = care.people;
    const { leadAfterDays, officeAfterDays } = SHIPPED_POLICIES.reminder;
    const ward = await care.ward({ risk: 4 });
    await care.plan();
    const [visit] = await care.visitsOf(gridWorker, ward);
    const lastDay = visit?.dueOn ?? care.county.clock.today();
    const heard = async (day: string) => {
      care.county.clock.set(new Date(`${day}T09:00:00+08:00`));
      await remind();
      const isTold = async (as: TestPerson, purpose: string) => (await messages(as)).some(one => one.purpose === purpose);
      return { own: await isTold(gridWorker, 'visit'), lead: await isTold(lead, 'overdue'), office: await isTold(officer, 'overdue') };
    };
    expect(await heard(addDays(lastDay, -1))).toEqual({ own: false, lead: false, office: false });
    expect(await heard(lastDay)).toEqual({ own: true, lead: false, office: false });
    for (let late = 1; late <= officeAfterDays; late += 1)
      expect(await heard(addDays(lastDay, late))).toEqual({ own: true, lead: late >= leadAfterDays, office: late >= officeAfterDays });
    const overdue = (await messages(lead)).find(one => one.purpose === 'overdue');
    await care.county.call(acknowledgeMessage, { as: lead, params: { messageId: overdue?.messageId ?? '' }, body: {} });
    const shown = await care.county.call(listPersonMessages, { as: administrator, params: { personId: lead.id }, query: {} });
    const states = shown.body.rows
      .filter(one => one.purpose === 'overdue')
      .map(({ readAt, acknowledgedAt }) => [readAt !== null, acknowledgedAt !== null]);
    expect(states).toContainEqual([true, true]);
  });
});

describe('putting off', () => {
  const hold = (as: TestPerson, taskId: string, body: HoldBody) => care.county.call(holdTask, { as, params: { taskId }, body });
  const inHours = (hours: number) => new Date(care.county.clock.now().getTime() + hours * 3_600_000).toISOString();

  it('medicine: told again after the hour, once, and never into the next day', async () => {
    const ward = await bound();
    for (let i = 0; i < 2; i++) await care.subscribe(ward.guardian, MEDICATION);
    await care.plan();
    const [task] = await care.tasksOf(ward.guardian, ward);
    const taskId = task?.taskId ?? '';
    expect((await hold(ward.guardian, taskId, { kind: 'snooze', until: inHours(6), reason: 'busy' })).refusal.code).toBe(
      'HOLD_NOT_OF_MEDICINE',
    );
    expect((await hold(ward.guardian, taskId, { kind: 'pause', until: inHours(1), reason: 'busy' })).refusal.code).toBe(
      'HOLD_NOT_OF_MEDICINE',
    );
    expect((await hold(ward.guardian, taskId, { kind: 'snooze', until: inHours(1), reason: 'busy' })).status).toBe(200);
    await care.county.work();
    expect(care.county.wechat.messages).toEqual([]);
    care.county.clock.advance(3_600_000);
    for (let i = 0; i < 2; i++) {
      await wake();
      await care.county.work();
    }
    expect(care.county.wechat.messages).toHaveLength(1);
  });

  it('a pause keeps a task from being told and passed on, until its end or until it is ended', async () => {
    textFamilies();
    const ward = await care.ward({ risk: 4 });
    await care.plan();
    const [visit] = await care.visitsOf(care.people.gridWorker, ward);
    const taskId = visit?.taskId ?? '';
    const { gridWorker, lead } = care.people;
    expect((await hold(gridWorker, taskId, { kind: 'pause', until: inHours(14 * 24 + 1), reason: 'agreed' })).refusal.code).toBe(
      'HOLD_TOO_LONG',
    );
    expect((await hold(lead, taskId, { kind: 'pause', until: inHours(24), reason: 'agreed' })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    await hold(gridWorker, taskId, { kind: 'pause', until: inHours(10 * 24), reason: 'agreed' });
    const held = async () => (await care.county.call(readHold, { as: gridWorker, params: { taskId } })).body.hold;
    expect(await held()).toMatchObject({ kind: 'pause', reason: 'agreed' });
    onDay(5, '09:00');
    await remind();
    expect((await messages(gridWorker)).filter(one => one.purpose === 'visit')).toEqual([]);
    expect((await care.county.call(listMyOverdue, { as: lead })).body.rows).toEqual([]);
    await care.county.call(endHold, { as: gridWorker, params: { taskId } });
    expect(await held()).toBeNull();
    onDay(1, '09:00');
    await remind();
    expect((await care.county.call(listMyOverdue, { as: lead })).body.rows).toHaveLength(1);
  });
});

describe('how far a message has got', () => {
  it('is opened, and acknowledged by a word or by doing what it asks for', async () => {
    const ward = await bound();
    await care.subscribe(ward.guardian, MEDICATION);
    await remind();
    const [message] = await messages(ward.guardian);
    const params = { messageId: message?.messageId ?? '' };
    const { body: read } = await care.county.call(markMessageRead, { as: ward.guardian, params });
    expect(read).toMatchObject({ acknowledgedAt: null });
    care.county.clock.advance(60_000);
    expect((await care.county.call(markMessageRead, { as: ward.guardian, params })).body.readAt).toBe(read.readAt);
    expect((await care.county.call(acknowledgeMessage, { as: care.people.lead, params })).refusal.code).toBe('NOT_FOUND_OR_NO_ACCESS');
    expect((await care.county.call(acknowledgeMessage, { as: ward.guardian, params })).body.acknowledgedAt).not.toBeNull();

    const other = await bound();
    await care.subscribe(other.guardian, MEDICATION);
    await remind();
    const body = { on: care.county.clock.today(), answer: 'taken', at: care.county.clock.now().toISOString() };
    await care.county.call(confirmMedication, { as: other.guardian, params: { patientId: other.patientId }, body });
    expect((await messages(other.guardian))[0]?.acknowledgedAt).not.toBeNull();
  });

  it('is seen by whoever manages people, without what it opens', async () => {
    const ward = await bound();
    await remind();
    const params = { personId: ward.guardian.id };
    const { body } = await care.county.call(listPersonMessages, { as: care.people.administrator, params, query: {} });
    expect(body.rows).toMatchObject([{ purpose: 'medication', state: 'noCredit', channel: 'call' }]);
    expect(body.rows[0]).not.toHaveProperty('page');
    expect((await care.county.call(listPersonMessages, { as: care.people.lead, params, query: {} })).refusal.code).toBe(
      'NOT_FOUND_OR_NO_ACCESS',
    );
  });
});

it('the ledger of credits adds up to what is left, whatever happened', async () => {
  const ward = await bound();
  for (let i = 0; i < 3; i++) await care.subscribe(ward.guardian, MEDICATION);
  await remind();
  onDay(1);
  care.county.wechat.sendOutcomes.push({ outcome: 'no-credit' });
  await remind();
  await care.subscribe(ward.guardian, MEDICATION);
  const entries = await care.county.rows.sql<{ cause: string; change: number }>(
    'SELECT cause, change FROM credit_entry WHERE county_id = 1 AND person_id = $1 ORDER BY id',
    [ward.guardian.id],
  );
  expect(entries.map(({ cause, change }) => [cause, change])).toEqual([
    ['accepted', 1],
    ['accepted', 1],
    ['accepted', 1],
    ['sent', -1],
    ['exhausted', -2],
    ['accepted', 1],
  ]);
  const [{ left } = { left: -1 }] = await care.county.rows.sql<{ left: number }>(
    'SELECT messages_left AS left FROM credit WHERE county_id = 1 AND person_id = $1',
    [ward.guardian.id],
  );
  expect(left).toBe(entries.reduce((sum, entry) => sum + entry.change, 0));
});
