import { useEffect } from 'react';
import Taro from '@tarojs/taro';

/** Shows the page from its top as soon as `result` is there: what came of a tap at its end stands up there. */
export function useTopOn(result: boolean): void {
  useEffect(() => {
    if (result) void Taro.pageScrollTo({ scrollTop: 0, duration: 0 });
  }, [result]);
}
