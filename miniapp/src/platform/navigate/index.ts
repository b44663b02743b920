import Taro from '@tarojs/taro';

const TABS = ['pages/today/index', 'pages/agreement/index', 'pages/patients/index', 'pages/me/index'];
export const HOME = '/pages/today/index';
export const BIND = '/packages/access/bind/index';

/** '/packages/x/y/index' with its query. */
export function urlTo(page: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return pairs.length === 0 ? page : `${page}?${pairs.join('&')}`;
}

/** Opens a page on top of this one. */
export const goTo = (page: string, query?: Readonly<Record<string, string | undefined>>): void => {
  void Taro.navigateTo({ url: urlTo(page, query) });
};

/** Back to where the person came from, or home when the page was opened by a message. */
export const goBack = (): void => {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.reLaunch({ url: HOME });
};

/** Whether text from outside names a page of ours: it becomes the next address after signing in. */
export const isOwnPage = (url: string): boolean => {
  const page = url.replace(/^\//, '').split('?')[0] ?? '';
  return TABS.includes(page) || /^packages\/[a-z-]+\/[a-z-]+\/index$/.test(page);
};
