import type { JsonObject } from '../wechat/json-object.ts';
import { asText, asWhole } from '../wechat/json-object.ts';
import type { Bill } from './bill.ts';
import { billState } from './bill.ts';

/** A bill out of a query's answer or a callback's plain text; undefined when a field that decides about money is missing or of a wrong kind. */
export function readBill(plain: JsonObject): Bill | undefined {
  const outBillNo = asText(plain['out_bill_no']);
  const transferBillNo = asText(plain['transfer_bill_no']);
  // The documents write the same field both ways.
  const mchid = asText(plain['mch_id']) ?? asText(plain['mchid']);
  const stateWord = asText(plain['state']);
  const amountFen = asWhole(plain['transfer_amount']);
  if (outBillNo === undefined || transferBillNo === undefined || mchid === undefined || stateWord === undefined) return undefined;
  if (amountFen === undefined || amountFen < 1) return undefined;
  return {
    outBillNo,
    transferBillNo,
    mchid,
    state: billState(stateWord),
    stateWord,
    amountFen,
    ...given('openid', plain['openid']),
    ...given('failReason', plain['fail_reason']),
    ...given('createTime', plain['create_time']),
    ...given('updateTime', plain['update_time']),
  };
}

/** `{ [name]: value }` when the value is text, else nothing. */
export function given<Name extends string>(name: Name, value: unknown): { readonly [N in Name]?: string } {
  const text = asText(value);
  return text === undefined ? {} : ({ [name]: text } as { [N in Name]: string });
}
