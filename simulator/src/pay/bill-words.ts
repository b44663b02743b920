import { inShanghai } from '../kernel/clock.ts';
import { encryptSensitive } from './signing.ts';
import type { Bill } from '../world.ts';

/** Half of all bills write their times with milliseconds, because the platform does both. */
const timeOf = (bill: Bill, milliseconds: number): string => inShanghai(milliseconds, Number(bill.transferBillNo.at(-1)) % 2 === 1);

/** The answer to a creation. `package_info` is told here and nowhere else. */
export const createdWords = (bill: Bill): Record<string, unknown> => ({
  out_bill_no: bill.outBillNo,
  transfer_bill_no: bill.transferBillNo,
  create_time: timeOf(bill, bill.createdAt),
  state: bill.state,
  ...(bill.state === 'WAIT_USER_CONFIRM' ? { package_info: bill.packageInfo } : {}),
});

/** The answer to a query; the payee's name goes back encrypted with the merchant's key. */
export const queriedWords = (bill: Bill, merchantPublicKeyPem: string): Record<string, unknown> => ({
  mch_id: bill.mchid,
  out_bill_no: bill.outBillNo,
  transfer_bill_no: bill.transferBillNo,
  appid: bill.appid,
  state: bill.state,
  transfer_amount: bill.amount,
  transfer_remark: bill.remark,
  ...(bill.failReason === null ? {} : { fail_reason: bill.failReason }),
  openid: bill.openid,
  ...(bill.userName === null ? {} : { user_name: encryptSensitive(bill.userName, merchantPublicKeyPem) }),
  create_time: timeOf(bill, bill.createdAt),
  update_time: timeOf(bill, bill.enteredAt),
});

export const cancelledWords = (bill: Bill): Record<string, unknown> => ({
  out_bill_no: bill.outBillNo,
  transfer_bill_no: bill.transferBillNo,
  state: bill.state,
  update_time: timeOf(bill, bill.enteredAt),
});

/** The plain text of a callback. Both spellings of the merchant's id are in use; every other bill gets the other one. */
export const notifiedWords = (bill: Bill): Record<string, unknown> => ({
  out_bill_no: bill.outBillNo,
  transfer_bill_no: bill.transferBillNo,
  state: bill.state,
  [Number(bill.transferBillNo.at(-2)) % 2 === 1 ? 'mchid' : 'mch_id']: bill.mchid,
  transfer_amount: bill.amount,
  openid: bill.openid,
  ...(bill.failReason === null ? {} : { fail_reason: bill.failReason }),
  create_time: timeOf(bill, bill.createdAt),
  update_time: timeOf(bill, bill.enteredAt),
});
