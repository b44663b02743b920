import { createDecipheriv } from 'node:crypto';
import { KNOWN, listen, testSimulator, until } from '../testing/harness.ts';
import type { Listener, TestSimulator } from '../testing/harness.ts';
import { pushSignature } from './message-crypt.ts';

const MINUTE = 60_000;
const templates = KNOWN.templates;
const visit = templates['visit']?.id ?? '';
const incident = templates['incident']?.id ?? '';
const DATA = { thing1: { value: '上门走访' }, time2: { value: '2026年3月4日 09:00' }, thing3: { value: '请带上随访表' } };

let server: Listener;
let sim: TestSimulator;
beforeEach(async () => {
  server = await listen();
  sim = await testSimulator({ messageServer: { url: server.url, token: KNOWN.messageToken, encodingAesKey: KNOWN.messageAesKey } });
});
afterEach(async () => {
  await sim.close();
  await server.close();
});

const session = (query: Record<string, string>) =>
  sim.call(
    'GET',
    `/sns/jscode2session?${new URLSearchParams({ appid: KNOWN.appid, secret: KNOWN.secret, grant_type: 'authorization_code', ...query }).toString()}`,
  );
const codeOf = async (phoneId: string, kind = 'login') => (await sim.call('POST', `/phones/${phoneId}/${kind}`)).json['code'] as string;
const token = async (body: Record<string, unknown> = {}) =>
  (await sim.call('POST', '/cgi-bin/stable_token', { grant_type: 'client_credential', appid: KNOWN.appid, secret: KNOWN.secret, ...body }))
    .json;
const accessToken = async () => (await token())['access_token'] as string;
const send = async (over: Record<string, unknown>, access?: string) =>
  (
    await sim.call('POST', `/cgi-bin/message/subscribe/send?access_token=${access ?? (await accessToken())}`, {
      template_id: visit,
      data: DATA,
      miniprogram_state: 'formal',
      lang: 'zh_CN',
      ...over,
    })
  ).json;

describe('login', () => {
  it('gives one openid for one person, once per code', async () => {
    const phone = await sim.newPhone();
    const code = await codeOf(phone.phoneId);
    const first = (await session({ js_code: code })).json;
    expect(first['openid']).toBe(phone.openid);
    expect(first['session_key']).toHaveLength(24);
    expect((await session({ js_code: code })).json['errcode']).toBe(40163);
    expect((await session({ js_code: await codeOf(phone.phoneId) })).json['openid']).toBe(phone.openid);
  });

  it('refuses unknown and expired codes, wrong credentials and missing parameters', async () => {
    const { phoneId } = await sim.newPhone();
    const late = await codeOf(phoneId);
    sim.advance(5 * MINUTE + 1);
    expect((await session({ js_code: late })).json['errcode']).toBe(40029);
    expect((await session({ js_code: 'no-such-code' })).json['errcode']).toBe(40029);
    expect((await session({ js_code: '' })).json['errcode']).toBe(41008);
    expect((await session({ appid: '' })).json['errcode']).toBe(41002);
    expect((await session({ secret: '' })).json['errcode']).toBe(41004);
    expect((await session({ appid: 'wx0', js_code: 'x' })).json['errcode']).toBe(40013);
    expect((await session({ secret: 'wrong', js_code: 'x' })).json['errcode']).toBe(40125);
  });
});

