import { call, element, yuan } from './page.js';

/** Bills confirmed on this page, whose outcome the person still looks at. */
const followed = new Map();

const facts = pairs => element('dl', {}, ...pairs.flatMap(([name, value]) => [element('dt', {}, name), element('dd', {}, value)]));

const sheet = (title, close, ...content) =>
  element(
    'div',
    { class: 'scrim' },
    element(
      'div',
      { class: 'sheet', role: 'dialog', 'aria-label': title },
      element(
        'div',
        { class: 'top' },
        element('button', { type: 'button', 'aria-label': '关闭', onclick: close }, '×'),
        element('h2', {}, title),
        element('span', { style: 'width:44px' }),
      ),
      ...content,
    ),
  );

const amountOf = bill => element('p', { class: 'amount number' }, `¥${yuan(bill.amount)}`);

/** The sheet that wx.requestMerchantTransfer has opened, or what became of the confirmation; null when there is neither. */
export const sheetFor = (phone, refresh) => {
  const opened = phone.transfersToConfirm.find(bill => bill.shown);
  if (opened) return askSheet(phone, opened, refresh);
  const number = followed.get(phone.phoneId);
  const bill = [...phone.transfersUnderWay, ...phone.transfersReceived, ...phone.transfersEnded].find(one => one.transferBillNo === number);
  return bill ? outcomeSheet(phone, bill, refresh) : null;
};

const askSheet = (phone, bill, refresh) => {
  const at = step => `/phones/${phone.phoneId}/transfers/${bill.transferBillNo}/${step}`;
  const confirm = event => {
    event.target.disabled = true;
    followed.set(phone.phoneId, bill.transferBillNo);
    void call('POST', at('confirm')).finally(refresh);
  };
  return sheet(
    '收款确认',
    () => void call('POST', at('dismiss')).finally(refresh),
    amountOf(bill),
    element('p', { class: 'small' }, bill.merchant),
    facts([['转账说明', bill.remark], ['收款方式', '零钱'], ...(bill.perception ? [['款项类型', bill.perception]] : [])]),
    element('button', { class: 'main', type: 'button', onclick: confirm }, '确认收款'),
  );
};

const OUTCOMES = { TRANSFERING: '正在转账', SUCCESS: '已到账', FAIL: '没有收款成功', CANCELLED: '付款方已撤销' };

const outcomeSheet = (phone, bill, refresh) => {
  const close = () => {
    followed.delete(phone.phoneId);
    void refresh();
  };
  return sheet(
    OUTCOMES[bill.state] ?? bill.state,
    close,
    amountOf(bill),
    element('p', { class: 'small' }, bill.state === 'SUCCESS' ? '已存入零钱' : (bill.failReason ?? bill.merchant)),
    element('div', { style: 'height:18px' }),
    element('button', { class: 'main', type: 'button', onclick: close, disabled: bill.state === 'TRANSFERING' }, '完成'),
  );
};
