export const PURPOSES = {
  medication: 'Medicine reminder',
  visit: 'Visit reminder',
  task: 'Task reminder',
  overdue: 'Overdue reminder',
  incident: 'Call for help',
  help: 'A colleague needs help',
  checkOut: 'Safe after a visit',
  payout: 'Money to collect',
  review: 'To be looked into',
  notice: 'Outcome',
  funds: 'Money to pay from',
};

export const CHANNELS = {
  wechat: 'WeChat',
  sms: 'Text message',
  call: 'Call',
};

export const MESSAGE_STATES = {
  waiting: 'waiting',
  sending: 'being sent',
  sent: 'sent',
  noCredit: 'not subscribed',
  failed: 'not delivered',
  doubtful: 'perhaps not delivered',
};

export const HOLD_REASONS = {
  busy: 'Busy with something else',
  notHome: 'Nobody at home',
  agreed: 'Agreed with the family',
  weather: 'Weather or roads',
  other: 'Other',
};

export const HOLD_KINDS = {
  snooze: 'Remind later',
  pause: 'Pause the reminder',
};

export const HOLD_TEXTS = {
  hour: 'In 1 hour',
  threeHours: 'In 3 hours',
  tomorrow: 'Tomorrow at this time',
  threeDays: 'Pause for 3 days',
  week: 'Pause for 7 days',
};
