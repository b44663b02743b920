import { createPublicKey } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import plugin from 'wechatpay-axios-plugin';
import type { Received, Reply, StandIn } from '../wechat/testing/stand-in.ts';
import { deadAddress, standIn } from '../wechat/testing/stand-in.ts';
import type { MerchantAccount } from './merchant-account.ts';
import { openMerchant } from './open-merchant.ts';
import {
  accountAt,
  MCHID,
  merchantKeys,
  NOW,
  platformKeys,
  PUB_KEY_ID,
  signed,
  signedHeaders,
  strangerKeys,
} from './testing/pay-stand-in.ts';

const { Formatter, Rsa } = plugin;

const OUT = 'gh000000000000000000000000100001';
const DRAFT = { outBillNo: OUT, openid: 'o-guardian-1', amountFen: 60_000, remark: '监护补贴 2026年第一季度' };
const CREATED = {
  out_bill_no: OUT,
  transfer_bill_no: '1330000071',
  create_time: '2026-03-01T08:00:00+08:00',
  state: 'WAIT_USER_CONFIRM',
  package_info: 'pkg',
};
const BILL = {
  mch_id: MCHID,
  out_bill_no: OUT,
  transfer_bill_no: '1330000071',
  appid: 'wx0000000000000001',
  state: 'SUCCESS',
  transfer_amount: 60_000,
  transfer_remark: 'x',
  openid: 'o-guardian-1',
  create_time: '2026-03-01T08:00:00+08:00',
  update_time: '2026-03-01T08:01:00.123+08:00',
};

let server: StandIn;
let reply: Reply;
beforeEach(async () => {
  server = await standIn(() => reply);
});
afterEach(() => server.stop());

const open = (overrides: Partial<MerchantAccount> = {}) =>
  openMerchant(accountAt(server.url, overrides), { now: () => NOW, timeoutMs: reply.misbehave === 'hang' ? 250 : 30_000 }).bills;
const nth = (index: number): Received => {
  const one = server.received[index];
  if (one === undefined) throw new Error('fewer requests came');
  return one;
};
const only = (): Received => {
  expect(server.received).toHaveLength(1);
  return nth(0);
};

describe('requests', () => {
  it('creates with exactly the documented fields', async () => {
    reply = signed(CREATED);
    expect(await open().create({ ...DRAFT, notifyUrl: 'http://127.0.0.1/callbacks/pay' })).toEqual({
      outcome: 'created',
      transferBillNo: '1330000071',
      state: 'WAIT_USER_CONFIRM',
      stateWord: 'WAIT_USER_CONFIRM',
      packageInfo: 'pkg',
      createTime: '2026-03-01T08:00:00+08:00',
    });
    const { method, path, headers, body } = only();
    expect([method, path]).toEqual(['POST', '/v3/fund-app/mch-transfer/transfer-bills']);
    expect(JSON.parse(body)).toEqual({
      appid: 'wx0000000000000001',
      out_bill_no: OUT,
      transfer_scene_id: '1002',
      openid: 'o-guardian-1',
      transfer_amount: 60_000,
      transfer_remark: '监护补贴 2026年第一季度',
      notify_url: 'http://127.0.0.1/callbacks/pay',
      user_recv_perception: '行政补贴',
      transfer_scene_report_infos: [{ info_type: '补贴类型', info_content: '监护补贴' }],
    });
    expect(headers).toMatchObject({
      accept: 'application/json',
      'content-type': 'application/json',
      'accept-language': 'zh-CN',
      'accept-encoding': 'identity',
      'user-agent': 'guanhu',
      'wechatpay-serial': PUB_KEY_ID,
    });
  });

  it.each(['create', 'query', 'cancel'] as const)('signs %s so that an independent client verifies the received bytes', async call => {
    reply = signed({});
    const bills = open();
    await { create: () => bills.create(DRAFT), query: () => bills.queryByOutBillNo(OUT), cancel: () => bills.cancel(OUT) }[call]();
    const { method, path, headers, body } = only();
    const parts =
      /^WECHATPAY2-SHA256-RSA2048 mchid="(\d+)",nonce_str="(\w+)",timestamp="(\d+)",serial_no="(\w+)",signature="([^"]+)"$/.exec(
        String(headers['authorization']),
      );
    const [, mchid, nonce = '', timestamp = '', serial, signature = ''] = parts ?? [];
    expect([mchid, serial, timestamp]).toEqual([MCHID, '5A5A5A5A', String(NOW.getTime() / 1000)]);
    expect(Rsa.verify(Formatter.request(method, path, timestamp, nonce, body), signature, merchantKeys.publicKey)).toBe(true);
    expect(Rsa.verify(Formatter.request(method, path, timestamp, nonce, `${body} `), signature, merchantKeys.publicKey)).toBe(false);
    expect(call === 'cancel' ? body : '{}').toBe('{}');
  });

  it('never uses a nonce twice, and signs the official path whatever stands before it', async () => {
    reply = signed(BILL);
    const bills = open({ baseUrl: `${server.url}/prefix/` });
    await bills.queryByOutBillNo(OUT);
    await bills.queryByOutBillNo(OUT);
    const nonces = server.received.map(one => /nonce_str="(\w+)"/.exec(String(one.headers['authorization']))?.[1]);
    expect(new Set(nonces).size).toBe(2);
    const { headers, path } = nth(0);
    const [, timestamp = '', signature = ''] = /timestamp="(\d+)".*signature="([^"]+)"/.exec(String(headers['authorization'])) ?? [];
    expect(path.startsWith('/prefix/v3/')).toBe(true);
    const message = Formatter.request('GET', path.replace('/prefix', ''), timestamp, nonces[0] ?? '');
    expect(Rsa.verify(message, signature, merchantKeys.publicKey)).toBe(true);
  });

  it('sends the name encrypted from 2,000 yuan on, and not at all below', async () => {
    reply = signed(CREATED);
    await open().create({ ...DRAFT, amountFen: 199_999, userName: '竹青' });
    await open().create({ ...DRAFT, amountFen: 200_000, userName: '竹青' });
    const [below, from] = server.received.map(one => JSON.parse(one.body) as { user_name?: string });
    expect(below).not.toHaveProperty('user_name');
    expect(Rsa.decrypt(from?.user_name ?? '', platformKeys.privateKey)).toBe('竹青');
    expect(server.received[1]?.headers['wechatpay-serial']).toBe(PUB_KEY_ID);
  });

  it('reads what the independent client encrypted for the merchant, and it what we encrypt', () => {
    const sealed = Rsa.encrypt('竹青', createPublicKey(merchantKeys.publicKey.export({ type: 'spki', format: 'pem' })));
    expect(Rsa.decrypt(sealed, merchantKeys.privateKey)).toBe('竹青');
  });

  it('does not send what would be refused', async () => {
    reply = signed(CREATED);
    expect(await open().create({ ...DRAFT, amountFen: 1 })).toEqual({ outcome: 'not-sent', field: 'amountFen' });
    expect(server.received).toHaveLength(0);
  });
});

