import Taro from '@tarojs/taro';

/** Absent from Taro's types; base library 3.1.4, Android only so far. */
declare const wx: { setVisualEffectOnCapture(options: { visualEffect: 'none' | 'hidden' }): void };

/** Asks the phone to leave these screens out of screenshots and recordings. It discourages; it cannot prevent. */
export function hideFromScreenshots(hide: boolean): void {
  if (Taro.canIUse('setVisualEffectOnCapture')) wx.setVisualEffectOnCapture({ visualEffect: hide ? 'hidden' : 'none' });
}
