import { describe, expect, it } from '@jest/globals';
import { adviceFor } from './advice.ts';
import { readBill } from './bill-reading.ts';
import { billState, isFinal, mayIssueAnother } from './bill.ts';
import { classifyFailReason } from './fail-reason.ts';

describe('states', () => {
  it.each([
    ['ACCEPTED', false, false],
    ['PROCESSING', false, false],
    ['WAIT_USER_CONFIRM', false, false],
    ['TRANSFERING', false, false],
    ['CANCELING', false, false],
    ['SUCCESS', true, false],
    ['FAIL', true, true],
    ['CANCELLED', true, true],
    ['TRANSFERRING', false, false],
    ['success', false, false],
    ['unknown', false, false],
  ])('%s: final %p, another allowed %p', (word, final, another) => {
    expect([isFinal(billState(word)), mayIssueAnother(billState(word))]).toEqual([final, another]);
  });

  it('reads a new word as unknown', () => {
    expect(billState('REVIEWING')).toBe('unknown');
  });
});

describe('a bill', () => {
  const plain = { out_bill_no: 'gh1', transfer_bill_no: 't1', mch_id: '1900000001', state: 'SUCCESS', transfer_amount: 60_000 };

  it('is read with mch_id or mchid', () => {
    const expected = {
      outBillNo: 'gh1',
      transferBillNo: 't1',
      mchid: '1900000001',
      state: 'SUCCESS',
      stateWord: 'SUCCESS',
      amountFen: 60_000,
    };
    expect(readBill(plain)).toEqual(expected);
    expect(readBill({ ...plain, mch_id: undefined, mchid: '1900000001' })).toEqual(expected);
  });

  it.each(['out_bill_no', 'transfer_bill_no', 'mch_id', 'state', 'transfer_amount'])('is not read without %s', field => {
    expect(readBill({ ...plain, [field]: undefined })).toBeUndefined();
  });

  it.each([0, -1, 1.5, '60000', 2 ** 60])('is not read with the amount %p', transfer_amount => {
    expect(readBill({ ...plain, transfer_amount })).toBeUndefined();
  });
});

describe('classifyFailReason', () => {
  it.each([
    ['REAL_NAME_CHECK_FAIL', 'payee-can-mend'],
    ['NAME_NOT_CORRECT', 'payee-can-mend'],
    ['ACCOUNT_FROZEN', 'payee-account'],
    ['BANK_CARD_STATUS_ABNORMAL', 'payee-account'],
    ['DAY_RECEIVED_QUOTA_EXCEED', 'limit'],
    ['MCH_CANCEL', 'merchant'],
    ['OVERDUE_CLOSE', 'not-confirmed'],
    ['TRANSFER_RISK', 'risk'],
    ['SOMETHING_NEW', 'other'],
    ['constructor', 'other'],
    [undefined, 'other'],
  ])('%s: %s', (reason, expected) => {
    expect(classifyFailReason(reason)).toBe(expected);
  });
});

describe('adviceFor', () => {
  it.each([
    [400, 'PARAM_ERROR', 'fix-request'],
    [400, 'INVALID_REQUEST', 'query-and-compare'],
    [400, undefined, 'query-and-compare'],
    [401, 'SIGN_ERROR', 'fix-configuration'],
    [403, 'NO_AUTH', 'fix-configuration'],
    [403, 'NOT_ENOUGH', 'top-up'],
    [403, 'ACCOUNTERROR', 'top-up'],
    [404, 'NOT_FOUND', 'query'],
    [429, 'RATELIMIT_EXCEEDED', 'back-off'],
    [429, undefined, 'back-off'],
    [500, 'SYSTEM_ERROR', 'query'],
    [302, undefined, 'query'],
    [503, 'NOT_ENOUGH', 'query'],
  ])('%d %s: %s', (status, code, advice) => {
    expect(adviceFor(status, code)).toBe(advice);
  });
});