describe('access tokens and phone numbers', () => {
  it('keeps a token stable, lets old and new overlap for five minutes, and ends it', async () => {
    const first = await token();
    expect((first['access_token'] as string).length).toBe(512);
    expect(await token()).toMatchObject({ access_token: first['access_token'] });
    sim.advance(116 * MINUTE);
    const second = await accessToken();
    expect(second).not.toBe(first['access_token']);
    const body = { touser: 'nobody' };
    expect((await send(body, first['access_token'] as string))['errcode']).toBe(40003);
    sim.advance(5 * MINUTE);
    expect((await send(body, first['access_token'] as string))['errcode']).toBe(42001);
    expect((await send(body, second))['errcode']).toBe(40003);
    expect((await send(body, 'invented'))['errcode']).toBe(40001);
    expect((await sim.call('POST', '/cgi-bin/message/subscribe/send', {})).json['errcode']).toBe(41001);
  });

  it('revokes at a forced refresh and refuses a second one within 30 seconds', async () => {
    const first = await accessToken();
    const forced = (await token({ force_refresh: true }))['access_token'] as string;
    expect((await send({ touser: 'x' }, first))['errcode']).toBe(40001);
    expect((await send({ touser: 'x' }, forced))['errcode']).toBe(40003);
    expect((await token({ force_refresh: true }))['errcode']).toBe(45009);
    expect((await token({ grant_type: 'password' }))['errcode']).toBe(40002);
  });

  it('tells the number for a code of its own kind, once', async () => {
    const phone = await sim.newPhone();
    const ask = async (body: unknown) =>
      (await sim.call('POST', `/wxa/business/getuserphonenumber?access_token=${await accessToken()}`, body)).json;
    const code = await codeOf(phone.phoneId, 'phone-number');
    expect(await ask({ code, openid: phone.openid })).toMatchObject({
      errcode: 0,
      phone_info: { phoneNumber: '19900000001', purePhoneNumber: '19900000001', countryCode: '86', watermark: { appid: KNOWN.appid } },
    });
    expect((await ask({ code }))['errcode']).toBe(40029);
    expect((await ask({ code: await codeOf(phone.phoneId) }))['errcode']).toBe(40029);
    expect((await ask({ code: await codeOf(phone.phoneId, 'phone-number'), openid: 'another' }))['errcode']).toBe(40003);
  });
});

