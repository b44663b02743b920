/** How long nobody may touch a phone that shows people's names, in ms, before it covers them. */
export const IDLE_MS = 10 * 60_000;

/** A clock that jumped back counts as idle too: the cover costs one tap. */
export const isIdle = (lastTouch: number, now: number, idleMs: number): boolean => Math.abs(now - lastTouch) >= idleMs;
