import { spokenLanguage, type Language } from '@guanhu/shared/kernel/language';
import { titles as en } from './en/titles.ts';

const TITLES: { readonly [L in Exclude<Language, 'zh-CN'>]: Readonly<Record<string, string>> } = { en };

/** What the platform's bar says above a page ('packages/…/index') in another language than its configuration's; undefined where that stays. */
export function titleOf(page: string): string | undefined {
  const language = spokenLanguage();
  return language === 'zh-CN' ? undefined : TITLES[language][page];
}
