/** Whether a write that waits on this phone hands in a clue. */
export const isClueUrl = (url: string): boolean => /^\/areas\/[^/]+\/screening\/clues$/.test(url);
