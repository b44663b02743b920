import type { Permission } from '../access/permissions.rules.ts';

/** What somebody who broke the glass may look at while it lasts. Nothing can be written, and no list shows more than before. */
export const BREAK_GLASS_READS = [
  'patient:read',
  'team:read',
  'medication:read',
  'visit:read',
  'visit:read-next',
] as const satisfies readonly Permission[];

/** What the review of an emergency opening found. */
export const REVIEW_VERDICTS = { justified: '理由成立', unjustified: '理由不成立，已要求说明' } as const;
export type ReviewVerdict = keyof typeof REVIEW_VERDICTS;
