import { useEffect } from 'react';
import Taro, { useRouter } from '@tarojs/taro';
import { titleOf } from '../../words/titles.ts';

/** The platform's bar has the Chinese title of the page's configuration; another language says its own once the page is there. */
export function useBarTitle(): void {
  const page = useRouter().path.replace(/^\//, '').split('?')[0] ?? '';
  useEffect(() => {
    const title = titleOf(page);
    if (title !== undefined) void Taro.setNavigationBarTitle({ title });
  }, [page]);
}
