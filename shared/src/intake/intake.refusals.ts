import type { RefusalTable } from '../kernel/refusals.ts';

export const INTAKE_REFUSALS = {
  /** Not an .xlsx: another format, encrypted, or broken. */
  FILE_NOT_WORKBOOK: { status: 400, say: '请上传 .xlsx 格式的表格文件', retry: false },
  /** Larger, or inflating to more, than a list can be. */
  FILE_TOO_BIG: { status: 413, say: '表格太大，请只保留责任清单再上传', retry: false },
  /** No sheet with the head of the responsibility list. */
  LIST_NOT_FOUND: { status: 400, say: '没有找到责任清单的表头，请使用规定的表格', retry: false },
  /** The preview was confirmed or put aside already. */
  IMPORT_NOT_OPEN: { status: 409, say: '这次导入已经处理过了', retry: false },
  /** A row was confirmed that is refused, waits for an answer, or has nothing to write. */
  IMPORT_ROW_NOT_READY: { status: 409, say: '有的行还不能导入，请先处理其中的问题', retry: false },
  /** An answer that is not among the options. */
  IMPORT_ANSWER_UNKNOWN: { status: 400, say: '请从给出的选项里选择', retry: false },
} as const satisfies RefusalTable;
