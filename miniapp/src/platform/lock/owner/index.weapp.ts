import Taro from '@tarojs/taro';
import { IDLE_MS } from '../lock.rules.ts';

export const idleMs = (): number => IDLE_MS;

/** The finger or face that this phone knows; a phone that knows none opens by a tap. False when the person was not known or went back. */
export async function isOwner(): Promise<boolean> {
  const modes = await knownModes();
  if (modes.length === 0) return true;
  try {
    await Taro.startSoterAuthentication({ requestAuthModes: modes, challenge: 'guanhu', authContent: '打开关护' });
    return true;
  } catch {
    return false;
  }
}

type Mode = 'fingerPrint' | 'facial';

async function knownModes(): Promise<Mode[]> {
  if (!Taro.canIUse('startSoterAuthentication')) return [];
  try {
    const { supportMode } = await Taro.checkIsSupportSoterAuthentication();
    const known: Mode[] = [];
    for (const mode of ['fingerPrint', 'facial'] as const) {
      if (!supportMode.some(each => each === mode)) continue;
      const { isEnrolled } = await Taro.checkIsSoterEnrolledInDevice({ checkAuthMode: mode });
      if (isEnrolled) known.push(mode);
    }
    return known;
  } catch {
    return [];
  }
}