describe('subscribe messages', () => {
  const subscribe = (phoneId: string, templateIds: string[]) => sim.call('POST', `/phones/${phoneId}/subscribe`, { templateIds });

  it('spends one credit a message and refuses without', async () => {
    const phone = await sim.newPhone();
    expect((await send({ touser: phone.openid }))['errcode']).toBe(43101);
    expect((await subscribe(phone.phoneId, [visit])).json).toEqual({ errMsg: 'requestSubscribeMessage:ok', [visit]: 'accept' });
    expect((await subscribe(phone.phoneId, [visit])).json[visit]).toBe('accept');
    expect(await send({ touser: phone.openid, page: 'pages/today/index?from=1' })).toMatchObject({ errcode: 0, errmsg: 'ok' });
    expect((await send({ touser: phone.openid }))['errcode']).toBe(0);
    expect((await send({ touser: phone.openid }))['errcode']).toBe(43101);
    const { messages } = (await sim.call('GET', `/phones/${phone.phoneId}/messages`)).json as { messages: unknown[] };
    expect(messages).toHaveLength(2);
    expect(messages[1]).toMatchObject({
      title: '上门走访提醒',
      page: 'pages/today/index?from=1',
      lines: [{ label: '事项', value: '上门走访' }, {}, {}],
    });
  });

  it('lets a long-term subscription be used again and again until it is refused', async () => {
    const phone = await sim.newPhone();
    await subscribe(phone.phoneId, [incident]);
    for (let turn = 0; turn < 3; turn++) expect((await send({ touser: phone.openid, template_id: incident }))['errcode']).toBe(0);
    await sim.call('POST', `/phones/${phone.phoneId}/refuse`, { templateIds: [incident] });
    expect((await send({ touser: phone.openid, template_id: incident }))['errcode']).toBe(43101);
  });

  it('refuses what the real platform refuses', async () => {
    const phone = await sim.newPhone();
    await subscribe(phone.phoneId, [visit]);
    const touser = phone.openid;
    expect((await send({ touser: 'nobody' }))['errcode']).toBe(40003);
    expect((await send({ touser, template_id: 'none' }))['errcode']).toBe(40037);
    expect((await send({ touser, page: '/pages/today/index' }))['errcode']).toBe(41030);
    const long = await send({ touser, data: { ...DATA, thing3: { value: '字'.repeat(21) } } });
    expect(long['errcode']).toBe(47003);
    expect(long['errmsg']).toMatch(/^argument invalid! data\.thing3\.value invalid/);
  });

  it('refuses a second message to a person to whom one is still being sent', async () => {
    const slow = await testSimulator({ delivery: { sendMilliseconds: 2_000 } });
    try {
      const phone = await slow.newPhone();
      await slow.call('POST', `/phones/${phone.phoneId}/subscribe`, { templateIds: [visit] });
      const query = { grant_type: 'client_credential', appid: KNOWN.appid, secret: KNOWN.secret };
      const access = (await slow.call('POST', '/cgi-bin/stable_token', query)).json['access_token'] as string;
      const one = () =>
        slow.call('POST', `/cgi-bin/message/subscribe/send?access_token=${access}`, {
          touser: phone.openid,
          template_id: visit,
          data: DATA,
        });
      const both = await Promise.all([one(), one()]);
      expect(both.map(answer => answer.json['errcode']).sort()).toEqual([0, 43108]);
    } finally {
      await slow.close();
    }
  });

  it('answers the pop-up as the phone is set, and as wx does when it cannot be shown', async () => {
    const { phoneId, openid } = await sim.newPhone();
    await sim.call('PUT', `/phones/${phoneId}/settings`, { answers: { [visit]: 'reject', '*': 'ban' } });
    const medication = templates['medication']?.id ?? '';
    expect((await subscribe(phoneId, [visit, medication])).json).toMatchObject({ [visit]: 'reject', [medication]: 'ban' });
    expect((await send({ touser: openid, template_id: medication }))['errcode']).toBe(43107);
    expect((await subscribe(phoneId, [])).json['errCode']).toBe(10001);
    expect((await subscribe(phoneId, ['none'])).json['errCode']).toBe(20001);
    expect((await subscribe(phoneId, [visit, incident])).json['errCode']).toBe(20002);
    expect((await subscribe(phoneId, [visit, visit, visit, visit])).json['errCode']).toBe(20003);
    await sim.call('PUT', `/phones/${phoneId}/settings`, { subscribeSwitch: false });
    expect((await subscribe(phoneId, [visit])).json['errCode']).toBe(20004);
  });

  it('pushes what happened, signed and encrypted, one item as an object and several as an array', async () => {
    const phone = await sim.newPhone();
    const medication = templates['medication']?.id ?? '';
    await subscribe(phone.phoneId, [visit, medication]);
    await until(() => server.received.length === 1);
    await send({ touser: phone.openid });
    await until(() => server.received.length === 2);
    await sim.call('POST', `/phones/${phone.phoneId}/refuse`, { templateIds: [visit] });
    await until(() => server.received.length === 3);
    const [popup, sent, change] = server.received.map(opened);
    expect(popup).toMatchObject({
      Event: 'subscribe_msg_popup_event',
      FromUserName: phone.openid,
      List: [{ TemplateId: visit }, { TemplateId: medication }],
    });
    expect(sent).toMatchObject({ Event: 'subscribe_msg_sent_event', List: { TemplateId: visit, ErrorCode: '0', ErrorStatus: 'success' } });
    expect(change).toMatchObject({ Event: 'subscribe_msg_change_event', List: { TemplateId: visit, SubscribeStatusString: 'reject' } });
    expect(typeof change?.['CreateTime']).toBe('string');
  });

  it('asks three times when the message server does not answer success', async () => {
    server.answers.push(500, 500, 500);
    await subscribe((await sim.newPhone()).phoneId, [visit]);
    await until(async () => ((await sim.call('GET', '/pushes')).json['pushes'] as { state: string }[])[0]?.state === 'given-up');
    expect(server.received).toHaveLength(3);
  });

  it('spoils a push on demand', async () => {
    await sim.call('POST', '/faults', { at: 'message-push', kind: 'bad-signature' });
    server.answers.push(403);
    await subscribe((await sim.newPhone()).phoneId, [visit]);
    await until(() => server.received.length === 2);
    expect(() => opened(server.received[0])).toThrow('signature');
    expect(opened(server.received[1])['Event']).toBe('subscribe_msg_popup_event');
  });
});

/** What a message server does with a push. */
const opened = (request: Listener['received'][number] | undefined): Record<string, unknown> => {
  const query = new URL(request?.path ?? '', server.url).searchParams;
  const { Encrypt: encrypted, ToUserName: to } = JSON.parse(request?.body ?? '') as { Encrypt: string; ToUserName: string };
  const parts = [KNOWN.messageToken, query.get('timestamp') ?? '', query.get('nonce') ?? '', encrypted];
  if (query.get('encrypt_type') !== 'aes' || query.get('msg_signature') !== pushSignature(...parts)) throw new Error('signature');
  const key = Buffer.from(`${KNOWN.messageAesKey}=`, 'base64');
  const decipher = createDecipheriv('aes-256-cbc', key, key.subarray(0, 16)).setAutoPadding(false);
  const plain = Buffer.concat([decipher.update(Buffer.from(encrypted, 'base64')), decipher.final()]);
  const end = 20 + plain.readUInt32BE(16);
  expect(plain.subarray(end, plain.length - (plain.at(-1) ?? 0)).toString()).toBe(KNOWN.appid);
  const message = JSON.parse(plain.subarray(20, end).toString()) as Record<string, unknown>;
  expect(message['ToUserName']).toBe(to);
  return message;
};
