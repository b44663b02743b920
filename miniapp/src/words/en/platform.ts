import type { platform as zhCN } from '../zh-CN/platform.ts';

export const platform: typeof zhCN = {
  actingFor: (name: string) => `Acting for ${name}`,
  actingLimits: (acting: string, name: string) => `${acting}. Signing and collecting money are for ${name} alone`,
  unreached: 'No signal now; please try again later',
  tooSlow: 'The connection is too slow. Try where the signal is better',
  unreadable: 'The system is busy; please try again later',
  unlock: 'Open Guanhu',
  photoGone: 'The photo is no longer on this phone',
  photoDenied: 'No photo was taken. Please look in the phone’s settings whether WeChat and Guanhu may use the camera',
  photoFull: 'The phone has no room for the photo. Delete something you do not need and take it again',
  rollCall: 'Roll-call',
  newVersion: 'A new version',
  newVersionSub: 'It takes a few seconds; what you have written stays.',
  update: 'Update',
  later: 'Later',
};
