import { element, timeOf, yuan } from './page.js';

const messageCard = (message, open) =>
  element(
    'button',
    { class: 'message', type: 'button', onclick: () => open(message) },
    element(
      'div',
      { class: 'head' },
      element('b', {}, message.title),
      message.read ? null : element('span', { class: 'new' }, '新'),
      element('span', { class: 'small number' }, timeOf(message.at)),
    ),
    element('dl', {}, ...message.lines.flatMap(line => [element('dt', {}, line.label), element('dd', {}, line.value)])),
    message.page ? element('div', { class: 'go' }, element('span', {}, '进入小程序查看'), element('span', {}, '›')) : null,
  );

const textCard = ({ text, at }) =>
  element(
    'div',
    { class: 'message' },
    element('div', { class: 'head' }, element('b', {}, '短信'), element('span', { class: 'small number' }, timeOf(at))),
    element('p', {}, text),
  );

const moneyRow = (words, detail, amount) =>
  element(
    'div',
    { class: 'money-row' },
    element('span', {}, words, element('div', { class: 'small number' }, detail)),
    element('b', { class: 'number' }, `${yuan(amount)} 元`),
  );

const section = (title, rows, empty) => [element('h3', {}, title), ...(rows.length > 0 ? rows : [element('p', { class: 'none' }, empty)])];

/** What stands under a phone: money, WeChat's messages, text messages. */
export const phonePanel = (phone, open) => {
  const waiting = phone.transfersToConfirm
    .filter(bill => !bill.shown)
    .map(bill => moneyRow(bill.remark, '待收款，在小程序里点「领取」打开', bill.amount));
  const received = phone.transfersReceived.map(bill => moneyRow(bill.remark, `${timeOf(bill.at)} 已到账`, bill.amount));
  const ended = phone.transfersEnded.map(bill =>
    moneyRow(bill.remark, `${timeOf(bill.at)} 未到账：${bill.failReason ?? '已撤销'}`, bill.amount),
  );
  const messages = phone.messages.map(message => messageCard(message, open));
  return [
    ...(waiting.length + received.length + ended.length > 0 ? section('收款', [...waiting, ...received, ...ended], '') : []),
    ...section('微信消息', messages, '还没有消息。订阅提醒发到这部手机时会出现在这里。'),
    ...(phone.texts.length > 0 ? section('短信', phone.texts.map(textCard), '') : []),
  ];
};
