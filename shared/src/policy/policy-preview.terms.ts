/** What becomes of one date: sooner, later (of a visit or a review of a case: from the next one on), new, or gone. */
export type DateMove = 'earlier' | 'later' | 'added' | 'dropped';
export type DateMoves = { readonly [M in DateMove]: number };
export const NO_MOVES: DateMoves = { earlier: 0, later: 0, added: 0, dropped: 0 };

/** The dates that a policy makes. */
export const MOVED_DATES = {
  visit: '随访',
  riskReview: '定期评估',
  healthExam: '健康体检',
  refill: '续药',
  injection: '打长效针的最晚日期',
  ask: '没有确认服药时再问家属',
  silence: '没有确认服药时打电话',
  caseReview: '个案管理评审',
} as const;
export type MovedDate = keyof typeof MOVED_DATES;
export const MOVED_DATE_KEYS = Object.keys(MOVED_DATES) as readonly MovedDate[];

/** How many of each kind of date a change moves which way; a kind of which nothing moves is absent. */
export type MovesByDate = { readonly [K in MovedDate]?: DateMoves };
