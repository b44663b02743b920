import { describe, expect, it } from '@jest/globals';
import { unfitFieldOf } from './draft.rules.ts';
import { unusableFieldsOf } from './merchant-account.ts';
import { openMerchant } from './open-merchant.ts';
import { accountAt, merchantKeys, NOW, pem, PUB_KEY_ID } from './testing/pay-stand-in.ts';

const account = accountAt('https://127.0.0.1:1');

describe('a merchant account', () => {
  it('can be used in its three modes', () => {
    expect(unusableFieldsOf(account)).toEqual([]);
    expect(unusableFieldsOf({ ...account, mode: 'switching' })).toEqual([]);
    expect(unusableFieldsOf({ ...account, mode: 'certificates', publicKeys: {}, publicKeyId: null })).toEqual([]);
  });

  it.each([
    ['mchid', { mchid: 'abc' }],
    ['appid', { appid: '' }],
    ['serialNo', { serialNo: 'xyz' }],
    ['privateKeyPem', { privateKeyPem: 'secret-text' }],
    ['apiV3Key', { apiV3Key: 'k'.repeat(31) }],
    ['publicKeys', { publicKeys: { [PUB_KEY_ID]: 'no pem' } }],
    ['publicKeyId', { publicKeyId: 'PUB_KEY_ID_OTHER' }],
    ['publicKeyId', { publicKeyId: null }],
    ['publicKeyId', { mode: 'certificates' }],
    ['transferSceneId', { transferSceneId: '' }],
    ['reportInfos', { reportInfos: [] }],
    ['reportInfos', { reportInfos: [{ infoType: '补'.repeat(16), infoContent: 'x' }] }],
    ['limits', { limits: { ...account.limits, singleMinFen: 0 } }],
    ['baseUrl', { baseUrl: 'api.mch' }],
  ] as const)('cannot be used with a wrong %s', (field, overrides) => {
    expect(unusableFieldsOf({ ...account, ...overrides })).toEqual([field]);
  });

  it('is refused by name and never by value', () => {
    expect(() => openMerchant({ ...account, apiV3Key: 'short-secret' }, { now: () => NOW })).toThrow(
      expect.objectContaining({ message: 'merchant account: check apiV3Key' }),
    );
  });

  it('takes an old-style private key too', () => {
    const privateKeyPem = merchantKeys.privateKey.export({ type: 'pkcs1', format: 'pem' }).toString();
    expect(privateKeyPem).not.toBe(pem(merchantKeys.privateKey));
    expect(unusableFieldsOf({ ...account, privateKeyPem })).toEqual([]);
  });
});

describe('a draft', () => {
  const draft = { outBillNo: 'gh1', openid: 'o-1', amountFen: 10, remark: '监护补贴', notifyUrl: 'https://care.example/callbacks/pay' };

  it.each([
    ['the least amount', {}, undefined],
    ['below it', { amountFen: 9 }, 'amountFen'],
    ['the most', { amountFen: 500_000, userName: '竹青' }, undefined],
    ['above it', { amountFen: 500_001, userName: '竹青' }, 'amountFen'],
    ['a fraction', { amountFen: 10.5 }, 'amountFen'],
    ['1,999.99 yuan without a name', { amountFen: 199_999 }, undefined],
    ['2,000 yuan without a name', { amountFen: 200_000 }, 'userName'],
    ['2,000 yuan with a blank name', { amountFen: 200_000, userName: ' ' }, 'userName'],
    ['a number with a dash', { outBillNo: 'gh-1' }, 'outBillNo'],
    ['a number of 33', { outBillNo: 'g'.repeat(33) }, 'outBillNo'],
    ['no openid', { openid: '' }, 'openid'],
    ['a remark of 32', { remark: '补'.repeat(32) }, undefined],
    ['a remark of 33', { remark: '补'.repeat(33) }, 'remark'],
    ['a remark of two lines', { remark: '补\n贴' }, 'remark'],
    ['no remark', { remark: '' }, 'remark'],
    ['a callback with a query', { notifyUrl: 'https://care.example/c?x=1' }, 'notifyUrl'],
    ['a callback without https', { notifyUrl: 'http://care.example/c' }, 'notifyUrl'],
    ['a callback of 257', { notifyUrl: `https://care.example/${'c'.repeat(236)}` }, 'notifyUrl'],
    ['a callback that is none', { notifyUrl: 'care' }, 'notifyUrl'],
  ] as const)('%s', (_, overrides, field) => {
    expect(unfitFieldOf({ ...draft, ...overrides }, account)).toBe(field);
  });
});