describe('good answers', () => {
  it.each([
    ['ACCEPTED', 'ACCEPTED'],
    ['REVIEWING', 'unknown'],
  ])('created in state %s', async (stateWord, state) => {
    reply = signed({ ...CREATED, state: stateWord, package_info: undefined, create_time: undefined });
    expect(await open().create(DRAFT)).toEqual({ outcome: 'created', transferBillNo: '1330000071', state, stateWord });
  });

  it('found', async () => {
    reply = signed({ ...BILL, state: 'FAIL', fail_reason: 'OVERDUE_CLOSE' });
    expect(await open().queryByOutBillNo(OUT)).toEqual({
      outcome: 'found',
      bill: {
        outBillNo: OUT,
        transferBillNo: '1330000071',
        mchid: MCHID,
        state: 'FAIL',
        stateWord: 'FAIL',
        amountFen: 60_000,
        openid: 'o-guardian-1',
        failReason: 'OVERDUE_CLOSE',
        createTime: '2026-03-01T08:00:00+08:00',
        updateTime: '2026-03-01T08:01:00.123+08:00',
      },
    });
    expect(only().path).toBe(`/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/${OUT}`);
  });

  it('found in a state that is new', async () => {
    reply = signed({ ...BILL, state: 'REVIEWING' });
    expect(await open().queryByOutBillNo(OUT)).toMatchObject({ outcome: 'found', bill: { state: 'unknown', stateWord: 'REVIEWING' } });
  });

  it.each([
    ['signed', signed({ code: 'NOT_FOUND', message: '' }, 404)],
    ['unsigned', { status: 404, body: '{"code":"NOT_FOUND"}' }],
  ])('not found, %s', async (_, answer) => {
    reply = answer;
    expect(await open().queryByOutBillNo(OUT)).toEqual({ outcome: 'not-found' });
  });

  it.each(['CANCELING', 'CANCELLED'])('cancel accepted in state %s', async state => {
    reply = signed({ out_bill_no: OUT, transfer_bill_no: 't', state, update_time: 'x' });
    expect(await open().cancel(OUT)).toEqual({ outcome: 'accepted', state, stateWord: state });
    expect([only().method, only().path]).toEqual(['POST', `/v3/fund-app/mch-transfer/transfer-bills/out-bill-no/${OUT}/cancel`]);
  });
});

