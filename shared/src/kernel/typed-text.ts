/** Control and bidirectional-override characters, and halves of characters that have lost the other half. */
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]/u;

/** Whether a text can be shown as it was typed: nothing in it hides, turns around or breaks what stands beside it. */
export const isPlain = (text: string): boolean => !UNPRINTABLE.test(text);
