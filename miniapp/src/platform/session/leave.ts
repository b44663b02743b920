import Taro from '@tarojs/taro';
import { signOut } from '@guanhu/shared/access/access.routes';
import { call } from '../api';
import { BIND } from '../navigate';
import { endSession, token } from './index.ts';

/** Ends the session at the server and on this phone; what waits to be sent stays for when the person signs in again. */
export async function leave(to = BIND): Promise<void> {
  const mine = token();
  await call(signOut);
  if (mine !== undefined) endSession(mine);
  await Taro.reLaunch({ url: to });
}
