import type { RefusalTable } from '../kernel/refusals.ts';

export const VISIT_PHOTO_REFUSALS = {
  VISIT_PHOTOS_FULL: { status: 409, say: '一次随访最多 3 张照片', retry: false },
  /** A document is put into the file, not to a visit. */
  VISIT_PHOTO_NOT_PICTURE: { status: 422, say: '这里只能放照片，其他材料请在档案里上传', retry: false },
} as const satisfies RefusalTable;
