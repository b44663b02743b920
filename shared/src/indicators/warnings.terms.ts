import { inLanguage } from '../kernel/language.ts';
import * as en from '../words/en/indicators.ts';

/** Signals from the record that somebody should look at; nothing follows from one by itself. */
export const WARNING_KINDS = inLanguage(
  {
    medicineStopped: '停药',
    bandUp: '分档上升',
    overdue: '随访超期',
    missedVisits: '多次没有访到',
    incidentCluster: '短期内多次情况',
    guardianLost: '没有监护人',
  },
  { en: en.WARNING_KINDS },
);
export type WarningKind = keyof typeof WARNING_KINDS;
export const WARNING_KIND_KEYS = Object.keys(WARNING_KINDS) as readonly WarningKind[];

/** How soon somebody should look, the soonest last. */
export const WARNING_GRADES = inLanguage({ 1: '关注', 2: '预警', 3: '紧急' }, { en: en.WARNING_GRADES });
export type WarningGrade = 1 | 2 | 3;

export const WARNING_STATES = inLanguage(
  { open: '待查看', acknowledged: '已查看', closed: '已处理', over: '情况已消失' },
  { en: en.WARNING_STATES },
);
export type WarningState = keyof typeof WARNING_STATES;

/** What somebody who looks may do first. A proposal: people decide. */
export const WARNING_ADVICE: Readonly<Record<WarningKind, string>> = inLanguage(
  {
    medicineStopped: '问清楚为什么停药，请精防医生看用药',
    bandUp: '核对评估，按新的分档安排随访',
    overdue: '安排人随访；人不在的，按外出或失访办理',
    missedVisits: '换时间、换人再去，问村里和亲属',
    incidentCluster: '请团队一起研判，考虑个案管理',
    guardianLost: '和家属、村里商量，落实监护人',
  },
  { en: en.WARNING_ADVICE },
);
