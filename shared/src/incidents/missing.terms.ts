export const MISSING_STATES = { searching: '查找中', found: '已找到' } as const;
export type MissingState = keyof typeof MISSING_STATES;

/** How somebody was found. A death is recorded as a turn of the file's life, which ends the search. */
export const FOUND_CONDITIONS = { well: '平安', hurt: '受伤或不适，已送医', elsewhere: '在外地，暂时不能回来' } as const;
export type FoundCondition = keyof typeof FOUND_CONDITIONS;
export const FOUND_CONDITION_KEYS = ['well', 'hurt', 'elsewhere'] as const satisfies readonly FoundCondition[];
/** How a search ended. */
export const SEARCH_ENDS = { ...FOUND_CONDITIONS, death: '已经去世' } as const;
export type SearchEnd = keyof typeof SEARCH_ENDS;
export const SEARCH_END_KEYS = [...FOUND_CONDITION_KEYS, 'death'] as const satisfies readonly SearchEnd[];

/** Who gets the written report. */
export const REPORT_RECEIVERS = { police: '公安机关', committee: '政法委' } as const;
export type ReportReceiver = keyof typeof REPORT_RECEIVERS;
export const REPORT_RECEIVER_KEYS = ['police', 'committee'] as const satisfies readonly ReportReceiver[];
