import { createCipheriv, createHash } from 'node:crypto';
import { newId } from '../platform/ids.ts';
import { Outbox } from '../platform/outbox/outbox.ts';
import { reportIncident } from '@guanhu/shared/incidents/incidents.routes';
import { confirmMedication } from '@guanhu/shared/medication/medication.routes';
import { listMyMessages, reportSubscriptions } from '@guanhu/shared/reminders/reminders.routes';
import type { SubscribeAnswer } from '@guanhu/shared/reminders/reminders.terms';
import type { SendOutcome } from '../platform/wechat/wechat-api.ts';
import { careCounty, type CareCounty, type Ward } from '../testing/care.ts';
import type { TestPerson } from '../testing/county.ts';
import { comesDue } from '../testing/promises.ts';

let care: CareCounty;
beforeAll(async () => {
  care = await careCounty();
}, 60_000);
beforeEach(() => {
  care.county.clock.set(new Date('2026-06-15T18:30:00+08:00'));
  care.county.wechat.messages.length = 0;
  care.county.wechat.sendOutcomes.length = 0;
  care.county.sms.outcomes.length = 0;
  care.county.sms.messages.length = 0;
});
afterAll(() => care.county.close());

const MEDICATION = 'tmpl-thing1-time2';
let people = 0;
const bound = async (): Promise<Ward & { openid: string }> => {
  const openid = `openid-${String(++people)}`;
  return { ...(await care.ward({ risk: 0, openid })), openid };
};
const sentTo = (openid: string) => care.county.wechat.messages.filter(message => message.openid === openid);
const credit = async (as: TestPerson) => {
  const { body } = await care.county.call(reportSubscriptions, { as, body: { answers: {} } });
  return body.credits.find(one => one.templateId === MEDICATION)?.left;
};
const messages = async (as: TestPerson) => (await care.county.call(listMyMessages, { as, query: {} })).body.rows;
const callsFor = async (ward: Ward, reason: string) =>
  (await care.tasksOf(care.people.gridWorker, ward)).filter(task => task.reason === reason);
const calls = (ward: Ward) => callsFor(ward, 'messageNotSent');
const remind = async () => {
  await care.plan();
  await care.county.work();
};

describe('credits', () => {
  it.each<[SubscribeAnswer, number]>([
    ['accept', 1],
    ['acceptWithAlert', 1],
    ['reject', 0],
    ['filter', 0],
    ['ban', 0],
  ])('an answer of %s leaves %i', async (answer, left) => {
    const person = await care.county.person();
    const { body } = await care.county.call(reportSubscriptions, {
      as: person,
      body: { answers: { [MEDICATION]: answer, 'somebody-elses': 'accept' } },
    });
    expect(body.credits.find(one => one.purpose === 'medication')).toEqual({
      purpose: 'medication',
      templateId: MEDICATION,
      kind: 'once',
      left,
    });
    expect(body.credits).toHaveLength(5);
  });

  it('the same tap sent twice counts once', async () => {
    const person = await care.county.person();
    const [key, body] = [newId(), { answers: { [MEDICATION]: 'accept' } }];
    for (let i = 0; i < 2; i++) await care.county.call(reportSubscriptions, { as: person, body, key });
    expect(await credit(person)).toBe(1);
    expect((await care.county.call(reportSubscriptions, { as: person, body: { answers: { [MEDICATION]: 'perhaps' } } })).status).toBe(400);
  });
});

