import type { LifeSettings } from './configuration.ts';
import type { ClockSetting } from './kernel/clock.ts';
import type { NamedKey, PlatformCertificate } from './kernel/keys.ts';
import type { BillState } from './pay/bill-life.rules.ts';

/**
 * Everything the platform remembers. Plain data, so that a state file can hold it; who changes it says so through
 * {@link World.changed}.
 */

/** How a person answers when asked to subscribe. */
export type SubscribeAnswer = 'accept' | 'reject' | 'ban' | 'filter';

/** A subscribe message that reached a phone. */
export interface PhoneMessage {
  id: string;
  appid: string;
  templateId: string;
  title: string;
  page: string | null;
  /** In the template's order: what stands before the value, and the value. */
  lines: { key: string; label: string; value: string }[];
  at: number;
  read: boolean;
}

/** A text message that reached a phone, with the name of its sender. */
export interface PhoneText {
  id: string;
  reference: string;
  text: string;
  at: number;
}

/** One simulated person with a phone. */
export interface Phone {
  phoneId: string;
  label: string;
  phoneNumber: string;
  /** Checked against an encrypted `user_name`, when both exist. */
  realName: string | null;
  /** The person's WeChat account; openids derive from it. */
  account: string;
  /** Answers to subscribe pop-ups by template id; `*` is the answer to all others. */
  answers: Record<string, SubscribeAnswer>;
  /** The main switch of subscribe messages. */
  subscribeSwitch: boolean;
  /** When set, a confirmed transfer fails with this reason. */
  transferFailReason: string | null;
  /** One-time credits by template id. */
  credits: Record<string, number>;
  /** Template ids of long-term subscriptions. */
  longTerm: string[];
  /** Template ids the platform has banned for this person. */
  banned: string[];
  messages: PhoneMessage[];
  /** Newest first; absent in the state of an older simulator. */
  texts?: PhoneText[];
}

export interface ReportInfo {
  info_type: string;
  info_content: string;
}

/** A transfer bill. Amounts in fen, times in milliseconds of the platform's clock. */
export interface Bill {
  mchid: string;
  outBillNo: string;
  transferBillNo: string;
  appid: string;
  openid: string;
  phoneId: string;
  sceneId: string;
  amount: number;
  remark: string;
  notifyUrl: string | null;
  perception: string | null;
  reportInfos: ReportInfo[];
  userName: string | null;
  state: BillState;
  /** When the bill came into its present state. */
  enteredAt: number;
  createdAt: number;
  failReason: string | null;
  /** What `wx.requestMerchantTransfer` needs; told only to a creation that is answered WAIT_USER_CONFIRM. */
  packageInfo: string;
  /** The money is set aside from the merchant's balance. */
  locked: boolean;
  /** A fault keeps the bill in PROCESSING. */
  stuck: boolean;
  /** `wx.requestMerchantTransfer` has shown it on the phone. */
  shown: boolean;
  history: { state: BillState; at: number }[];
}

export interface CallbackAttempt {
  /** Real time. */
  at: number;
  kind: 'proper' | 'probe' | 'duplicate';
  /** HTTP status; 0 when nobody answered. */
  status: number;
}

/** A notification to a merchant, from its first attempt to its acknowledgement or its giving up. */
export interface Callback {
  id: string;
  mchid: string;
  outBillNo: string;
  notifyUrl: string;
  body: string;
  plain: Record<string, unknown>;
  serial: string;
  attempts: CallbackAttempt[];
  state: 'pending' | 'delivered' | 'lost' | 'given-up';
}

export interface Money {
  /** Free to spend. */
  balance: number;
  /** Set aside for bills that have not ended. */
  locked: number;
  /** Paid out for good. */
  paid: number;
}

export interface WorldData {
  phones: Phone[];
  bills: Bill[];
  /** How often a creation with this `mchid/out_bill_no` arrived with a valid signature, whatever became of it. */
  creationAttempts: Record<string, number>;
  /** The most creations of a merchant that arrived in any second, refused ones counted. */
  mostCreations: Record<string, number>;
  money: Record<string, Money>;
  callbacks: Callback[];
  certificates: PlatformCertificate[];
  publicKeys: Record<string, NamedKey>;
  clock: ClockSetting;
  life: LifeSettings;
}

export class World {
  readonly data: WorldData;
  /** Grows with every change; lets the wall ask "anything new?". */
  version = 0;
  readonly #onChange: (() => void)[] = [];

  constructor(data: WorldData) {
    this.data = data;
  }

  changed(): void {
    this.version += 1;
    for (const listener of this.#onChange) listener();
  }

  onChange(listener: () => void): void {
    this.#onChange.push(listener);
  }
}
