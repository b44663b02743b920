export const ENTITLEMENT_STATES = {
  approved: 'Waits for a batch',
  claimable: 'To collect',
  inTransfer: 'Being collected',
  paid: 'Received',
  failed: 'Did not work',
  returned: 'Sent back',
};

export const ENTITLEMENT_KINDS = {
  regular: 'This period',
  supplement: 'Supplement',
};

export const BATCH_STATES = {
  draft: 'To be checked',
  checked: 'To be released',
  released: 'Being paid',
  reconciled: 'Reconciled',
  returned: 'Sent back',
};

export const BATCH_STEPS = {
  prepared: 'Prepared',
  checked: 'Checked',
  released: 'Released',
  returned: 'Sent back',
  reconciled: 'Reconciled',
  noticed: 'Public notice',
};

export const LEDGER_ACCOUNTS = {
  received: 'Received from finance',
  available: 'Available',
  committed: 'Checked, to be released',
  claimable: 'To collect',
  inTransfer: 'Being collected',
  paid: 'Received',
  failed: 'Did not work, open',
  recovering: 'To be recovered',
  spent: 'Spent',
};

export const PAY_CHANNELS = {
  wechat: 'WeChat',
  bank: 'Bank card',
  cash: 'Cash',
};

export const RECEIPT_STATES = {
  kept: 'Kept',
  waiting: 'Not there yet',
  forgotten: 'No longer given by WeChat',
  none: 'No WeChat receipt',
};

export const FAILURE_DECISIONS = {
  retry: 'Pay again',
  giveBack: 'Give back to finance',
  foundPaid: 'Found received',
  foundUnpaid: 'Found not received',
};
