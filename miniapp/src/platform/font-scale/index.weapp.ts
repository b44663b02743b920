import Taro from '@tarojs/taro';
import { chosenCare } from './choice.ts';
import { scaleOf, type FontScale } from './scale.ts';

/** Read at every show: the person may have changed the phone's font size meanwhile. */
export function fontScale(): FontScale {
  const base = Taro.getAppBaseInfo() as { fontSizeScaleFactor?: number };
  return scaleOf(base.fontSizeScaleFactor ?? 1, chosenCare());
}
