import { useRouter } from '@tarojs/taro';
import { useSession } from '.';
import { otherCounty, type OtherCounty } from './other-county.rules.ts';

/** That this page was opened for another county than the reader is signed in to, as a message to somebody with two can be. */
export function useOtherCounty(): OtherCounty | undefined {
  const asked = useRouter().params['c'];
  const me = useSession()?.me;
  return me && otherCounty(asked, me);
}