describe('whatever is not definitely known is unknown', () => {
  const text = JSON.stringify(CREATED);
  const PROBE = 'WECHATPAY/SIGNTEST/c2lnbmF0dXJl';
  const cases: [string, Reply, object][] = [
    ['no answer in time', { misbehave: 'hang' }, { why: 'timeout' }],
    ['a cut connection', { misbehave: 'reset' }, { why: 'network' }],
    ['half an answer', { ...signed(CREATED), misbehave: 'truncate' }, { why: 'network' }],
    ['an endless answer', signed(`{"x":"${'x'.repeat(1_100_000)}"}`), { why: 'body' }],
    ['no signature', { body: text }, { why: 'signature', status: 200 }],
    ['a stranger’s signature', signed(CREATED, 200, { key: strangerKeys.privateKey }), { why: 'signature', status: 200 }],
    ['a signature over another body', signed(CREATED, 200, { over: text.replace('60', '61') + ' ' }), { why: 'signature', status: 200 }],
    ['a signature over the same JSON written otherwise', signed(` ${text}`, 200, { over: text }), { why: 'signature', status: 200 }],
    ['the probe', signed(CREATED, 200, { signature: PROBE }), { why: 'signature', status: 200 }],
    ['a serial we do not know', signed(CREATED, 200, { serial: 'PUB_KEY_ID_OTHER' }), { why: 'signature', status: 200 }],
    ['an answer of five minutes ago', signed(CREATED, 200, { at: new Date(NOW.getTime() - 300_000) }), { why: 'signature', status: 200 }],
    ['an answer from the future', signed(CREATED, 200, { at: new Date(NOW.getTime() + 300_000) }), { why: 'signature', status: 200 }],
    ['a half signature', { body: text, headers: { ...signedHeaders(text), 'wechatpay-nonce': '' } }, { why: 'signature', status: 200 }],
    ['signed text that is no JSON', signed('done'), { why: 'body', status: 200 }],
    ['signed JSON without the fields', signed({}), { why: 'body' }],
    [
      '400 PARAM_ERROR',
      signed({ code: 'PARAM_ERROR', message: 'o-guardian-1' }, 400),
      { why: 'status', status: 400, code: 'PARAM_ERROR', advice: 'fix-request' },
    ],
    [
      '400 INVALID_REQUEST',
      signed({ code: 'INVALID_REQUEST' }, 400),
      { why: 'status', status: 400, code: 'INVALID_REQUEST', advice: 'query-and-compare' },
    ],
    [
      '401 unsigned',
      { status: 401, body: '{"code":"SIGN_ERROR"}' },
      { why: 'status', status: 401, code: 'SIGN_ERROR', advice: 'fix-configuration' },
    ],
    ['403 NOT_ENOUGH', signed({ code: 'NOT_ENOUGH' }, 403), { why: 'status', status: 403, code: 'NOT_ENOUGH', advice: 'top-up' }],
    ['429', signed({ code: 'FREQUENCY_LIMITED' }, 429), { why: 'status', status: 429, code: 'FREQUENCY_LIMITED', advice: 'back-off' }],
    ['5xx after the commit', signed({ code: 'SYSTEM_ERROR' }, 500), { why: 'status', status: 500, code: 'SYSTEM_ERROR' }],
    ['a gateway’s page', { status: 502, body: '<html>' }, { why: 'status', status: 502 }],
    [
      'an error with a forged signature',
      signed({ code: 'NOT_FOUND' }, 404, { key: strangerKeys.privateKey }),
      { why: 'signature', status: 404 },
    ],
    [
      'a word that is no code',
      signed({ code: 'o-guardian-1 has no account' }, 400),
      { why: 'status', status: 400, advice: 'query-and-compare' },
    ],
    ['201', signed(CREATED, 201), { why: 'status', status: 201 }],
    ['204', { status: 204, headers: signedHeaders('') }, { why: 'status', status: 204 }],
  ];

  it.each(cases)('%s', async (_, answer, expected) => {
    reply = answer;
    const unknown = { outcome: 'unknown', advice: 'query', ...expected };
    expect(await open().create(DRAFT)).toEqual(unknown);
    expect(await open().queryByOutBillNo(OUT)).toEqual(unknown);
    expect(await open().cancel(OUT)).toEqual(unknown);
    expect(server.received).toHaveLength(3);
  });

  it('just under five minutes is no reason', async () => {
    reply = signed(CREATED, 200, { at: new Date(NOW.getTime() - 299_000) });
    expect(await open().create(DRAFT)).toMatchObject({ outcome: 'created' });
  });

  it('a redirect is not followed', async () => {
    reply = { status: 307, headers: { Location: `${server.url}/elsewhere` } };
    expect(await open().create(DRAFT)).toEqual({ outcome: 'unknown', why: 'status', status: 307, advice: 'query' });
    only();
  });

  it('nobody there', async () => {
    reply = {};
    const { bills } = openMerchant(accountAt(await deadAddress()), { now: () => NOW });
    expect(await bills.create(DRAFT)).toEqual({ outcome: 'unknown', why: 'unreachable', advice: 'query' });
  });

  it('an answer about another bill or another merchant', async () => {
    const mismatch = { outcome: 'unknown', why: 'mismatch', advice: 'query' };
    reply = signed({ ...CREATED, out_bill_no: 'other' });
    expect(await open().create(DRAFT)).toEqual(mismatch);
    reply = signed({ ...BILL, out_bill_no: 'other' });
    expect(await open().queryByOutBillNo(OUT)).toEqual(mismatch);
    expect(await open().cancel(OUT)).toEqual(mismatch);
    reply = signed({ ...BILL, mch_id: '1900000002' });
    expect(await open().queryByOutBillNo(OUT)).toEqual(mismatch);
  });
});
