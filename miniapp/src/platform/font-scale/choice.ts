import { storage } from '../storage';

const KEY = 'care-mode';

/** What the person chose on 我的; undefined follows the phone. */
export const chosenCare = (): boolean | undefined => storage.read<boolean>(KEY);
export const chooseCare = (on: boolean): void => {
  storage.write(KEY, on);
};
