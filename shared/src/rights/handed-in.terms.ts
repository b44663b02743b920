/** What became of a write that a phone handed in after its session had ended. */
export const HANDED_IN_STATES = { waiting: '等核对', takenOver: '已接手', setAside: '不采用' } as const;
export type HandedInState = keyof typeof HANDED_IN_STATES;

/** What an office may decide about it. */
export const HANDED_IN_DECISIONS = { takenOver: '接手，记入档案', setAside: '不采用' } as const;
export type HandedInDecision = keyof typeof HANDED_IN_DECISIONS;
