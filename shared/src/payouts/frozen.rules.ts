import { AGREEMENT_STATES, type AgreementState } from '../agreements/agreements.terms.ts';
import { inWords, type CalendarDate } from '../kernel/calendar-date.ts';
import { yuanGrouped } from '../kernel/fen.ts';
import { PATIENT_STATES, type PatientState } from '../registry/registry.terms.ts';
import { PAY_CHANNELS, type PayChannel } from './payouts.terms.ts';

/** What a payment rests on: as it stood when the amounts of its batch were frozen, and as it stands now. Accounts are marks, never numbers. */
export type Basis = {
  readonly guardianName: string;
  /** Whether the payee is among those who look after the patient. */
  readonly isGuardian: boolean;
  /** Of the WeChat account that is bound; null without one. */
  readonly wechat: string | null;
  readonly channel: PayChannel;
  /** Of the bank account; null elsewhere. */
  readonly account: string | null;
  readonly amountFen: number;
  /** What two persons decided the period to earn. */
  readonly decidedFen: number | null;
  /** The agreement's yearly amounts with their first days. */
  readonly standard: string;
  readonly agreement: AgreementState;
  /** Last day of the duty. */
  readonly lastOn: CalendarDate;
  readonly life: PatientState;
};

const inYuan = (fen: number | null): string => (fen === null ? '未认定' : `${yuanGrouped(fen)} 元`);

/** How each fact is told when it is another one than it was; null where nothing needs to be said. */
const TELL: { readonly [K in keyof Basis]: (was: Basis[K], is: Basis[K]) => string | null } = {
  guardianName: (was, is) => `监护人姓名：${was} → ${is}`,
  isGuardian: (_, is) => (is ? '领款人重新登记为监护人' : '领款人已不是患者的监护人'),
  wechat: (was, is) => (is === null ? '微信已解绑' : was === null ? '新绑定了微信' : '换绑了微信'),
  channel: (was, is) => `收款方式：${PAY_CHANNELS[was]} → ${PAY_CHANNELS[is]}`,
  // Another way of paying has been told of already.
  account: (was, is) => (was === null || is === null ? null : '一卡通换了账户'),
  amountFen: (was, is) => `金额：${inYuan(was)} → ${inYuan(is)}`,
  decidedFen: (was, is) => `本期认定：${inYuan(was)} → ${inYuan(is)}`,
  standard: () => '协议的补助标准有变化',
  agreement: (was, is) => `协议：${AGREEMENT_STATES[was]} → ${AGREEMENT_STATES[is]}`,
  lastOn: (was, is) => `协议最后一天：${inWords(was)} → ${inWords(is)}`,
  // Whoever checks or pays has no access to the file: what does not end the reward is the maker's to look up.
  life: (_, is) => (is === 'deceased' || is === 'movedOut' ? `患者已${PATIENT_STATES[is]}` : '患者的情况有变化，请制单人核对'),
};

const tell = <K extends keyof Basis>(key: K, was: Basis, is: Basis): string | null =>
  was[key] === is[key] ? null : TELL[key](was[key], is[key]);

/** Everything that is another one than it was when the batch was made, in words for whoever checks or pays. */
export const changesSince = (frozen: Basis, now: Basis): string[] =>
  (Object.keys(TELL) as (keyof Basis)[]).flatMap(key => tell(key, frozen, now) ?? []);
