/** Money that was got by deceit and is asked back: a debt of its own, never taken from another payment. */
export const RECOVERY_STATES = { proposed: '待第二人同意', owed: '待退还', settled: '已退还', withdrawn: '已撤销' } as const;
export type RecoveryState = keyof typeof RECOVERY_STATES;
export const RECOVERY_STATE_CODES = Object.keys(RECOVERY_STATES) as [RecoveryState, ...RecoveryState[]];
