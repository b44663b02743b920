import type { RefusalTable } from '../kernel/refusals.ts';

export const RIGHTS_REFUSALS = {
  REQUEST_MOVE_NOT_ALLOWED: { status: 409, say: '这件申请现在不能这样办理，请刷新后再看', retry: false },
  /** The officer whose answer is contested does not answer the contest. */
  REQUEST_ANSWERED_BY_YOU: { status: 403, say: '您已经答复过，复核须由县里另一位管理员办理', retry: false },
  /** Maker and approver are two persons. */
  EXPORT_OWN_REQUEST: { status: 403, say: '不能审批自己的导出申请', retry: false },
  EXPORT_NOT_OPEN: { status: 409, say: '这份导出申请已经办理过了', retry: false },
  /** Not approved, refused, or past its time. */
  EXPORT_NOT_APPROVED: { status: 409, say: '这份导出还没有批准，或者已经过期', retry: false },
  /** Only the person who asked receives the file: the watermark bears their name. */
  EXPORT_OF_ANOTHER: { status: 403, say: '导出文件只能由申请人本人下载', retry: false },
  /** One answer for every reason: whoever has found a phone learns nothing about its account. */
  HAND_IN_NOT_POSSIBLE: { status: 403, say: '这部手机不能再上交了，写好的内容还在手机里，请带手机到乡镇办公室', retry: false },
  HANDED_IN_DECIDED: { status: 409, say: '这一条已经有人核对过了', retry: false },
  HANDED_IN_BY_YOU: { status: 403, say: '自己写的不能自己核对，请另一位同事办理', retry: false },
} as const satisfies RefusalTable;
