import type { Language } from '@guanhu/shared/kernel/language';
import { storage } from '../storage';

const KEY = 'language';

/** What the person chose on 我的, as it was kept; undefined while nobody has chosen. */
export const chosenLanguage = (): unknown => storage.read(KEY);
export const chooseLanguage = (language: Language): void => {
  storage.write(KEY, language);
};
