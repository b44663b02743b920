/** Characters that show nothing: zero-width, soft hyphen, bidirectional controls, variation selectors, fillers, byte-order mark. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cf}]/gu;
/** Line ends of every kind that files hold. */
const LINE_END = /\r\n?|[\u000b\u000c\u0085\u2028\u2029]/g;
const CONTROL = /(?![\t\n])\p{Cc}/gu;

/** Text as a person sees it: no invisible and no control character. Line breaks become '\n'; tabs and spaces of every width stay. */
export const visibleText = (text: string): string => text.replace(LINE_END, '\n').replace(INVISIBLE, '').replace(CONTROL, '');

/** `visibleText` with full-width letters, digits and signs made half-width and every white space removed: for numbers and words of a fixed list. */
export const compactText = (text: string): string => visibleText(text).normalize('NFKC').replace(/\s+/gu, '');
