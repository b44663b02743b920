import type { RefusalTable } from '../kernel/refusals.ts';

/** Why an upload of a list is not read. */
const WORKBOOK_REFUSALS = {
  FILE_EMPTY: { status: 400, say: '文件是空的', retry: false },
  FILE_TOO_LARGE: { status: 413, say: '文件超过 5 MB，请删去图片或分成几个文件', retry: false },
  FILE_TOO_LARGE_INSIDE: { status: 413, say: '文件展开后太大，请另存为新的 .xlsx 文件后再试', retry: false },
  FILE_NOT_XLSX: { status: 400, say: '只能导入 .xlsx 文件，请用表格软件另存为 .xlsx', retry: false },
  FILE_OLD_XLS: { status: 400, say: '这是旧的 .xls 文件，请用表格软件另存为 .xlsx', retry: false },
  FILE_ENCRYPTED: { status: 400, say: '文件设了密码，请去掉密码后再导入', retry: false },
  FILE_MACROS: { status: 400, say: '文件带有宏，请另存为不带宏的 .xlsx 文件', retry: false },
  FILE_DAMAGED: { status: 400, say: '文件已损坏，打不开，请重新保存后再试', retry: false },
  FILE_TOO_COMPLEX: { status: 400, say: '文件太复杂，读不完，请分成几个文件后再试', retry: false },
  TOO_MANY_SHEETS: { status: 400, say: '工作表超过 20 张，请分成几个文件', retry: false },
  TOO_MANY_ROWS: { status: 400, say: '一张工作表的行数太多，请分成几张', retry: false },
  TOO_MANY_COLUMNS: { status: 400, say: '一张工作表超过 60 列，请删去多余的列', retry: false },
  TOO_MANY_MERGES: { status: 400, say: '合并的单元格太多，请取消合并后再试', retry: false },
} as const satisfies RefusalTable;
export type WorkbookFault = keyof typeof WORKBOOK_REFUSALS;
export const WORKBOOK_FAULTS = Object.keys(WORKBOOK_REFUSALS) as readonly WorkbookFault[];

export const INTAKE_REFUSALS = {
  ...WORKBOOK_REFUSALS,
  /** No sheet with the head of the responsibility list. */
  LIST_NOT_FOUND: { status: 400, say: '没有找到责任清单的表头，请使用规定的表格', retry: false },
  /** The preview was confirmed or put aside already. */
  IMPORT_NOT_OPEN: { status: 409, say: '这次导入已经处理过了', retry: false },
  /** A row was confirmed that is refused, waits for an answer, or has nothing to write. */
  IMPORT_ROW_NOT_READY: { status: 409, say: '有的行还不能导入，请先处理其中的问题', retry: false },
  /** An answer that is not among the options. */
  IMPORT_ANSWER_UNKNOWN: { status: 400, say: '请从给出的选项里选择', retry: false },
} as const satisfies RefusalTable;
