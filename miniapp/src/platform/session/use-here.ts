import { useRouter } from '@tarojs/taro';
import { urlTo } from '../navigate';

/** The address of this page with what it was asked for, to come back to it. */
export function useHere(): string {
  const { path, params } = useRouter();
  const query = Object.fromEntries(Object.entries(params).filter(([name]) => !name.startsWith('$')));
  return urlTo(`/${path.replace(/^\//, '').split('?')[0] ?? ''}`, query);
}
