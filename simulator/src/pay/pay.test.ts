import { createDecipheriv, generateKeyPairSync, X509Certificate } from 'node:crypto';
import { demonstrationConfig } from '../demonstration-config.ts';
import { BILLS, KNOWN, testSimulator, transfer } from '../testing/harness.ts';
import type { Got, TestSimulator } from '../testing/harness.ts';
import { answerMessage, encryptSensitive, verifies } from './signing.ts';

const HOUR = 3_600_000;
const NUMBER = 'GH2026Q30001';

let sim: TestSimulator;
let phone: { phoneId: string; openid: string };
beforeEach(async () => {
  sim = await testSimulator();
  phone = await sim.newPhone();
});
afterEach(async () => {
  await sim.close();
});

const signedBy = (answer: Got, publicKeyPem: string): boolean => {
  const header = (name: string): string => answer.headers.get(name) ?? '';
  return verifies(
    answerMessage(header('wechatpay-timestamp'), header('wechatpay-nonce'), answer.text),
    header('wechatpay-signature'),
    publicKeyPem,
  );
};
const state = async (number = NUMBER) => (await sim.pay('GET', `${BILLS}/out-bill-no/${number}`)).json;
const money = async () => ((await sim.call('GET', '/merchants')).json['merchants'] as Record<string, unknown>[])[0];
const open = (packageInfo: unknown, over: Record<string, unknown> = {}) =>
  sim.call('POST', `/phones/${phone.phoneId}/transfers/open`, { mchId: KNOWN.mchid, appId: KNOWN.appid, package: packageInfo, ...over });
const confirm = (transferBillNo: unknown) => sim.call('POST', `/phones/${phone.phoneId}/transfers/${String(transferBillNo)}/confirm`);

