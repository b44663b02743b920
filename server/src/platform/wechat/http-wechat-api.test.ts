import { afterEach, describe, expect, it } from '@jest/globals';
import { HttpWechatApi } from './http-wechat-api.ts';
import type { Received, Reply, StandIn } from './testing/stand-in.ts';
import { deadAddress, standIn } from './testing/stand-in.ts';

const APPID = 'wx0000000000000001';
const SECRET = 'app-secret-of-the-test';
const OPENID = 'o-guardian-1';
const MESSAGE = {
  openid: OPENID,
  templateId: 'tpl-1',
  page: 'pages/today/index',
  data: { thing1: { value: '早饭后的药' } },
  state: 'formal',
} as const;

let server: StandIn | undefined;
let now = new Date('2026-03-01T00:00:00Z');
afterEach(async () => {
  await server?.stop();
  server = undefined;
  now = new Date('2026-03-01T00:00:00Z');
});

const json = (body: unknown): Reply => ({ body: JSON.stringify(body) });

/** What answers is waited for, however busy the machine; what never answers only so long that the request has certainly arrived. */
const AMPLE_MS = 60_000;
const HANGS_MS = 2_000;
const patience = ({ misbehave }: Reply) => (misbehave === 'hang' ? HANGS_MS : AMPLE_MS);

/** Hands out token-1, token-2 …; the rest is the test's. */
async function platform(answer: (request: Received) => Reply, token?: () => Reply, timeoutMs = AMPLE_MS) {
  let tokens = 0;
  server = await standIn(request => {
    if (!request.path.startsWith('/cgi-bin/stable_token')) return answer(request);
    tokens += 1;
    return token?.() ?? json({ access_token: `token-${String(tokens)}`, expires_in: 7200 });
  });
  return new HttpWechatApi({ baseUrl: `${server.url}/`, appid: APPID, secret: SECRET, now: () => now, timeoutMs });
}
const callsTo = (path: string) => (server?.received ?? []).filter(one => one.path.startsWith(path));

describe('code2session', () => {
  it('sends the documented query and keeps the session key to itself', async () => {
    const api = await platform(() => json({ openid: OPENID, session_key: 'never-leaves', unionid: 'u-1' }));
    expect(await api.code2session('code&1')).toEqual({ outcome: 'signed-in', openid: OPENID, unionid: 'u-1' });
    expect(Object.fromEntries(new URL(callsTo('/sns/jscode2session')[0]?.path ?? '', 'http://x').searchParams)).toEqual({
      appid: APPID,
      secret: SECRET,
      js_code: 'code&1',
      grant_type: 'authorization_code',
    });
  });

  it('takes errcode 0 for success', async () => {
    const api = await platform(() => json({ errcode: 0, openid: OPENID, session_key: 'k' }));
    expect(await api.code2session('c')).toEqual({ outcome: 'signed-in', openid: OPENID });
  });

  it('does not take errcode 0 without an openid for success', async () => {
    const api = await platform(() => json({ errcode: 0 }));
    expect(await api.code2session('c')).toEqual({ outcome: 'unknown', errcode: 0 });
  });

  it.each([
    [40029, { outcome: 'code-refused', why: 'invalid' }],
    [41008, { outcome: 'code-refused', why: 'invalid' }],
    [40163, { outcome: 'code-refused', why: 'used' }],
    [40226, { outcome: 'blocked' }],
    [-1, { outcome: 'busy', errcode: -1 }],
    [45011, { outcome: 'busy', errcode: 45011 }],
    [40013, { outcome: 'misconfigured', errcode: 40013 }],
    [40125, { outcome: 'misconfigured', errcode: 40125 }],
    [41002, { outcome: 'misconfigured', errcode: 41002 }],
    [41004, { outcome: 'misconfigured', errcode: 41004 }],
    [99999, { outcome: 'unknown', errcode: 99999 }],
  ])('reads error %d', async (errcode, outcome) => {
    const api = await platform(() => json({ errcode, errmsg: `${SECRET} ${OPENID}` }));
    expect(await api.code2session('c')).toEqual(outcome);
  });

  it.each([
    ['no answer in time', { misbehave: 'hang' } as const, 'unknown'],
    ['a cut connection', { misbehave: 'reset' } as const, 'unknown'],
    ['half an answer', { body: '{"openid":"o', misbehave: 'truncate' } as const, 'unknown'],
    ['a page instead of JSON', { body: '<html>' }, 'unknown'],
    ['an array', { body: '[]' }, 'unknown'],
    ['a server error', { status: 502, body: '{"openid":"o-1"}' }, 'unknown'],
    ['a redirect', { status: 302, headers: { Location: 'http://127.0.0.1:1/' }, body: '' }, 'unknown'],
    ['an endless answer', { body: 'x'.repeat(300_000) }, 'unknown'],
  ])('does not believe %s', async (_, reply, outcome) => {
    const api = await platform(() => reply, undefined, patience(reply));
    expect(await api.code2session('c')).toEqual({ outcome });
    expect(server?.received).toHaveLength(1);
  });

  it('says busy when nobody listens, because nothing was sent', async () => {
    const api = new HttpWechatApi({ baseUrl: await deadAddress(), appid: APPID, secret: SECRET, now: () => now });
    expect(await api.code2session('c')).toEqual({ outcome: 'busy' });
    expect(await api.sendSubscribeMessage(MESSAGE)).toEqual({ outcome: 'busy' });
  });

  it('refuses a base URL that is none', () => {
    expect(() => new HttpWechatApi({ baseUrl: 'ftp://x', appid: APPID, secret: SECRET, now: () => now })).toThrow(TypeError);
  });
});

