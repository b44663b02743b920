/** Life of a leave that a worker asks for, or of a handover that was done for them. */
export const HANDOVER_STATES = { proposed: '等待同意', done: '已办理', refused: '未同意', withdrawn: '已撤回' } as const;
export type HandoverState = keyof typeof HANDOVER_STATES;
