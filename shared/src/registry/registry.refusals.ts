import type { RefusalTable } from '../kernel/refusals.ts';

export const REGISTRY_REFUSALS = {
  /** Fields that contradict each other or cannot be; the answer names them. */
  FILE_NOT_RIGHT: { status: 422, say: '有几处填得不对，请看标出的地方', retry: false },
  /** The number is on a file that the caller may see, or may not: the words are the same. */
  DOCUMENT_TAKEN: { status: 409, say: '这个证件号码已经登记在另一份档案上；查不到那份档案的，请联系县级管理员', retry: false },
  /** A new file may be of a person who has one. Creating in spite of that needs a reason. */
  PATIENT_MAY_EXIST: { status: 409, say: '可能已有同一人的档案，请先核对；确实是另一个人的，请写明理由', retry: false },
  /** A file with this id was created before. */
  PATIENT_EXISTS: { status: 409, say: '这份档案已经建好了', retry: false },
  /** A file cannot be merged with itself, nor with one that was merged already. */
  MERGE_NOT_FITTING: { status: 409, say: '这两份档案不能合并，请刷新后核对', retry: false },
  MERGE_PROPOSED_ALREADY: { status: 409, say: '已有人提出合并其中一份档案，请先处理那一件', retry: false },
  MERGE_NOT_OPEN: { status: 409, say: '这件合并已经处理过了', retry: false },
  /** Proposed by one person, decided by another. */
  MERGE_SAME_PERSON: { status: 403, say: '合并须由提出人以外的另一人决定', retry: false },
  /** Money is paid by one agreement for one patient. */
  MERGE_TWO_AGREEMENTS: { status: 409, say: '两份档案各有一份未结束的监护协议，请先终止其中一份', retry: false },
  MERGE_MOVE_WAITING: { status: 409, say: '要并入的档案正在交接，请先办完交接或撤回', retry: false },
  /** The kept file was itself merged on, or its numbers were given to somebody else. */
  MERGE_UNDO_BLOCKED: { status: 409, say: '合并以后又有变动，现在不能撤销，请先处理后面的合并或证件号码', retry: false },
} as const satisfies RefusalTable;
