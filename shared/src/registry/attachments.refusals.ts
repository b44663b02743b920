import type { RefusalTable } from '../kernel/refusals.ts';

export const ATTACHMENT_REFUSALS = {
  /** The content is none of the kinds that are kept, whatever the file's name says. */
  FILE_TYPE_NOT_KEPT: { status: 422, say: '只能上传 JPEG、PNG 图片，PDF 文件或 MP3、WAV 录音', retry: false },
  /** It begins like a picture, a document or a recording and then breaks off or contradicts itself. */
  FILE_BROKEN: { status: 422, say: '文件已损坏，请重新拍照、扫描或录音', retry: false },
  /** A PDF that would run a program or carries other files. */
  FILE_ACTIVE: { status: 422, say: '这份 PDF 带有程序或附件，请打印后重新扫描再上传', retry: false },
  FILE_TOO_LARGE: { status: 413, say: '文件不能超过 8 MB，请压缩后再上传', retry: false },
  /** Somebody took it out of the file; who and why stands in the list. */
  FILE_REMOVED: { status: 410, say: '这份材料已经移除', retry: false },
  /** A signed agreement, an application or an objection rests on it. */
  FILE_IS_EVIDENCE: { status: 409, say: '协议、奖补申请或异议以这份材料为依据，不能移除', retry: false },
} as const satisfies RefusalTable;