describe('creation', () => {
  it('waits for the payee, pays on confirmation, and signs every answer', async () => {
    const made = await sim.create(transfer(phone.openid));
    expect(made.status).toBe(200);
    expect(made.json).toMatchObject({ out_bill_no: NUMBER, state: 'WAIT_USER_CONFIRM' });
    expect(made.json['package_info']).toBeTruthy();
    expect(signedBy(made, KNOWN.wechatPayPublicKeyPem)).toBe(true);
    expect(made.headers.get('wechatpay-serial')).toBe(KNOWN.wechatPayPublicKeyId);
    expect(await money()).toMatchObject({ balance: 4_940_000, locked: 60_000, paid: 0 });

    expect((await confirm(made.json['transfer_bill_no'])).status).toBe(409);
    expect((await open(made.json['package_info'])).json['errMsg']).toBe('requestMerchantTransfer:ok');
    expect((await state())['state']).toBe('WAIT_USER_CONFIRM');
    expect((await confirm(made.json['transfer_bill_no'])).json['state']).toBe('TRANSFERING');
    sim.advance(1_000);
    const queried = await state();
    expect(queried).toMatchObject({
      mch_id: KNOWN.mchid,
      appid: KNOWN.appid,
      state: 'SUCCESS',
      transfer_amount: 60_000,
      openid: phone.openid,
    });
    expect(queried).not.toHaveProperty('package_info');
    expect(await money()).toMatchObject({ balance: 4_940_000, locked: 0, paid: 60_000 });
    const seen = (await sim.call('GET', `/phones/${phone.phoneId}`)).json as { transfersReceived: unknown[] };
    expect(seen.transfersReceived).toMatchObject([{ amount: 60_000, remark: '第三季度以奖代补' }]);
  });

  it('is idempotent by number: same parameters the same bill, others a refusal', async () => {
    const first = (await sim.create(transfer(phone.openid))).json;
    expect((await sim.create(transfer(phone.openid))).json).toEqual(first);
    const other = await sim.create(transfer(phone.openid, { transfer_amount: 60_001 }));
    expect([other.status, other.json['code']]).toEqual([400, 'INVALID_REQUEST']);
    const { bills } = (await sim.call('GET', '/bills')).json as { bills: { creationAttempts: number }[] };
    expect(bills).toMatchObject([{ creationAttempts: 3 }]);
    expect(await money()).toMatchObject({ locked: 60_000 });
  });

  it('may begin ACCEPTED: the same creation tells package_info once the payee can confirm', async () => {
    await sim.call('PUT', '/settings', { firstState: 'accepted', acceptMilliseconds: 600_000 });
    const first = (await sim.create(transfer(phone.openid))).json;
    expect(first['state']).toBe('ACCEPTED');
    expect(first).not.toHaveProperty('package_info');
    sim.advance(300_000);
    expect((await state())['state']).toBe('PROCESSING');
    sim.advance(300_000);
    expect(await state()).not.toHaveProperty('package_info');
    const again = (await sim.create(transfer(phone.openid))).json;
    expect(again).toMatchObject({ state: 'WAIT_USER_CONFIRM', transfer_bill_no: first['transfer_bill_no'] });
    expect(again['package_info']).toBeTruthy();
  });

  it('takes turns between the two first states when told to', async () => {
    await sim.call('PUT', '/settings', { firstState: 'alternate' });
    const states = [];
    for (const number of ['A1', 'A2', 'A3', 'A4'])
      states.push((await sim.create(transfer(phone.openid, { out_bill_no: number }))).json['state']);
    expect(states).toEqual(['WAIT_USER_CONFIRM', 'ACCEPTED', 'WAIT_USER_CONFIRM', 'ACCEPTED']);
  });

  it('refuses without money; an accepted bill waits for it', async () => {
    await sim.call('POST', `/merchants/${KNOWN.mchid}/top-up`, { amount: -4_999_999 });
    const poor = await sim.create(transfer(phone.openid));
    expect([poor.status, poor.json['code']]).toEqual([403, 'NOT_ENOUGH']);
    expect((await state())['code']).toBe('NOT_FOUND');
    await sim.call('PUT', '/settings', { firstState: 'accepted' });
    await sim.create(transfer(phone.openid));
    sim.advance(HOUR);
    expect((await state())['state']).toBe('PROCESSING');
    await sim.call('POST', `/merchants/${KNOWN.mchid}/top-up`, { amount: 100_000 });
    expect((await state())['state']).toBe('WAIT_USER_CONFIRM');
  });

  const WRONG: [what: string, over: Record<string, unknown>, code: string][] = [
    ['an unknown field', { colour: 'red' }, 'PARAM_ERROR'],
    ['a number with a hyphen', { out_bill_no: 'GH-1' }, 'PARAM_ERROR'],
    ['a number of 33 characters', { out_bill_no: 'a'.repeat(33) }, 'PARAM_ERROR'],
    ['no number', { out_bill_no: undefined }, 'PARAM_ERROR'],
    ['an amount as text', { transfer_amount: '60000' }, 'PARAM_ERROR'],
    ['an amount with a fraction', { transfer_amount: 600.5 }, 'PARAM_ERROR'],
    ['2,000 yuan without a name', { transfer_amount: 200_000 }, 'PARAM_ERROR'],
    ['a remark of 33 characters', { transfer_remark: '补'.repeat(33) }, 'PARAM_ERROR'],
    ['a notify_url with a query', { notify_url: 'https://example.com/callbacks?a=1' }, 'PARAM_ERROR'],
    ['a notify_url that is not HTTPS', { notify_url: 'http://example.com/callbacks' }, 'PARAM_ERROR'],
    ['no report', { transfer_scene_report_infos: [] }, 'PARAM_ERROR'],
    ['another scene’s report', { transfer_scene_report_infos: [{ info_type: '活动名称', info_content: '一' }] }, 'PARAM_ERROR'],
    ['9 fen', { transfer_amount: 9 }, 'INVALID_REQUEST'],
    ['more than one bill may carry', { transfer_amount: 500_001, user_name: 'x' }, 'INVALID_REQUEST'],
    ['a scene not granted', { transfer_scene_id: '1000' }, 'INVALID_REQUEST'],
    ['another scene’s perception', { user_recv_perception: '现金奖励' }, 'INVALID_REQUEST'],
    ['an app not bound', { appid: 'wx0000000000000000' }, 'INVALID_REQUEST'],
    ['a stranger’s openid', { openid: 'oNobody' }, 'INVALID_REQUEST'],
  ];
  it.each(WRONG)('refuses %s', async (_what, over, code) => {
    const name = over['user_name'] === 'x' ? { user_name: encryptSensitive('竹坪', KNOWN.wechatPayPublicKeyPem) } : {};
    const answer = await sim.create(transfer(phone.openid, { ...over, ...name }));
    expect([answer.status, answer.json['code']]).toEqual([400, code]);
    expect(((await sim.call('GET', '/bills')).json['bills'] as unknown[]).length).toBe(0);
  });

  it('takes 0.1 yuan', async () => {
    expect((await sim.create(transfer(phone.openid, { transfer_amount: 10 }))).status).toBe(200);
  });

  it('says 429 in each of the words that were seen', async () => {
    await sim.call('POST', '/faults', { at: 'create', kind: 'rate-limited', times: 3 });
    const answers = [];
    for (const number of ['N1', 'N2', 'N3', 'N4'])
      answers.push(await sim.create(transfer(phone.openid, { out_bill_no: number, transfer_amount: 10 })));
    expect(answers.map(answer => answer.status)).toEqual([429, 429, 429, 200]);
    expect(new Set(answers.slice(0, 3).map(answer => answer.json['code'])).size).toBeGreaterThan(1);
  });
});

