import Taro from '@tarojs/taro';
import { IDLE_MS } from '../lock.rules.ts';
import { platformWords } from '../../../words/platform.ts';

export const idleMs = (): number => IDLE_MS;

const FINGER = 'fingerPrint';

/** The finger that this phone knows, and never a face; a phone that knows none opens by a tap. False when the person was not known or went back. */
export async function isOwner(): Promise<boolean> {
  if (!(await knowsFinger())) return true;
  try {
    await Taro.startSoterAuthentication({ requestAuthModes: [FINGER], challenge: 'guanhu', authContent: platformWords.unlock });
    return true;
  } catch {
    return false;
  }
}

async function knowsFinger(): Promise<boolean> {
  if (!Taro.canIUse('startSoterAuthentication')) return false;
  try {
    const { supportMode } = await Taro.checkIsSupportSoterAuthentication();
    if (!supportMode.some(mode => mode === FINGER)) return false;
    return (await Taro.checkIsSoterEnrolledInDevice({ checkAuthMode: FINGER })).isEnrolled;
  } catch {
    return false;
  }
}
