import type { RefusalTable } from '../kernel/refusals.ts';

export const TRANSFER_REFUSALS = {
  /** It was answered or withdrawn already. */
  TRANSFER_NOT_WAITING: { status: 409, say: '这次跨县移交已经有结果，请刷新', retry: false },
  TRANSFER_ALREADY_WAITING: { status: 409, say: '已经有一次跨县移交在等外县答复', retry: false },
  /** The own county, one that does not take part, or no township. */
  TRANSFER_DESTINATION_NOT_FITTING: { status: 422, say: '请选择外县的乡镇（街道）', retry: false },
  /** The place that was chosen is no village of the township that was asked. */
  TRANSFER_VILLAGE_NOT_FITTING: { status: 422, say: '请选择本乡镇（街道）的村（居）', retry: false },
} as const satisfies RefusalTable;
