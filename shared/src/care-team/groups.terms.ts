import type { AreaKind } from '../access/access.terms.ts';

/** The standing groups of a place: the township's leads, the village's joint team serves. */
export const GROUP_KINDS = { comprehensiveGroup: '综合管理小组', jointServiceTeam: '联合服务管理小组' } as const;
export type GroupKind = keyof typeof GROUP_KINDS;

/** Which group an area has; a county has none of its own here. */
export const groupKindOf = (kind: Exclude<AreaKind, 'county'>): GroupKind =>
  kind === 'township' ? 'comprehensiveGroup' : 'jointServiceTeam';

export const GROUP_ROLES = { lead: '组长', deputyLead: '副组长', member: '成员' } as const;
export type GroupRole = keyof typeof GROUP_ROLES;