describe('phoneNumberOf', () => {
  const info = {
    phoneNumber: '+8619900000001',
    purePhoneNumber: '19900000001',
    countryCode: '86',
    watermark: { timestamp: 1, appid: APPID },
  };

  it.each(['86', 86, '+86'])('reads the number with country code %p', async countryCode => {
    const api = await platform(() => json({ errcode: 0, phone_info: { ...info, countryCode } }));
    expect(await api.phoneNumberOf('code-2')).toEqual({ outcome: 'phone', phone: '19900000001', countryCode: '86' });
    const [call] = callsTo('/wxa/business/getuserphonenumber');
    expect(call?.path).toBe('/wxa/business/getuserphonenumber?access_token=token-1');
    expect(JSON.parse(call?.body ?? '')).toEqual({ code: 'code-2' });
  });

  it.each([
    ['for another app', { ...info, watermark: { appid: 'wx-other' } }],
    ['without watermark', { ...info, watermark: undefined }],
    ['that is none', { ...info, purePhoneNumber: 'abc' }],
    ['without country', { ...info, countryCode: undefined }],
  ])('does not take a number %s', async (_, phone_info) => {
    const api = await platform(() => json({ errcode: 0, phone_info }));
    expect(await api.phoneNumberOf('c')).toEqual({ outcome: 'unknown' });
  });

  it.each([
    [40029, { outcome: 'code-refused', why: 'invalid' }],
    [40163, { outcome: 'code-refused', why: 'used' }],
    [45011, { outcome: 'busy', errcode: 45011 }],
    [40164, { outcome: 'misconfigured', errcode: 40164 }],
    [1, { outcome: 'unknown', errcode: 1 }],
  ])('reads error %d', async (errcode, outcome) => {
    const api = await platform(() => json({ errcode, errmsg: '' }));
    expect(await api.phoneNumberOf('c')).toEqual(outcome);
  });
});

describe('sendSubscribeMessage', () => {
  it('sends the documented body and keeps every digit of the message id', async () => {
    const api = await platform(() => ({ body: '{"errcode":0,"errmsg":"ok","msgid":1864323726461255681}' }));
    expect(await api.sendSubscribeMessage(MESSAGE)).toEqual({ outcome: 'sent', messageId: '1864323726461255681' });
    expect(JSON.parse(callsTo('/cgi-bin/message/subscribe/send')[0]?.body ?? '')).toEqual({
      touser: OPENID,
      template_id: 'tpl-1',
      page: 'pages/today/index',
      data: { thing1: { value: '早饭后的药' } },
      miniprogram_state: 'formal',
      lang: 'zh_CN',
    });
  });

  it('is sent without an id too', async () => {
    const api = await platform(() => json({ errcode: 0, errmsg: 'ok' }));
    expect(await api.sendSubscribeMessage({ openid: 'o', templateId: 't', data: {}, state: 'trial' })).toEqual({ outcome: 'sent' });
    expect(JSON.parse(callsTo('/cgi-bin/message/subscribe/send')[0]?.body ?? '')).not.toHaveProperty('page');
  });

  it.each([
    [43101, '', { outcome: 'no-credit' }],
    [43107, '', { outcome: 'banned' }],
    [40003, '', { outcome: 'bad-openid' }],
    [45168, '', { outcome: 'bad-data', why: 'sensitive-word' }],
    [47003, 'argument invalid! data.thing1.value invalid rid: x', { outcome: 'bad-data', why: 'format', key: 'thing1' }],
    [47003, 'argument invalid! data.thing9.value invalid', { outcome: 'bad-data', why: 'format' }],
    [47003, 'argument invalid!', { outcome: 'bad-data', why: 'format' }],
    [-1, '', { outcome: 'busy', errcode: -1 }],
    [43108, '', { outcome: 'busy', errcode: 43108 }],
    [44991, '', { outcome: 'busy', errcode: 44991 }],
    [45009, '', { outcome: 'busy', errcode: 45009 }],
    [40037, '', { outcome: 'misconfigured', errcode: 40037 }],
    [41030, '', { outcome: 'misconfigured', errcode: 41030 }],
    [12345, '', { outcome: 'unknown', errcode: 12345 }],
  ])('reads error %d %s', async (errcode, errmsg, outcome) => {
    const api = await platform(() => json({ errcode, errmsg }));
    expect(await api.sendSubscribeMessage(MESSAGE)).toEqual(outcome);
    expect(callsTo('/cgi-bin/message/subscribe/send')).toHaveLength(1);
  });

  it.each(['hang', 'reset'] as const)('does not know whether it was sent after a %s, and does not send twice', async misbehave => {
    const api = await platform(() => ({ misbehave }), undefined, patience({ misbehave }));
    expect(await api.sendSubscribeMessage(MESSAGE)).toEqual({ outcome: 'unknown' });
    expect(callsTo('/cgi-bin/message/subscribe/send')).toHaveLength(1);
  });

  it('sends to one person one after another, to two at once', async () => {
    let underWay = 0;
    let most = 0;
    server = await standIn(async request => {
      if (!request.path.includes('/subscribe/send')) return json({ access_token: 't', expires_in: 7200 });
      const { touser } = JSON.parse(request.body) as { touser: string };
      if (touser === OPENID) most = Math.max(most, (underWay += 1));
      await new Promise(resolve => setTimeout(resolve, 10));
      if (touser === OPENID) underWay -= 1;
      return json({ errcode: 0 });
    });
    const api = new HttpWechatApi({ baseUrl: server.url, appid: APPID, secret: SECRET, now: () => now });
    const all = await Promise.all([MESSAGE, MESSAGE, MESSAGE, { ...MESSAGE, openid: 'o-2' }].map(one => api.sendSubscribeMessage(one)));
    expect(all).toEqual(Array(4).fill({ outcome: 'sent' }));
    expect(most).toBe(1);
  });
});

