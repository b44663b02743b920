import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/reminders.ts';

/** What a person can be told about; each but `overdue`, `help`, `checkOut`, `review`, `notice` and `funds` has a subscribe-message template of its own. */
export const PURPOSES = inLanguage(
  {
    medication: '服药提醒',
    visit: '随访提醒',
    task: '待办提醒',
    overdue: '超期提醒',
    incident: '情况通知',
    help: '同事求助',
    checkOut: '上门后报平安',
    payout: '领取提醒',
    review: '核查提醒',
    notice: '办理结果',
    funds: '发放资金提醒',
  },
  { en: en.PURPOSES },
);
export type Purpose = keyof typeof PURPOSES;
export const PURPOSE_KEYS = [
  'medication',
  'visit',
  'task',
  'overdue',
  'incident',
  'help',
  'checkOut',
  'payout',
  'review',
  'notice',
  'funds',
] as const satisfies readonly Purpose[];

/** The fields of our messages; the configuration maps them to a template's own keys (`{ what: 'thing1', when: 'time2', note: 'thing3' }`). */
export const MESSAGE_FIELDS = ['what', 'when', 'note', 'amount'] as const;
export type MessageField = (typeof MESSAGE_FIELDS)[number];

/** What `wx.requestSubscribeMessage` says of a template. */
export const SUBSCRIBE_ANSWERS = [
  'accept',
  'acceptWithAlert',
  'acceptWithAudio',
  'acceptWithForcePush',
  'reject',
  'ban',
  'filter',
] as const;
export type SubscribeAnswer = (typeof SUBSCRIBE_ANSWERS)[number];

/** The ways to a person, in the order in which they are tried. A telephone call is a task for somebody. */
export const CHANNELS = inLanguage({ wechat: '微信', sms: '短信', call: '打电话' }, { en: en.CHANNELS });
export type Channel = keyof typeof CHANNELS;
export const CHANNEL_KEYS = ['wechat', 'sms', 'call'] as const satisfies readonly Channel[];
/** The channels that we send through ourselves. */
export const SENDING_CHANNELS = ['wechat', 'sms'] as const;
export type SendingChannel = (typeof SENDING_CHANNELS)[number];

/**
 * waiting: the channel was busy, it is tried again · sending: claimed before the channel is asked; found again after a crash it is a doubt ·
 * sent · noCredit: nobody subscribed, or used up · failed: refused for good · doubtful: it may or may not have arrived, so it is not sent
 * again that way · none: the person cannot be reached this way at all.
 */
export const ATTEMPT_STATES = ['waiting', 'sending', 'sent', 'noCredit', 'failed', 'doubtful', 'none'] as const;
export type AttemptState = (typeof ATTEMPT_STATES)[number];

/** How far a message has got, over all channels: sent for certain, or what came of the ways that were tried. */
export const MESSAGE_STATES = inLanguage(
  {
    waiting: '等待发送',
    sending: '发送中',
    sent: '已发送',
    noCredit: '未订阅',
    failed: '未送达',
    doubtful: '不确定是否送达',
  },
  { en: en.MESSAGE_STATES },
);
export type MessageState = keyof typeof MESSAGE_STATES;
export const MESSAGE_STATE_KEYS = [
  'waiting',
  'sending',
  'sent',
  'noCredit',
  'failed',
  'doubtful',
] as const satisfies readonly MessageState[];

/**
 * At which moment of the day people are told of their tasks: a family of today's medicine; everybody of everything else, and once more of
 * what came later; and those above of what nobody did.
 */
export const REMINDER_WINDOWS = ['medicine', 'day', 'again', 'overdue'] as const;
export type ReminderWindow = (typeof REMINDER_WINDOWS)[number];

/** Payload of the outbox kind `remind-day`: who is to be looked after at that moment; what they are told is seen then. */
export type RemindDayPayload = { readonly window: ReminderWindow; readonly day: string; readonly personId: string };

/** Payload of the outbox kind `alarm`, which is always urgent: somebody is told of an incident by every way at once, at least once. */
export type AlarmPayload = {
  readonly personId: string;
  /** Null of somebody who has no file. */
  readonly patientId: string | null;
  readonly incidentId: string;
  /** They may know of it already: it became worse. */
  readonly worse?: true;
};

/** Pages that a message of any purpose may open: of the reward, of relief and of one's rights, and those on which an office decides what it was asked to look at. */
export const OPENED_PAGES = [
  'application',
  'agreement',
  'passbook',
  'relief',
  'minutes',
  'transfer',
  'handovers',
  'costs',
  'clue',
  'rights',
] as const;
export type OpenedPage = (typeof OPENED_PAGES)[number];

/** Payload of the outbox kind `remind`: one thing, told at once. Ids and codes only. */
export type RemindPayload = {
  readonly purpose: 'payout' | 'medication' | 'task' | 'help' | 'checkOut' | 'notice';
  readonly personId: string;
  /** The patient it is about: whose grid worker telephones when no message can be sent. */
  readonly patientId: string;
  /** Entitlement, task, appraisal, application or agreement; the page that the message opens is asked for by this id. */
  readonly objectId: string;
  /** Which page, where the purpose alone does not say it. */
  readonly opens?: OpenedPage;
  /** Of a payout, for a template that shows the amount. */
  readonly amountFen?: number;
  /** Between this person and the office: the message is kept as about nobody, and nobody telephones the family in its place. */
  readonly confidential?: true;
};

/**
 * Payload of the outbox kind `review-asked`: an office is to look at something in confidence. What it is about is said at the desk only, or on
 * the page of the phone that the message opens.
 */
export type ReviewAskedPayload = {
  readonly personId: string;
  /** Whose township's times and words hold; null: the county's. The message itself is about nobody. */
  readonly nearPatientId: string | null;
  /** Payments wait for money, in place of a matter that is to be looked into. */
  readonly purpose?: 'funds';
  /** Where it can be decided on the phone too; absent: at the desk only. */
  readonly opens?: OpenedPage;
  /** What that page is asked for by, where it shows one thing. */
  readonly objectId?: string;
};

/** Why a reminder is put off or a task paused. */
export const HOLD_REASONS = inLanguage(
  {
    busy: '手头有别的事',
    notHome: '人不在家',
    agreed: '和家属约好了时间',
    weather: '天气或道路原因',
    other: '其他',
  },
  { en: en.HOLD_REASONS },
);
export type HoldReason = keyof typeof HOLD_REASONS;
export const HOLD_REASON_KEYS = ['busy', 'notHome', 'agreed', 'weather', 'other'] as const satisfies readonly HoldReason[];

/** snooze: told again later · pause: neither told nor passed on until a day. The task itself and its dates stay as they are. */
export const HOLD_KINDS = inLanguage({ snooze: '稍后提醒', pause: '暂停提醒' }, { en: en.HOLD_KINDS });
export type HoldKind = keyof typeof HOLD_KINDS;
export const HOLD_KIND_KEYS = ['snooze', 'pause'] as const satisfies readonly HoldKind[];

/** What changed somebody's credit. */
export const CREDIT_CAUSES = ['accepted', 'sent', 'exhausted', 'rejected', 'confirmedLate'] as const;
export type CreditCause = (typeof CREDIT_CAUSES)[number];
