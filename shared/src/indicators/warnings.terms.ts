/** Signals from the record that somebody should look at; nothing follows from one by itself. */
export const WARNING_KINDS = {
  medicineStopped: '停药',
  bandUp: '分档上升',
  overdue: '随访超期',
  missedVisits: '多次没有访到',
  incidentCluster: '短期内多次情况',
  guardianLost: '没有监护人',
} as const;
export type WarningKind = keyof typeof WARNING_KINDS;
export const WARNING_KIND_KEYS = Object.keys(WARNING_KINDS) as readonly WarningKind[];

/** How soon somebody should look, the soonest last. */
export const WARNING_GRADES = { 1: '关注', 2: '预警', 3: '紧急' } as const;
export type WarningGrade = 1 | 2 | 3;

export const WARNING_STATES = { open: '待查看', acknowledged: '已查看', closed: '已处理', over: '情况已消失' } as const;
export type WarningState = keyof typeof WARNING_STATES;
