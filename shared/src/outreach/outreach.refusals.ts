import type { RefusalTable } from '../kernel/refusals.ts';

export const OUTREACH_REFUSALS = {
  /** Ahead of today, or longer ago than a year. */
  ACTIVITY_DAY_WRONG: { status: 422, say: '活动日期要在今天以前、一年以内', retry: false },
  ACTIVITY_PHOTOS_FULL: { status: 409, say: '一次活动最多 9 张照片', retry: false },
  /** Nothing else can be looked through for who is on it. */
  ACTIVITY_PHOTO_NOT_PICTURE: { status: 422, say: '这里只能放照片', retry: false },
} as const satisfies RefusalTable;
