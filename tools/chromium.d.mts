/** Path of a Chromium: CHROMIUM_PATH, or one of the usual places. */
export function findChromium(): string | undefined;
