import type { RefusalTable } from '../kernel/refusals.ts';

export const EXCHANGE_REFUSALS = {
  /** No sheet has a head with a name and an ID number or a birth. */
  EXCHANGE_LIST_NOT_FOUND: { status: 400, say: '没有找到名单的表头：要有“姓名”，还要有“身份证号”或“出生日期”', retry: false },
  /** The round was signed: nothing of it changes any more. */
  EXCHANGE_SIGNED: { status: 409, say: '这个月的交换已经签认，不能再改', retry: false },
  /** Nobody signed it in time, and its lists are erased. */
  EXCHANGE_LAPSED: { status: 409, say: '这个月的交换没有按期签认，名单已按规定删除', retry: false },
  /** Each department hands in, answers and enters what is its own. */
  EXCHANGE_NOT_YOUR_DEPARTMENT: { status: 403, say: '这是别的部门的事，请由那个部门办理', retry: false },
  /** The row was decided already, or needs no decision. */
  EXCHANGE_ROW_DECIDED: { status: 409, say: '这一行已经确认过了', retry: false },
  /** The patient named is none of those whom the row may mean. */
  EXCHANGE_NOT_OFFERED: { status: 400, say: '请从列出的人里选择', retry: false },
  /** Two rows of one list cannot be one person. */
  EXCHANGE_PERSON_TAKEN: { status: 409, say: '这个人在本部门的名单里已经对上了另一行', retry: false },
  EXCHANGE_ANSWERED: { status: 409, say: '这一项已经答复过了', retry: false },
  /** A correction that is no value of the field. */
  EXCHANGE_VALUE_UNKNOWN: { status: 400, say: '这个写法不认识，请从选项里选择', retry: false },
  EXCHANGE_REASON_MISSING: { status: 400, say: '请写明争议在哪里', retry: false },
  EXCHANGE_LIST_MISSING: { status: 409, say: '还有部门没有交名单，截止日以前不能签认', retry: false },
  EXCHANGE_ROWS_OPEN: { status: 409, say: '还有行没有确认是谁，不能签认', retry: false },
  EXCHANGE_DIFFERENCES_OPEN: { status: 409, say: '还有不一致没有答复，不能签认', retry: false },
} as const satisfies RefusalTable;
