import type { common as zhCN } from '../zh-CN/common.ts';

export const common: typeof zhCN = {
  noted: 'Noted',
  keptOnPhone: 'Kept on this phone; sent by itself when there is signal',
  wholeCounty: 'Whole county',
  pleaseWait: 'Please wait…',
  ok: 'OK',
  yes: 'Yes',
  no: 'No',
  withdraw: 'Withdraw',
  submit: 'Submit',
  notOpened: 'It did not open. Check the signal and tap again',
  collect: 'Collect',
  clauseMark: '; ',
  pickDate: 'Tap to choose a date',
  speakIntoKeyboard: 'You can tap the microphone on the keyboard and speak',
  noteDown: 'Save',
  goBack: 'Back',
  commaMark: ', ',
  listMark: ', ',
  messages: 'Messages',
  stopMark: '. ',
};
