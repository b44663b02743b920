const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Android/, 'Android'],
  [/Linux/, 'Linux'],
];
const firstOf = (table: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  table.find(([pattern]) => pattern.test(text))?.[1];

/** 'Chrome · Windows': what the approving phone shows, so that a person recognises their own computer. */
export const deviceInWords = (userAgent: string): string =>
  `${firstOf(BROWSERS, userAgent) ?? '浏览器'} · ${firstOf(SYSTEMS, userAgent) ?? '电脑'}`;

/** This browser. */
export const thisDevice = (): string => deviceInWords(navigator.userAgent);
