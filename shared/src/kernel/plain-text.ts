/** Characters that show nothing: zero-width, soft hyphen, bidirectional controls, variation selectors, byte-order mark. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff9-\ufffb\u{e0000}-\u{e0fff}]/gu;
// eslint-disable-next-line no-control-regex -- exactly the control characters that a spreadsheet smuggles in
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/g;

/** Text as a person sees it: no invisible and no control character. Line breaks become '\n'; tabs and spaces of every width stay. */
export const visibleText = (text: string): string =>
  text
    .replace(/\r\n?|\u2028|\u2029|\u0085|\u000b|\u000c/g, '\n')
    .replace(INVISIBLE, '')
    .replace(CONTROL, '');

/** `visibleText` with full-width letters, digits and signs made half-width and every white space removed: for numbers and words of a fixed list. */
export const compactText = (text: string): string => visibleText(text).normalize('NFKC').replace(/\s+/gu, '');
