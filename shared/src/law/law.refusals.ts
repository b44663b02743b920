import type { RefusalTable } from '../kernel/refusals.ts';

export const LAW_REFUSALS = {
  /** What is closed stays closed. */
  LEGAL_MATTER_CLOSED: { status: 409, say: '这件事已经办结，有新情况请另外登记', retry: false },
  /** A conflict is mediated, a referral is taken or not. */
  LEGAL_OUTCOME_WRONG: { status: 422, say: '这类事项没有这种结果', retry: false },
  /** Legal aid and forensic assessment are somebody’s. */
  LEGAL_NEEDS_PATIENT: { status: 422, say: '法律援助和司法鉴定要写明是哪位服务对象', retry: false },
  /** Found ahead of today, or due before it or far away. */
  LEGAL_DAY_WRONG: { status: 422, say: '发现日期不能晚于今天，期限从今天起一年以内', retry: false },
  /** Whoever sees to it holds a post there that may, and is not of the family. */
  LEGAL_OWNER_WRONG: { status: 422, say: '负责人要是当地能办这类事的同志，不能是家属', retry: false },
} as const satisfies RefusalTable;