describe('real names', () => {
  const named = (name: string) =>
    transfer(phone.openid, { transfer_amount: 200_000, user_name: encryptSensitive(name, KNOWN.wechatPayPublicKeyPem) });

  it('needs the header that names the key, and the right key', async () => {
    const bare = await sim.pay('POST', BILLS, named('竹坪'), { headers: { 'wechatpay-serial': undefined } });
    expect([bare.status, bare.json['code']]).toEqual([400, 'PARAM_ERROR']);
    const other = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
    });
    const wrongKey = await sim.create({ ...named('竹坪'), user_name: encryptSensitive('竹坪', other.publicKey) });
    expect(wrongKey.json['code']).toBe('PARAM_ERROR');
  });

  it('compares the name in clear when a creation is repeated, and with the person at the end', async () => {
    await sim.call('PUT', `/phones/${phone.phoneId}`, { realName: '柳湾' });
    const first = (await sim.create(named('竹坪'))).json;
    expect((await sim.create(named('竹坪'))).json).toEqual(first);
    expect((await sim.create(named('柳湾'))).json['code']).toBe('INVALID_REQUEST');
    await open(first['package_info']);
    await confirm(first['transfer_bill_no']);
    sim.advance(1_000);
    expect(await state()).toMatchObject({ state: 'FAIL', fail_reason: 'NAME_NOT_CORRECT' });
    expect(await money()).toMatchObject({ balance: 5_000_000, locked: 0, paid: 0 });
  });
});

describe('the end of a bill', () => {
  it('closes after 24 hours and gives the money back', async () => {
    const made = (await sim.create(transfer(phone.openid))).json;
    sim.advance(24 * HOUR + 1_000);
    expect(await state()).toMatchObject({ state: 'FAIL', fail_reason: 'OVERDUE_CLOSE' });
    expect((await open(made['package_info'])).status).toBe(400);
    expect(await money()).toMatchObject({ balance: 5_000_000, locked: 0 });
  });

  it('can be cancelled with an empty body or an empty object, but not once confirmed', async () => {
    const path = `${BILLS}/out-bill-no/${NUMBER}/cancel`;
    await sim.create(transfer(phone.openid));
    const asked = await sim.pay('POST', path);
    expect([asked.status, asked.json['state']]).toEqual([200, 'CANCELING']);
    sim.advance(1_000);
    expect((await sim.pay('POST', path, {})).json['state']).toBe('CANCELLED');
    expect(await money()).toMatchObject({ balance: 5_000_000, locked: 0 });

    const second = (await sim.create(transfer(phone.openid, { out_bill_no: 'B2' }))).json;
    await open(second['package_info']);
    await confirm(second['transfer_bill_no']);
    const late = await sim.pay('POST', `${BILLS}/out-bill-no/B2/cancel`);
    expect([late.status, late.json['code']]).toEqual([400, 'INVALID_REQUEST']);
    expect((await sim.pay('POST', `${BILLS}/out-bill-no/none/cancel`)).status).toBe(404);
  });

  it('fails for the reason set on the phone', async () => {
    await sim.call('PUT', `/phones/${phone.phoneId}/settings`, { transferFailReason: 'REAL_NAME_CHECK_FAIL' });
    const made = (await sim.create(transfer(phone.openid))).json;
    await open(made['package_info']);
    await confirm(made['transfer_bill_no']);
    sim.advance(1_000);
    expect(await state()).toMatchObject({ state: 'FAIL', fail_reason: 'REAL_NAME_CHECK_FAIL' });
  });

  it('is found by both numbers for 30 days, and by nobody else’s phone', async () => {
    const made = (await sim.create(transfer(phone.openid))).json;
    const path = `${BILLS}/transfer-bill-no/${String(made['transfer_bill_no'])}`;
    expect((await sim.pay('GET', path)).json['out_bill_no']).toBe(NUMBER);
    const other = await sim.newPhone();
    const stolen = { mchId: KNOWN.mchid, appId: KNOWN.appid, package: made['package_info'] };
    expect((await sim.call('POST', `/phones/${other.phoneId}/transfers/open`, stolen)).status).toBe(400);
    sim.advance(31 * 24 * HOUR);
    expect((await sim.pay('GET', path)).json['code']).toBe('NOT_FOUND');
  });
});

