/** What money of a budget is for. Source: the finance offices' duties to budget for the work, and for treatment of those whom nobody pays for. */
export const BUDGET_PURPOSES = {
  reward: '以奖代补',
  screening: '排查筛查',
  review: '诊断复核',
  rating: '危险性评估',
  emergency: '应急处置',
  relief: '救助',
  treatment: '治疗经费',
  rehabilitation: '康复经费',
  elsewhere: '身份不明和外地患者费用',
} as const;
export type BudgetPurpose = keyof typeof BUDGET_PURPOSES;
export const BUDGET_PURPOSE_CODES = Object.keys(BUDGET_PURPOSES) as [BudgetPurpose, ...BudgetPurpose[]];

/** Where the software knows an expenditure from: typed by finance from its voucher, or the cost of a patient that was paid. */
export const EXPENDITURE_SOURCES = { typed: '财政登记', cost: '救治护送费用' } as const;
export type ExpenditureSource = keyof typeof EXPENDITURE_SOURCES;

/** What happens to an expenditure afterwards: once each. */
export const EXPENDITURE_STEPS = { checked: '监督检查', takenBack: '冲回' } as const;
export type ExpenditureStep = keyof typeof EXPENDITURE_STEPS;
