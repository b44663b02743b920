/** The languages that screens can speak, by the names that their speakers read. Chinese is whole and stands in for what another lacks. */
export const LANGUAGES = { 'zh-CN': '中文', en: 'English（演示）' } as const;
export type Language = keyof typeof LANGUAGES;
export const LANGUAGE_KEYS = ['zh-CN', 'en'] as const satisfies readonly Language[];

/** The header that a phone names its language in, so that refusals are said in it. Whoever sends none (the desk, a tool) reads Chinese. */
export const LANGUAGE_HEADER = 'guanhu-language';

let spoken: Language = 'zh-CN';
let isOpen = false;

/**
 * Says which language this program speaks: once, before its first catalogue opens. Whatever never says it speaks Chinese, as the server does,
 * whose letters and records are Chinese by law.
 * @param language what was kept of the person's choice; anything that is no language stands for Chinese
 * @throws Error when a catalogue is open already: some words would be of one language and some of another
 */
export function speak(language: unknown): void {
  if (isOpen) throw new Error('the language is chosen before the first catalogue opens');
  spoken = LANGUAGE_KEYS.find(each => each === language) ?? 'zh-CN';
}

/** What this program speaks. */
export const spokenLanguage = (): Language => spoken;

/**
 * A catalogue in the language that is spoken. What a language lacks is said in Chinese, text by text; English, for demonstrations, lacks
 * nothing.
 */
export function inLanguage<T extends object>(
  zhCN: T,
  others: { readonly [L in Exclude<Language, 'zh-CN' | 'en'>]?: Partial<NoInfer<T>> } & { readonly en: NoInfer<T> },
): T {
  isOpen = true;
  return spoken === 'zh-CN' ? zhCN : { ...zhCN, ...others[spoken] };
}
