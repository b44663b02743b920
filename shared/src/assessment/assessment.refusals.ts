import type { RefusalTable } from '../kernel/refusals.ts';

export const ASSESSMENT_REFUSALS = {
  /** The doctor decides, and says why when not as proposed. */
  OVERRIDE_NEEDS_REASON: { status: 422, say: '与系统建议的分类不同，请写明理由', retry: false },
  /** A calmer band is decided by two people; until then the band stays. */
  BAND_DOWNGRADE_NEEDS_TWO: { status: 409, say: '下调分色需要两人商定，暂按原分色管理', retry: false },
} as const satisfies RefusalTable;
