import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The tokens of one theme, by name without the dashes. */
type Tokens = Readonly<Record<string, string>>;

const css = readFileSync(join(import.meta.dirname, '../miniapp/src/ui/tokens.css'), 'utf8');
const tokensIn = (text: string): Tokens =>
  Object.fromEntries([...text.matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map(([, name = '', value = '']) => [name, value]));
const [light = '', dark = ''] = css.split('@media (prefers-color-scheme: dark)');
const THEMES = { light: tokensIn(light), dark: tokensIn(dark) };

/** WCAG 2: the relative luminance of a colour. */
function luminance(hex: string): number {
  const [r, g, b] = [1, 3, 5].map(at => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  }) as [number, number, number];
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}
function contrast(one: string, other: string): number {
  const [low, high] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (high + 0.05) / (low + 0.05);
}

/** Every pair of words and what is under them that the kit draws. */
const PAIRS = [
  ...['ground', 'card'].flatMap(under => ['ink', 'ink-2', 'ink-3', 'accent', 'warn', 'danger'].map(words => [words, under] as const)),
  ['on-accent', 'accent'],
  ['on-danger', 'danger'],
  ['accent', 'accent-soft'],
  ['ink-2', 'line'],
  ['warn', 'warn-soft'],
  ['danger', 'danger-soft'],
  ['ink', 'accent-soft'],
  ['ink', 'warn-soft'],
  ['ink', 'danger-soft'],
] as const;

it('measures as the guideline does', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

describe.each(Object.entries(THEMES))('the %s theme', (_, tokens) => {
  it('names every colour', () => {
    expect(Object.keys(tokens).sort()).toEqual(Object.keys(THEMES.light).sort());
  });
  it.each(PAIRS)('shows %s on %s at 4.5 : 1 or better', (words, under) => {
    expect(contrast(tokens[words] ?? '', tokens[under] ?? '')).toBeGreaterThanOrEqual(4.5);
  });
});
