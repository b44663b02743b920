import type { RefusalTable } from '../kernel/refusals.ts';

export const DUTY_REFUSALS = {
  /** It is counted by the software, or there is no such duty. */
  DUTY_NEEDS_NO_EVIDENCE: { status: 422, say: '这项责任由系统自动统计，不用补记', retry: false },
  EVIDENCE_DAY_WRONG: { status: 422, say: '只能补记本期和上一期、今天以前做的事', retry: false },
  /** A supervision letter is answered on a day to come. */
  LETTER_DAY_WRONG: { status: 422, say: '答复期限要在今天以后一年以内', retry: false },
  /** It goes to somebody who works in the township. */
  LETTER_NEEDS_RECEIVER: { status: 422, say: '督办要发给本乡镇的在岗人员', retry: false },
  LETTER_ANSWERED: { status: 409, say: '对方已经答复，不能再改发给别人', retry: false },
  LETTER_NOT_ANSWERED: { status: 409, say: '还没有答复，不能办结', retry: false },
  LETTER_CLOSED: { status: 409, say: '这件督办已经办结', retry: false },
  /** Another township’s, or none. */
  EVIDENCE_ACTIVITY_WRONG: { status: 422, say: '没有找到本乡镇的这次活动', retry: false },
} as const satisfies RefusalTable;