describe('a medicine reminder', () => {
  it('is a message within the credit, names nobody, opens the task’s page, and is sent once', async () => {
    const ward = await bound();
    await care.subscribe(ward.guardian, MEDICATION);
    await remind();
    await remind();
    const [message, ...more] = sentTo(ward.openid);
    const [task] = await care.tasksOf(ward.guardian, ward);
    expect(more).toEqual([]);
    const [shown] = await messages(ward.guardian);
    expect(message).toMatchObject({
      templateId: MEDICATION,
      page: `pages/today/index?taskId=${task?.taskId ?? ''}&m=${shown?.messageId ?? ''}&c=1`,
    });
    expect(message?.data).toEqual({ thing1: { value: '今天的事项还没有确认' }, time2: { value: '2026年6月15日 18:30' } });
    expect(JSON.stringify(message)).not.toContain(ward.patientId);
    expect(await credit(ward.guardian)).toBe(0);
    expect(await calls(ward)).toEqual([]);
    expect(await messages(ward.guardian)).toMatchObject([
      {
        purpose: 'medication',
        state: 'sent',
        channel: 'wechat',
        count: 1,
        what: '今天的事项还没有确认',
        readAt: null,
        acknowledgedAt: null,
      },
    ]);
  });

  it('is a call by the grid worker without credit, or without an account', async () => {
    for (const [ward, state] of [
      [await bound(), 'noCredit'],
      [await care.ward({ risk: 0 }), 'failed'], // no account, and no text message gets through
    ] as const) {
      await remind();
      expect(await calls(ward)).toHaveLength(1);
      expect(await messages(ward.guardian)).toMatchObject([{ state, channel: 'call' }]);
    }
  });

  it('is taken back when the family has answered in the meantime: no message, no call', async () => {
    const ward = await bound();
    await remind();
    expect(await calls(ward)).toHaveLength(1);
    const body = { on: '2026-06-15', answer: 'taken', at: '2026-06-15T18:31:00+08:00' };
    await care.county.call(confirmMedication, { as: ward.guardian, params: { patientId: ward.patientId }, body });
    await care.county.work();
    expect(await calls(ward)).toEqual([]);

    const quick = await bound();
    await care.subscribe(quick.guardian, MEDICATION);
    await care.plan();
    await care.county.call(confirmMedication, { as: quick.guardian, params: { patientId: quick.patientId }, body });
    await care.county.work();
    expect(sentTo(quick.openid)).toEqual([]);
    expect(await credit(quick.guardian)).toBe(1);
  });

  it.each<[string, SendOutcome, string, number]>([
    ['43101: the credit is gone, whatever we had counted', { outcome: 'no-credit' }, 'noCredit', 0],
    ['a ban', { outcome: 'banned' }, 'noCredit', 0],
    ['a wrong openid', { outcome: 'bad-openid' }, 'failed', 2],
    ['a wrong template', { outcome: 'misconfigured', errcode: 40037 }, 'failed', 2],
    ['an answer that never came: not sent again, for it may have arrived', { outcome: 'unknown' }, 'doubtful', 2],
  ])('%s becomes a call', async (_, outcome, state, left) => {
    const ward = await bound();
    for (let i = 0; i < 2; i++) await care.subscribe(ward.guardian, MEDICATION);
    await care.county.work();
    await care.plan();
    // Other families' reminders of this file come first or later; this outcome is for everybody of this round.
    care.county.wechat.sendOutcomes.push(...Array.from({ length: 20 }, () => outcome));
    await care.county.work();
    await care.county.work();
    expect(sentTo(ward.openid)).toHaveLength(1);
    expect(await messages(ward.guardian)).toMatchObject([{ state }]);
    expect(await calls(ward)).toHaveLength(1);
    expect(await credit(ward.guardian)).toBe(left);
  });

  it('waits while WeChat is busy, and then goes out', async () => {
    await remind(); // the families of the tests before
    const ward = await bound();
    await care.subscribe(ward.guardian, MEDICATION);
    await care.plan();
    care.county.wechat.sendOutcomes.push({ outcome: 'busy' });
    await care.county.work();
    expect(await messages(ward.guardian)).toMatchObject([{ state: 'waiting' }]);
    await comesDue(care.county.rows.sql, 1, 'remind-day');
    await care.county.work();
    expect(sentTo(ward.openid)).toHaveLength(2);
    expect(await messages(ward.guardian)).toMatchObject([{ state: 'sent' }]);
    expect(await calls(ward)).toEqual([]);
  });

  it('found half-way after a crash is a doubt: a call, not a second message', async () => {
    const ward = await bound();
    await care.subscribe(ward.guardian, MEDICATION);
    await care.plan();
    const [id, key] = [newId(), `medicine:2026-06-15:${ward.guardian.id}`];
    await care.county.rows.sql(
      `INSERT INTO message (county_id, id, key, person_id, patient_id, purpose, what, page, state, at)
       VALUES (1, $1, $2, $3, $4, 'medication', '今天的事项还没有确认', 'pages/today/index', 'waiting', now())`,
      [id, key, ward.guardian.id, ward.patientId],
    );
    await care.county.rows.sql(
      `INSERT INTO message_attempt (county_id, message_id, person_id, channel, state, at) VALUES (1, $1, $2, 'wechat', 'sending', now())`,
      [id, ward.guardian.id],
    );
    await care.county.work();
    expect(sentTo(ward.openid)).toEqual([]);
    expect(await messages(ward.guardian)).toMatchObject([{ state: 'doubtful' }]);
    expect(await calls(ward)).toHaveLength(1);
  });

  it('waits for the end of the quiet hours', async () => {
    const ward = await bound();
    await care.subscribe(ward.guardian, MEDICATION);
    care.county.clock.set(new Date('2026-06-15T22:00:00+08:00'));
    await remind();
    expect(sentTo(ward.openid)).toEqual([]);
    const [row] = await care.county.rows.sql<{ seconds: number }>(
      `SELECT round(extract(epoch FROM due.not_before - now()))::int AS seconds FROM outbox JOIN outbox_due AS due USING (county_id, id)
       WHERE county_id = 1 AND kind = 'remind-day' AND payload ->> 'personId' = $1`,
      [ward.guardian.id],
    );
    expect(row?.seconds).toBeGreaterThan(8.9 * 3600);
    expect(row?.seconds).toBeLessThanOrEqual(9 * 3600);
  });
});

