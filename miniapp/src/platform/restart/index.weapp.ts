import Taro from '@tarojs/taro';
import { HOME } from '../navigate';

/** Newer than Taro's types. */
declare const wx: { restartMiniProgram(options: { path: string }): void };

/** Starts the app anew; false where only the person can. */
export function restart(): boolean {
  if (!Taro.canIUse('restartMiniProgram')) return false;
  wx.restartMiniProgram({ path: HOME });
  return true;
}
