import { calendarDate } from '../kernel/calendar-date.ts';
import { changesSince, type Basis } from './frozen.rules.ts';

const FROZEN: Basis = {
  guardianName: '试一',
  isGuardian: true,
  wechat: 'a',
  channel: 'wechat',
  account: null,
  amountFen: 60_000,
  decidedFen: 60_000,
  standard: '2026-01-01:240000',
  agreement: 'active',
  lastOn: calendarDate('2026-12-31'),
  life: 'inCare',
};

it('says nothing while all is as it was', () => {
  expect(changesSince(FROZEN, { ...FROZEN })).toEqual([]);
});

it.each<[Partial<Basis>, string]>([
  [{ guardianName: '试二' }, '监护人姓名：试一 → 试二'],
  [{ isGuardian: false }, '领款人已不是患者的监护人'],
  [{ wechat: 'b' }, '换绑了微信'],
  [{ wechat: null }, '微信已解绑'],
  [{ channel: 'cash' }, '收款方式：微信 → 现金'],
  [{ channel: 'bank', account: 'x' }, '收款方式：微信 → 一卡通'],
  [{ amountFen: 59_999 }, '金额：600.00 元 → 599.99 元'],
  [{ decidedFen: 0 }, '本期认定：600.00 元 → 0.00 元'],
  [{ standard: '2026-01-01:250000' }, '协议的补助标准有变化'],
  [{ agreement: 'terminated' }, '协议：履行中 → 已终止'],
  [{ lastOn: calendarDate('2026-06-30') }, '协议最后一天：2026年12月31日 → 2026年6月30日'],
  [{ life: 'deceased' }, '患者已死亡'],
  [{ life: 'hospitalised' }, '患者的情况有变化，请制单人核对'],
])('%j: %s', (change, words) => {
  expect(changesSince(FROZEN, { ...FROZEN, ...change })).toEqual([words]);
});

it('tells of an account that was bound since, and of another bank account', () => {
  expect(changesSince({ ...FROZEN, wechat: null }, FROZEN)).toEqual(['新绑定了微信']);
  const bank: Basis = { ...FROZEN, channel: 'bank', account: 'x' };
  expect(changesSince(bank, { ...bank, account: 'y' })).toEqual(['一卡通换了账户']);
});
