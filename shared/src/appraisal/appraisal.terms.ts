/** The guardian's duties under the agreement, each a clause that can be found met or breached. Source: agreement skeleton, duties. */
export const DUTY_CLAUSES = {
  medication: '督促按时服药',
  observation: '每天看护，记好监护手册',
  reporting: '病情波动、走失、伤人自伤及时报告',
  visits: '配合上门随访',
  treatment: '协助送医和接回',
  rehabilitation: '协助参加康复',
  noAbuse: '不虐待、不遗弃、不关锁',
} as const;
export type DutyClause = keyof typeof DUTY_CLAUSES;
export const DUTY_CLAUSE_CODES = Object.keys(DUTY_CLAUSES) as [DutyClause, ...DutyClause[]];

/** The life of an appraisal 履责认定. */
export const APPRAISAL_STATES = {
  gathering: '收集中',
  proposed: '待两人认定',
  decided: '已认定，异议期内',
  final: '已生效',
} as const;
export type AppraisalState = keyof typeof APPRAISAL_STATES;
export const APPRAISAL_STATE_CODES = Object.keys(APPRAISAL_STATES) as [AppraisalState, ...AppraisalState[]];

export const APPRAISAL_OUTCOMES = { full: '全额', partial: '部分', zero: '不发' } as const;
export type AppraisalOutcome = keyof typeof APPRAISAL_OUTCOMES;

/** What the software proposes: pay in full, or have people look. It never proposes a deduction. */
export const PROPOSALS = { full: '建议全额', review: '需人工核实' } as const;
export type ProposalOutcome = keyof typeof PROPOSALS;