it('an incident does not wait for the morning', async () => {
  care.county.clock.set(new Date('2026-06-15T23:30:00+08:00'));
  const ward = await care.ward({ risk: 0 });
  await care.bind(care.people.police, 'openid-police');
  await care.subscribe(care.people.police, 'tmpl-thing1-time4');
  const body = { incidentId: newId(), kind: 'harmToOthers', happenedAt: '2026-06-15T23:29:00+08:00' };
  await care.county.call(reportIncident, { as: ward.guardian, params: { patientId: ward.patientId }, body });
  await care.county.work();
  expect(sentTo('openid-police')).toMatchObject([
    { page: expect.stringContaining(`packages/incidents/incident/index?incidentId=${body.incidentId}&m=`) as string },
  ]);
});

describe('a payout', () => {
  const happened = (kind: string, ward: Ward, entitlementId: string) =>
    care.county.rows.inTransaction(async tx => {
      const payload = { entitlementId, guardianId: ward.guardian.id, patientId: ward.patientId };
      await care.county.app.get(Outbox).put(tx, { kind, key: `${entitlementId}:1`, payload });
    });

  it('is told of by a message that opens it, once', async () => {
    const [ward, id] = [await bound(), newId()];
    await care.subscribe(ward.guardian, 'tmpl-thing1-time2-thing3');
    for (let i = 0; i < 2; i++) await happened('entitlement-claimable', ward, id);
    await care.county.work();
    expect(sentTo(ward.openid)).toMatchObject([
      { page: expect.stringContaining(`packages/payouts/entitlement/index?entitlementId=${id}&m=`) as string },
    ]);
  });

  it('is told of by telephone without credit, until it has arrived', async () => {
    const [ward, id] = [await bound(), newId()];
    await happened('entitlement-claimable', ward, id);
    await care.county.work();
    expect(await callsFor(ward, 'claimNotTold')).toMatchObject([{ causeId: id }]);
    await happened('entitlement-paid', ward, id);
    await care.county.work();
    expect(await callsFor(ward, 'claimNotTold')).toEqual([]);
  });
});

