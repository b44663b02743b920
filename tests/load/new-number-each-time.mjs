/**
 * Spoils a worker the way that costs money: every creation goes under a number of its own, and what became of the ones before is not asked.
 * Only to show that the measurement would notice.
 */
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

const { HttpTransferBills } = await import(join(import.meta.dirname, '../../server/dist/platform/wechat-pay/http-transfer-bills.js'));
const { create } = HttpTransferBills.prototype;
HttpTransferBills.prototype.create = function (draft) {
  return create.call(this, { ...draft, outBillNo: randomBytes(16).toString('hex') });
};
HttpTransferBills.prototype.queryByOutBillNo = () => Promise.resolve({ outcome: 'not-found' });
