import { createRequire } from 'node:module';
import * as fontkit from 'fontkit';

const path = (file: string) => createRequire(import.meta.url).resolve(`@expo-google-fonts/noto-serif-sc/${file}`);
/** Noto Serif SC (SIL OFL 1.1): every Han character of GB 18030's first two levels, CJK Extension A, and some of B to F. */
export const FONTS = {
  body: path('400Regular/NotoSerifSC_400Regular.ttf'),
  bold: path('600SemiBold/NotoSerifSC_600SemiBold.ttf'),
} as const;

/** Marks without a shape of their own: which variant of a character is meant, where a line may break, which way text runs. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}/gu;
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g;

/**
 * Makes text printable: what the font cannot draw is written as its number, 〔U+2A6D6〕, and remembered. A rare character of somebody's name
 * never becomes a blank.
 * @returns a function for each text, and the numbers that it had to write so far
 */
export function printableText(): { readonly of: (text: string) => string; readonly missing: ReadonlySet<string> } {
  const font = fontkit.openSync(FONTS.body);
  if (!('hasGlyphForCodePoint' in font)) throw new Error('the font is a collection');
  const missing = new Set<string>();
  const written = (character: string): string => {
    const point = character.codePointAt(0) ?? 0;
    if (character === '\n' || font.hasGlyphForCodePoint(point)) return character;
    const number = `U+${point.toString(16).toUpperCase().padStart(4, '0')}`;
    missing.add(number);
    return `〔${number}〕`;
  };
  const of = (text: string) =>
    Array.from(text.normalize('NFC').replaceAll('\t', ' ').replace(INVISIBLE, '').replace(CONTROL, ''), written).join('');
  return { of, missing };
}
