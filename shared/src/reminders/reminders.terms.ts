/** What a person can be told about; each has one subscribe-message template in the configuration. */
export const PURPOSES = {
  medication: '服药提醒',
  visit: '随访提醒',
  incident: '情况通知',
  payout: '领取提醒',
} as const;
export type Purpose = keyof typeof PURPOSES;
export const PURPOSE_KEYS = ['medication', 'visit', 'incident', 'payout'] as const satisfies readonly Purpose[];

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

/**
 * waiting: WeChat was busy, it is tried again · sending: written before the call to WeChat; found again after a crash it is a doubt. sent · noCredit: nobody subscribed, or used up ·
 * failed: refused for good · doubtful: it may or may not have arrived, so it is not sent again.
 */
export const MESSAGE_STATES = {
  waiting: '等待发送',
  sending: '发送中',
  sent: '已发送',
  noCredit: '未订阅',
  failed: '未送达',
  doubtful: '不确定是否送达',
} as const;
export type MessageState = keyof typeof MESSAGE_STATES;

/** Payload of the outbox kind `remind`: ids and codes only. */
export type RemindPayload = {
  readonly purpose: Purpose;
  readonly personId: string;
  /** The patient it is about: whose grid worker telephones when no message can be sent. */
  readonly patientId: string;
  /** Task, incident or entitlement; the page that the message opens is asked for by this id. */
  readonly objectId: string;
  /** Of a payout, for a template that shows the amount. */
  readonly amountFen?: number;
};
