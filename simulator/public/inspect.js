/* global document */
import { call, element, timeOf, watch, yuan } from './page.js';

const HOUR = 3_600_000;
const POINTS = {
  login: '登录',
  token: '取令牌',
  'phone-number': '取手机号',
  subscribe: '发订阅消息',
  sms: '发短信',
  create: '建转账单',
  query: '查转账单',
  cancel: '撤销转账单',
  certificates: '取平台证书',
  callback: '结果通知',
  'message-push': '事件推送',
};
const KINDS = {
  delay: '延迟',
  'error-before-commit': '没办就报错',
  'error-after-commit': '办了却报错',
  'bad-signature-after-commit': '办了，签名不对',
  'no-signature-after-commit': '办了，没有签名',
  'stale-timestamp-after-commit': '办了，时间戳过旧',
  'sign-test': '签名探测',
  'hold-before-commit': '没办，一直不答',
  'hold-after-commit': '办了，一直不答',
  'reset-before-commit': '没办，断开连接',
  'reset-connection': '办了，断开连接',
  'truncated-body': '办了，只答一半',
  'rate-limited': '太频繁',
  'not-found-then-found': '先说没有，后来又有',
  'stuck-processing': '卡在处理中',
  errcode: '指定错误码',
  lost: '丢失',
  late: '迟到',
  duplicate: '重复',
  'out-of-order': '次序颠倒',
  'bad-signature': '签名不对',
  'stale-timestamp': '时间戳过旧',
  'tampered-ciphertext': '密文被改',
};
const TAGS = { SUCCESS: '', FAIL: ' bad', CANCELLED: ' bad', delivered: '', lost: ' bad', 'given-up': ' bad' };

const WORDS = {
  ACCEPTED: '已受理',
  PROCESSING: '锁定资金中',
  WAIT_USER_CONFIRM: '等待收款确认',
  TRANSFERING: '转账中',
  SUCCESS: '成功',
  FAIL: '失败',
  CANCELING: '撤销中',
  CANCELLED: '已撤销',
  pending: '发送中',
  delivered: '已送达',
  lost: '丢失',
  'given-up': '已放弃',
};

const byId = id => document.getElementById(id);
const tag = state => element('span', { class: `tag${TAGS[state] ?? ' wait'}`, title: state }, WORDS[state] ?? state);
const act = (words, work) => element('button', { type: 'button', onclick: () => void work().then(show) }, words);

/** A table, or words when there are no rows. A heading that begins with `#` is a column of amounts. */
const table = (target, headings, rows, empty) => {
  const amount = index => (headings[index].startsWith('#') ? 'amount number' : 'number');
  const head = element('tr', {}, ...headings.map((heading, index) => element('th', { class: amount(index) }, heading.replace('#', ''))));
  const body = rows.map(row => element('tr', {}, ...row.map((cell, index) => element('td', { class: amount(index) }, cell))));
  byId(target).replaceChildren(rows.length > 0 ? element('table', {}, head, ...body) : element('p', { class: 'none' }, empty));
};

const showMerchants = ({ merchants }) =>
  table(
    'merchants',
    ['商户号', '名称', '#可用（元）', '#已冻结', '#已付出', ''],
    merchants.map(one => [
      one.mchid,
      one.name,
      yuan(one.balance),
      yuan(one.locked),
      yuan(one.paid),
      act('充值 10,000 元', () => call('POST', `/merchants/${one.mchid}/top-up`, { amount: 1_000_000 })),
    ]),
    '没有配置商户',
  );

const showBills = ({ bills }) =>
  table(
    'bills',
    ['商户单号', '手机', '#金额（元）', '状态', '原因', '建单时间', '建单请求'],
    [...bills]
      .reverse()
      .slice(0, 50)
      .map(bill => [
        bill.outBillNo,
        bill.phoneId,
        yuan(bill.amount),
        tag(bill.state),
        bill.failReason ?? '',
        timeOf(bill.createdAt),
        `${bill.creationAttempts} 次`,
      ]),
    '还没有转账单',
  );

const showCallbacks = ({ callbacks }) =>
  table(
    'callbacks',
    ['商户单号', '结果', '状态', '各次应答', ''],
    [...callbacks]
      .reverse()
      .slice(0, 50)
      .map(one => [
        one.outBillNo,
        WORDS[one.plain.state] ?? '',
        tag(one.state),
        one.attempts.map(attempt => (attempt.status === 0 ? '无应答' : attempt.status)).join('，'),
        act('再发一次', () => call('POST', `/callbacks/${one.id}/again`)),
      ]),
    '还没有通知',
  );

const showFaults = ({ faults, held }) =>
  table(
    'faults',
    ['在哪里', '什么故障', '还剩', '已发生', ''],
    [
      ...faults.map(one => [
        POINTS[one.at],
        KINDS[one.kind],
        one.times === null ? '一直' : `${one.times} 次`,
        `${one.struck} 次`,
        act('撤掉', () => call('DELETE', `/faults/${one.id}`)),
      ]),
      ...held.map(one => [POINTS[one.at], `${KINDS[one.kind]}（等待中）`, '', one.outBillNo ?? '', '']),
    ],
    '没有故障',
  );

const showLog = ({ requests }) =>
  table(
    'log',
    ['时间', '方法', '路径', '应答', '毫秒', '故障'],
    requests
      .slice(-30)
      .reverse()
      .map(one => [
        timeOf(one.at),
        one.method,
        one.path,
        one.status === 0 ? '断开' : String(one.status),
        String(one.milliseconds),
        KINDS[one.fault] ?? '',
      ]),
    '还没有请求',
  );

const show = async () => {
  const [merchants, bills, callbacks, faults, log, clock] = await Promise.all(
    ['/merchants', '/bills', '/callbacks', '/faults', '/log', '/clock'].map(path => call('GET', path)),
  );
  showMerchants(merchants);
  showBills(bills);
  showCallbacks(callbacks);
  showFaults(faults);
  showLog(log);
  byId('now').textContent = `平台时间 ${timeOf(clock.now)}，速度 ${clock.speed} 倍`;
  return faults;
};

const advance = milliseconds => () => call('POST', '/clock', { advanceMilliseconds: milliseconds });
const speed = times => () => call('POST', '/clock', { speed: times });
byId('clock').append(
  act('往前 1 小时', advance(HOUR)),
  act('往前 24 小时', advance(24 * HOUR)),
  act('60 倍速', speed(60)),
  act('恢复正常速度', speed(1)),
);

const form = byId('plan');
const options = (names, words) => names.map(name => element('option', { value: name }, `${words[name] ?? name}`));
void show().then(({ points, answerKinds, deliveryKinds }) => {
  const chooseKinds = () => {
    const sends = ['callback', 'message-push'].includes(form.elements.at.value);
    form.elements.kind.replaceChildren(...options(sends ? deliveryKinds : answerKinds, KINDS));
  };
  form.elements.at.replaceChildren(...options(points, POINTS));
  form.elements.at.value = 'create';
  form.elements.at.addEventListener('change', chooseKinds);
  chooseKinds();
});
form.addEventListener('submit', event => {
  event.preventDefault();
  const { at, kind, times, milliseconds } = Object.fromEntries(new FormData(form));
  void call('POST', '/faults', { at, kind, times: Number(times), milliseconds: Number(milliseconds) }).then(show);
});
byId('release').addEventListener('click', () => void call('POST', '/faults/release').then(show));
byId('clear').addEventListener('click', () => void call('DELETE', '/faults').then(show));

watch(show, words => {
  byId('status').textContent = words;
});
setInterval(() => void show().catch(() => undefined), 3000);
