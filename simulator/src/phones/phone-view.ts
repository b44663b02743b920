import type { Bills } from '../pay/bills.ts';
import type { Merchants } from '../pay/merchants.ts';
import type { Bill, Phone } from '../world.ts';
import type { Phones } from './phones.ts';

/** A bill as the payee's WeChat shows it. Amounts in fen, times in milliseconds. */
const transferView = (bill: Bill, merchants: Merchants) => ({
  transferBillNo: bill.transferBillNo,
  outBillNo: bill.outBillNo,
  merchant: merchants.find(bill.mchid)?.name ?? bill.mchid,
  amount: bill.amount,
  remark: bill.remark,
  perception: bill.perception,
  state: bill.state,
  failReason: bill.failReason,
  shown: bill.shown,
  createdAt: bill.createdAt,
  at: bill.enteredAt,
});

/** All that a phone knows, except the account behind the openid. */
export const phoneView = (phone: Phone, appids: string[], phones: Phones, bills: Bills, merchants: Merchants) => {
  const mine = bills.all().filter(bill => bill.phoneId === phone.phoneId);
  const views = (states: string[]) =>
    mine
      .filter(bill => states.includes(bill.state))
      .map(bill => transferView(bill, merchants))
      .sort((one, other) => other.at - one.at);
  const {
    phoneId,
    label,
    phoneNumber,
    realName,
    answers,
    subscribeSwitch,
    transferFailReason,
    credits,
    longTerm,
    banned,
    messages,
    texts = [],
  } = phone;
  const openids = Object.fromEntries(appids.map(appid => [appid, phones.openid(phone, appid)]));
  return {
    phoneId,
    label,
    phoneNumber,
    realName,
    openid: openids[appids[0] ?? ''] ?? '',
    openids,
    settings: { answers, subscribeSwitch, transferFailReason },
    credits,
    longTerm,
    banned,
    messages,
    texts,
    unread: messages.filter(message => !message.read).length,
    transfersToConfirm: views(['WAIT_USER_CONFIRM']),
    transfersUnderWay: views(['TRANSFERING']),
    transfersReceived: views(['SUCCESS']),
    transfersEnded: views(['FAIL', 'CANCELLED']),
  };
};
