import Taro from '@tarojs/taro';

/** Room that a page without the platform's own bar must leave, in px: above for the clock, at the right for WeChat's capsule. */
export type BarInset = { readonly top: number; readonly right: number };

let known: BarInset | undefined;

/** Zero in a browser, where neither exists. */
export function barInset(): BarInset {
  if (known) return known;
  if (Taro.getEnv() !== Taro.ENV_TYPE.WEAPP) return (known = { top: 0, right: 0 });
  const capsule = Taro.getMenuButtonBoundingClientRect();
  const { windowWidth } = Taro.getWindowInfo();
  return (known = { top: Math.max(capsule.top - 8, 0), right: Math.max(windowWidth - capsule.left - 8, 0) });
}
