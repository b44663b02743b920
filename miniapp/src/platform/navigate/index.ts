import Taro from '@tarojs/taro';
import { Twice } from './twice.ts';

const TABS = ['pages/today/index', 'pages/agreement/index', 'pages/patients/index', 'pages/me/index'];
export const HOME = '/pages/today/index';
export const BIND = '/packages/access/bind/index';

/** '/packages/x/y/index' with its query. */
export function urlTo(page: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  const pairs = Object.entries(query).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${encodeURIComponent(value)}`]));
  return pairs.length === 0 ? page : `${page}?${pairs.join('&')}`;
}

const twice = new Twice();

/** Opens a page on top of this one, once. */
export const goTo = (page: string, query?: Readonly<Record<string, string | undefined>>): void => {
  const url = urlTo(page, query);
  if (!twice.is(url, Date.now())) void Taro.navigateTo({ url });
};

/** Back to where the person came from, or home when the page was opened by a message. */
export const goBack = (): void => {
  twice.forget();
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack();
  else void Taro.reLaunch({ url: HOME });
};

/** Whether text from outside names a page of ours: it becomes the next address after signing in. */
export const isOwnPage = (url: string): boolean => {
  const page = url.replace(/^\//, '').split('?')[0] ?? '';
  return TABS.includes(page) || /^packages\/[a-z-]+\/[a-z-]+\/index$/.test(page);
};
