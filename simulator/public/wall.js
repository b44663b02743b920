/* global document, sessionStorage */
import { call, element, watch } from './page.js';
import { phonePanel } from './phone-panel.js';
import { sheetFor } from './transfer-sheet.js';

const MOST = 3;
const KEPT = 'wall.shown';
const BANNER_MILLISECONDS = 8000;

const people = document.getElementById('people');
const stage = document.getElementById('stage');
const status = document.getElementById('status');
const columns = new Map();
let phones = [];
let shown = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');

/** Builds a phone's frame once; its iframe is never rebuilt, or the mini-program inside would start again. */
const newColumn = phoneId => {
  const frame = element('iframe', { src: `/h5/index.html?phone=${encodeURIComponent(phoneId)}#/`, title: '小程序' });
  const over = element('div');
  const name = element('h2');
  const panel = element('div', { class: 'panel' });
  const reload = element('button', { type: 'button', onclick: () => frame.contentWindow?.location.reload() }, '重新打开');
  const close = element('button', { type: 'button', onclick: () => toggle(phoneId) }, '收起');
  const root = element(
    'section',
    { class: 'phone', 'data-phone': phoneId },
    element('div', { class: 'caption' }, name, reload, close),
    element('div', { class: 'frame' }, frame, over),
    panel,
  );
  return { root, frame, over, name, panel, seen: null, banner: null, closing: null, drawn: '' };
};

const openPage = (phone, message) => {
  const { frame } = columns.get(phone.phoneId);
  if (message.page) frame.contentWindow?.location.replace(`/h5/index.html?phone=${encodeURIComponent(phone.phoneId)}#/${message.page}`);
  void call('POST', `/phones/${phone.phoneId}/messages/${message.id}/read`).then(show);
};

const bannerOf = (phone, column) => {
  const newest = phone.messages[0];
  if (column.seen !== null && newest && newest.id !== column.seen && !newest.read) {
    column.banner = newest;
    clearTimeout(column.closing);
    column.closing = setTimeout(() => {
      column.banner = null;
      draw(phone.phoneId);
    }, BANNER_MILLISECONDS);
  }
  column.seen = newest?.id ?? '';
  if (column.banner === null) return null;
  const message = column.banner;
  const open = () => {
    column.banner = null;
    openPage(phone, message);
  };
  return element(
    'button',
    { class: 'banner', type: 'button', onclick: open },
    element('span', { class: 'small' }, '服务通知'),
    element('b', {}, message.title),
    message.lines[0]?.value ?? '',
  );
};

/** Redraws what has changed around a frame. */
const draw = phoneId => {
  const column = columns.get(phoneId);
  const phone = phones.find(one => one.phoneId === phoneId);
  if (!column || !phone) return;
  column.name.textContent = phone.label;
  const over = sheetFor(phone, show) ?? bannerOf(phone, column);
  column.over.replaceChildren(...(over ? [over] : []));
  const drawn = JSON.stringify([phone.messages, phone.transfersToConfirm, phone.transfersReceived, phone.transfersEnded, phone.credits]);
  if (drawn !== column.drawn) column.panel.replaceChildren(...phonePanel(phone, message => openPage(phone, message)));
  column.drawn = drawn;
};

const toggle = phoneId => {
  shown = shown.includes(phoneId) ? shown.filter(id => id !== phoneId) : [...shown, phoneId].slice(-MOST);
  sessionStorage.setItem(KEPT, JSON.stringify(shown));
  drawAll();
};

const personOf = phone =>
  element(
    'button',
    { class: 'person', type: 'button', 'aria-pressed': String(shown.includes(phone.phoneId)), onclick: () => toggle(phone.phoneId) },
    element('span', { class: 'name' }, element('b', {}, phone.label), element('span', { class: 'small number' }, phone.phoneNumber)),
    phone.transfersToConfirm.length > 0 ? element('span', { class: 'badge money' }, '待收款') : null,
    phone.unread > 0 ? element('span', { class: 'badge', 'aria-label': `${phone.unread} 条未读` }, String(phone.unread)) : null,
  );

const drawAll = () => {
  people.replaceChildren(...phones.map(personOf));
  for (const [phoneId, column] of columns)
    if (!shown.includes(phoneId)) {
      column.root.remove();
      columns.delete(phoneId);
    }
  for (const phoneId of shown)
    if (!columns.has(phoneId)) {
      columns.set(phoneId, newColumn(phoneId));
      stage.append(columns.get(phoneId).root);
    }
  stage.querySelector('.empty')?.remove();
  if (shown.length === 0)
    stage.append(
      element('p', { class: 'empty' }, phones.length === 0 ? '还没有手机。在左下角加一部。' : '在左边点一个名字，这里会出现他的手机。'),
    );
  for (const phoneId of shown) draw(phoneId);
};

const show = async () => {
  ({ phones } = await call('GET', '/phones'));
  const known = phones.map(phone => phone.phoneId);
  shown = (shown ?? known.slice(0, MOST)).filter(id => known.includes(id));
  drawAll();
};

const form = document.getElementById('add');
const opener = document.getElementById('add-open');
opener.addEventListener('click', () => {
  form.hidden = false;
  opener.hidden = true;
  form.elements.label.focus();
});
form.addEventListener('submit', event => {
  event.preventDefault();
  const { label, phoneNumber } = Object.fromEntries(new FormData(form));
  call('POST', '/phones', { label, phoneNumber }).then(
    phone => {
      form.reset();
      form.hidden = true;
      opener.hidden = false;
      phones.push(phone);
      toggle(phone.phoneId);
    },
    problem => {
      document.getElementById('add-problem').textContent = problem.message;
    },
  );
});

watch(show, words => {
  status.textContent = words;
});
