/** What is held and written down by whoever held it; about no patient. */
export const LOGGED_KINDS = {
  publicity: '宣传',
  lecture: '讲座',
  training: '业务培训',
  guidance: '下乡指导',
  familyTraining: '家庭康复培训',
  familyTeam: '温馨家园活动',
} as const;
export type LoggedKind = keyof typeof LOGGED_KINDS;

/** Drills are logged beside the roster of who is on duty, and stand among the activities. */
export const ACTIVITY_KINDS = { ...LOGGED_KINDS, drill: '应急演练' } as const;
export type ActivityKind = keyof typeof ACTIVITY_KINDS;

/** Photographs of one activity: more than that is an album. */
export const MOST_PHOTOS = 9;