describe('the access token', () => {
  const SENT = { outcome: 'sent' };

  it('is asked for once by many, in normal mode', async () => {
    const api = await platform(() => json({ errcode: 0 }));
    const sends = ['a', 'b', 'c'].map(openid => api.sendSubscribeMessage({ ...MESSAGE, openid }));
    expect(await Promise.all(sends)).toEqual([SENT, SENT, SENT]);
    expect(callsTo('/cgi-bin/stable_token').map(one => JSON.parse(one.body) as unknown)).toEqual([
      { grant_type: 'client_credential', appid: APPID, secret: SECRET },
    ]);
  });

  it('is renewed shortly before its end and not sooner', async () => {
    const api = await platform(() => json({ errcode: 0 }));
    await api.sendSubscribeMessage(MESSAGE);
    now = new Date(now.getTime() + (7200 - 271) * 1000);
    await api.sendSubscribeMessage(MESSAGE);
    expect(callsTo('/cgi-bin/stable_token')).toHaveLength(1);
    now = new Date(now.getTime() + 1000);
    await api.sendSubscribeMessage(MESSAGE);
    expect(callsTo('/cgi-bin/stable_token')).toHaveLength(2);
  });

  it.each([40001, 40014, 42001])('is renewed once after %d, and the call repeated once', async errcode => {
    const api = await platform(request => json({ errcode: request.path.endsWith('token-1') ? errcode : 0 }));
    expect(await api.sendSubscribeMessage(MESSAGE)).toEqual(SENT);
    expect(callsTo('/cgi-bin/message').map(one => one.path.split('=')[1])).toEqual(['token-1', 'token-2']);
  });

  it('is not renewed for ever', async () => {
    const api = await platform(() => json({ errcode: 42001 }));
    expect(await api.sendSubscribeMessage(MESSAGE)).toEqual({ outcome: 'misconfigured', errcode: 42001 });
    expect(callsTo('/cgi-bin/message')).toHaveLength(2);
    expect(callsTo('/cgi-bin/stable_token')).toHaveLength(2);
  });

  it('is renewed once for all who were refused the same one', async () => {
    const api = await platform(request => json({ errcode: request.path.endsWith('token-1') ? 40001 : 0 }));
    await Promise.all(['a', 'b', 'c'].map(openid => api.sendSubscribeMessage({ ...MESSAGE, openid })));
    expect(callsTo('/cgi-bin/stable_token')).toHaveLength(2);
  });

  it.each([
    ['its secret is wrong', json({ errcode: 40125, errmsg: SECRET }), { outcome: 'misconfigured', errcode: 40125 }],
    ['the quota is used up', json({ errcode: 45009 }), { outcome: 'busy', errcode: 45009 }],
    ['the error is new', json({ errcode: 77777 }), { outcome: 'busy', errcode: 77777 }],
    ['the answer is empty', json({}), { outcome: 'busy' }],
    ['it has already ended', json({ access_token: 't', expires_in: 0 }), { outcome: 'busy' }],
    ['the server fails', { status: 500 }, { outcome: 'busy' }],
    ['nothing comes', { misbehave: 'hang' } as const, { outcome: 'busy' }],
  ])('missing because %s: nothing is sent', async (_, reply, outcome) => {
    const api = await platform(
      () => json({ errcode: 0 }),
      () => reply,
      patience(reply),
    );
    expect(await api.sendSubscribeMessage(MESSAGE)).toEqual(outcome);
    expect(callsTo('/cgi-bin/message')).toHaveLength(0);
  });
});