describe('the gateway', () => {
  const query = (mistakes: Parameters<TestSimulator['pay']>[3]) => sim.pay('GET', `${BILLS}/out-bill-no/none`, undefined, mistakes);

  it('refuses unproved requests without signing the refusal', async () => {
    const forged = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
    const now = Math.floor(Date.now() / 1000);
    const cases = [
      await query({ privateKeyPem: forged }),
      await query({ timestamp: now - 301 }),
      await query({ timestamp: now + 302 }),
      await query({ serial: '0'.repeat(40) }),
      await query({ headers: { authorization: 'Bearer x' } }),
      await query({ headers: { authorization: undefined } }),
      await sim.pay('POST', BILLS, transfer(phone.openid), { signedBody: '{}' }),
    ];
    for (const answer of cases) {
      expect([answer.status, answer.json['code']]).toEqual([401, 'SIGN_ERROR']);
      expect(answer.headers.get('wechatpay-signature')).toBeNull();
    }
    expect(cases[0]?.json['detail']).toMatchObject({ sign_information: { method: 'GET' } });
  });

  it('refuses a missing user agent, an unknown language, an unknown key and an unknown path', async () => {
    expect((await query({ headers: { 'user-agent': '' } })).json['code']).toBe('INVALID_REQUEST');
    expect((await query({ headers: { 'accept-language': '*' } })).status).toBe(406);
    expect((await query({ headers: { 'wechatpay-serial': 'PUB_KEY_ID_0' } })).json['code']).toBe('PARAM_ERROR');
    const nowhere = await sim.pay('GET', '/v3/nowhere');
    expect([nowhere.status, nowhere.text]).toEqual([404, '']);
  });

  it('signs the refusals of a merchant it knows', async () => {
    const answer = await query({});
    expect([answer.status, answer.json['code']]).toEqual([404, 'NOT_FOUND']);
    expect(signedBy(answer, KNOWN.wechatPayPublicKeyPem)).toBe(true);
  });

  it('has no certificates for a merchant of the public-key mode', async () => {
    const answer = await sim.pay('GET', '/v3/certificates');
    expect([answer.status, answer.json['code']]).toEqual([404, 'RESOURCE_NOT_EXISTS']);
  });
});

describe('platform certificates', () => {
  it('are encrypted, sign answers that name no key, and give way to a newer one', async () => {
    const { simulator, server } = demonstrationConfig();
    const [merchant] = simulator.merchants ?? [];
    if (!merchant) throw new Error('no merchant');
    await sim.close();
    sim = await testSimulator({
      apps: simulator.apps,
      merchants: [{ ...merchant, mchid: KNOWN.mchid, serial: KNOWN.certificateSerial, keyMode: 'both' }],
    });
    const signing = { privateKeyPem: server.merchantPrivateKeyPem, headers: { 'wechatpay-serial': undefined } };
    const fetchAll = async () => {
      const answer = await sim.pay('GET', '/v3/certificates', undefined, signing);
      const { data } = answer.json as unknown as { data: { serial_no: string; encrypt_certificate: Parameters<typeof decrypted>[0] }[] };
      return { answer, certificates: data.map(one => new X509Certificate(decrypted(one.encrypt_certificate, server.apiV3Key))) };
    };
    const first = await fetchAll();
    expect(first.certificates).toHaveLength(1);
    expect(first.answer.headers.get('wechatpay-serial')).toBe(first.certificates[0]?.serialNumber);
    expect(signedBy(first.answer, first.certificates[0]?.publicKey.export({ type: 'spki', format: 'pem' }) as string)).toBe(true);

    await sim.call('POST', '/certificates/rotate');
    const second = await fetchAll();
    expect(second.certificates.map(one => one.serialNumber)).toContain(first.certificates[0]?.serialNumber);
    expect(second.answer.headers.get('wechatpay-serial')).toBe(second.certificates[1]?.serialNumber);
    const named = await sim.pay('GET', '/v3/certificates', undefined, {
      ...signing,
      headers: { 'wechatpay-serial': server.wechatPayPublicKeyId },
    });
    expect(named.headers.get('wechatpay-serial')).toBe(server.wechatPayPublicKeyId);
  });
});

const decrypted = (resource: { ciphertext: string; nonce: string; associated_data: string }, key: string): string => {
  const bytes = Buffer.from(resource.ciphertext, 'base64');
  const decipher = createDecipheriv('aes-256-gcm', Buffer.from(key), Buffer.from(resource.nonce));
  decipher.setAAD(Buffer.from(resource.associated_data)).setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]).toString();
};