describe('what WeChat tells', () => {
  const wechat = () => care.county.config.accounts.wechat;
  const seconds = () => String(Math.floor(care.county.clock.now().getTime() / 1000));
  const sign = (...parts: string[]) =>
    createHash('sha1')
      .update([wechat().messageToken, ...parts].sort().join(''))
      .digest('hex');
  const seal = (text: string) => {
    const key = Buffer.from(`${wechat().messageAesKey}=`, 'base64');
    const [length, message] = [Buffer.alloc(4), Buffer.from(text)];
    length.writeUInt32BE(message.length);
    const plain = Buffer.concat([Buffer.alloc(16, 7), length, message, Buffer.from(wechat().appid)]);
    const padding = 32 - (plain.length % 32);
    const cipher = createCipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
    return Buffer.concat([cipher.update(Buffer.concat([plain, Buffer.alloc(padding, padding)])), cipher.final()]).toString('base64');
  };
  const push = async (event: object, forge: { signature?: string } = {}) => {
    const encrypted = seal(JSON.stringify(event));
    const [timestamp, nonce] = [seconds(), '4711'];
    const query = new URLSearchParams({
      timestamp,
      nonce,
      encrypt_type: 'aes',
      msg_signature: forge.signature ?? sign(timestamp, nonce, encrypted),
    });
    const response = await fetch(`${care.county.url}/callbacks/wechat-message?${query.toString()}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ToUserName: 'gh_0', Encrypt: encrypted }),
    });
    return { status: response.status, text: await response.text() };
  };
  const event = (openid: string, name: string, item: object) => ({
    ToUserName: 'gh_0',
    FromUserName: openid,
    CreateTime: seconds(),
    MsgType: 'event',
    Event: name,
    List: item,
  });

  it('the address is verified with the token', async () => {
    const [timestamp, nonce] = [seconds(), '4711'];
    const get = (signature: string) =>
      fetch(
        `${care.county.url}/callbacks/wechat-message?${new URLSearchParams({ signature, timestamp, nonce, echostr: '1234567' }).toString()}`,
      );
    const answer = await get(sign(timestamp, nonce));
    expect([answer.status, await answer.text()]).toEqual([200, '1234567']);
    expect((await get('0'.repeat(40))).status).toBe(404);
  });

  it('an acceptance counts once, though the phone tells of it too and the event comes twice', async () => {
    const ward = await bound();
    const popup = event(ward.openid, 'subscribe_msg_popup_event', {
      TemplateId: MEDICATION,
      SubscribeStatusString: 'accept',
      PopupScene: '0',
    });
    expect(await push(popup)).toEqual({ status: 200, text: 'success' });
    await push(popup);
    expect(await credit(ward.guardian)).toBe(1);
    await care.subscribe(ward.guardian, MEDICATION);
    expect(await credit(ward.guardian)).toBe(1);
  });

  it('a rejection in the settings leaves nothing', async () => {
    const ward = await bound();
    await care.subscribe(ward.guardian, MEDICATION);
    await push(event(ward.openid, 'subscribe_msg_change_event', [{ TemplateId: MEDICATION, SubscribeStatusString: 'reject' }]));
    expect(await credit(ward.guardian)).toBe(0);
  });

  it('a message that did not arrive becomes a call', async () => {
    await remind(); // the families of the tests before
    const ward = await bound();
    await care.subscribe(ward.guardian, MEDICATION);
    await care.county.work();
    await care.plan();
    const messageId = `90071992547409${String(people)}`;
    care.county.wechat.sendOutcomes.push({ outcome: 'sent', messageId });
    await care.county.work();
    expect(await calls(ward)).toEqual([]);
    const item = { TemplateId: MEDICATION, MsgID: messageId, ErrorCode: '1300002', ErrorStatus: 'user refused' };
    await push(event(ward.openid, 'subscribe_msg_sent_event', item));
    await care.county.work();
    expect(await messages(ward.guardian)).toMatchObject([{ state: 'failed', channel: 'call' }]);
    expect(await calls(ward)).toHaveLength(1);
  });

  it('a message whose answer was lost is settled by what the platform tells of it, and its credit is spent', async () => {
    await remind(); // the families of the tests before
    const ward = await bound();
    for (let i = 0; i < 2; i++) await care.subscribe(ward.guardian, MEDICATION);
    await care.county.work();
    await care.plan();
    care.county.wechat.sendOutcomes.push({ outcome: 'unknown' });
    await care.county.work();
    expect(await messages(ward.guardian)).toMatchObject([{ state: 'doubtful' }]);
    const item = { TemplateId: MEDICATION, MsgID: `80071992547409${String(people)}`, ErrorCode: '0', ErrorStatus: 'success' };
    for (let i = 0; i < 2; i++) await push(event(ward.openid, 'subscribe_msg_sent_event', item));
    expect(await messages(ward.guardian)).toMatchObject([{ state: 'sent', channel: 'wechat' }]);
    expect(await credit(ward.guardian)).toBe(1);
    expect(sentTo(ward.openid)).toHaveLength(1);
  });

  it('a forged event changes nothing, an event of a stranger neither', async () => {
    const ward = await bound();
    const popup = event(ward.openid, 'subscribe_msg_popup_event', {
      TemplateId: MEDICATION,
      SubscribeStatusString: 'accept',
      PopupScene: '0',
    });
    expect((await push(popup, { signature: '0'.repeat(40) })).status).toBe(404);
    expect(await credit(ward.guardian)).toBe(0);
    expect(
      (await push(event('openid-nobody', 'subscribe_msg_popup_event', { TemplateId: MEDICATION, SubscribeStatusString: 'accept' }))).status,
    ).toBe(200);
  });
});
