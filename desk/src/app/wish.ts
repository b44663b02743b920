/** What a person wants done, with the key under which the server does it once. */
export type Wish = { readonly text: string; readonly key: string };

/**
 * The wish to send: the one before as long as the person wants the very same thing, so that pressing again after a lost answer is a
 * repetition, not a second deed.
 */
export function wishFor(before: Wish | undefined, wanted: unknown, newKey: () => string): Wish {
  const text = JSON.stringify(wanted);
  return before?.text === text ? before : { text, key: newKey() };
}
