import type { RefusalTable } from '../kernel/refusals.ts';

export const AGREEMENT_REFUSALS = {
  /** The life of an agreement has no such move from its present state. */
  AGREEMENT_MOVE_NOT_ALLOWED: { status: 409, say: '协议当前的状态不能这样办理，请刷新后再看', retry: false },
  /** Longer than a year, ends before it starts, or starts too far in the past. */
  AGREEMENT_TERM_INVALID: { status: 422, say: '协议期限不对：最长一年，开始日期不能太早', retry: false },
  /** One live agreement for a patient, and no two terms that overlap. */
  AGREEMENT_OVERLAPS: { status: 409, say: '这名患者在这段时间已有协议', retry: false },
  /** The other party must be a guardian of this patient today. */
  AGREEMENT_NEEDS_GUARDIAN: { status: 422, say: '请先登记这名患者的监护人', retry: false },
  /** An agreement is drawn up only from an application that all three levels agreed to, and over days that it asked for. */
  AGREEMENT_NEEDS_APPLICATION: { status: 409, say: '要先有批准的申请，才能起草协议；协议期限不能超出批准的期限', retry: false },
  /** The life of an application has no such move from its present state. */
  APPLICATION_MOVE_NOT_ALLOWED: { status: 409, say: '申请当前的状态不能这样办理，请刷新后再看', retry: false },
  /** One application for a patient at a time. */
  APPLICATION_LIVES: { status: 409, say: '这名患者已有一份申请在办理', retry: false },
  /** Sending back, refusing, and going on against a rule or a department need their reasons. */
  APPLICATION_NEEDS_WORDS: {
    status: 422,
    say: '请写明理由：退回、不同意，或者有不符合的项目、不同意的部门而仍然同意时，都要写',
    retry: false,
  },
  /** The township waits for every department. */
  APPLICATION_OPINIONS_MISSING: { status: 409, say: '还有部门没有提出意见', retry: false },
  /** Opinions are each department's own, by the holder of its post. */
  APPLICATION_NOT_YOUR_DEPARTMENT: { status: 403, say: '您的岗位不代表这个部门', retry: false },
  /** One opinion of a department in a round, and nobody speaks for two. */
  APPLICATION_OPINION_GIVEN: { status: 409, say: '这个部门已有意见，或者您已提出过意见', retry: false },
  /** Nobody decides on an application to which they, or anyone they act for, are party. */
  APPLICATION_OWN_PARTY: { status: 403, say: '您是申请的当事人，不能办理这一步', retry: false },
  /** Two levels are two persons; whoever refused does not answer the objection. */
  APPLICATION_DECIDED_BY_YOU: { status: 403, say: '您已办理过这份申请的另一步，这一步要由别人办理', retry: false },
  /** The time for an objection is over. */
  APPLICATION_OBJECTION_LATE: { status: 409, say: '提出异议的期限已过，可以重新申请，或向上级部门反映', retry: false },
  /** An objection is answered one level above the refusal. */
  APPLICATION_NOT_YOUR_LEVEL: { status: 403, say: '这份异议由上一级答复', retry: false },
  /** Nobody decides on an agreement to which they, or anyone they act for, are party. */
  AGREEMENT_OWN_PARTY: { status: 403, say: '您是协议当事人，不能办理这一步', retry: false },
  /** What was signed is not the text that is on file. */
  AGREEMENT_TEXT_CHANGED: { status: 409, say: '协议内容已更新，请重新阅读后再签字', retry: false },
  /** Signing needs the text read to its end. */
  AGREEMENT_NOT_READ: { status: 422, say: '请先把协议读到最后', retry: false },
  /** Sooner after the text was handed out than anybody reads it. */
  AGREEMENT_READ_TOO_FAST: { status: 422, say: '请再看一会儿，看明白了再签字', retry: false },
  /** Whoever witnessed the guardian's signature does not sign for the township as well. */
  AGREEMENT_WITNESSED_BY_YOU: { status: 403, say: '您是签字的见证人，乡镇签章要由别人办理', retry: false },
  /** A paper is photographed or scanned: a picture or a PDF. */
  PAPER_NOT_PICTURE: { status: 422, say: '请拍照，或者选图片、PDF 文件', retry: false },
  /** Nobody has recorded exactly the words of this section. */
  CLIP_NOT_RECORDED: { status: 409, say: '这一条还没有录音', retry: false },
  /** No strokes, or only a dot. */
  SIGNATURE_EMPTY: { status: 422, say: '没有看清您的签名，请重新写一遍', retry: false },
  /** A pause or an end inside a period that is already decided, or outside the term. */
  AGREEMENT_DAY_NOT_ALLOWED: { status: 422, say: '日期不对：不能早于已认定的时段，也不能超出协议期限', retry: false },
} as const satisfies RefusalTable;
