/** The longest voice note, in milliseconds. */
export const MOST_MS = 60_000;

/** A recording that goes on. `done` is its file in base64, also when the time is up; undefined when the phone recorded nothing. */
export type Recording = { readonly stop: () => void; readonly done: Promise<string | undefined> };
