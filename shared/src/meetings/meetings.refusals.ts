import type { RefusalTable } from '../kernel/refusals.ts';

export const MEETING_REFUSALS = {
  /** Another step comes next, or the minutes are issued and stay as they are. */
  MEETING_MOVE_NOT_ALLOWED: { status: 409, say: '会议现在不能做这一步，请刷新后再看', retry: false },
  /** Minutes are written from the day of the meeting on. */
  MEETING_NOT_HELD: { status: 422, say: '还没到开会那天，不能写纪要', retry: false },
  /** A unit is invited once, is an office of the township or above, and there is at least one. */
  MEETING_UNITS_WRONG: { status: 422, say: '请选择本乡镇的单位，每个单位选一次', retry: false },
  /** It would be longer than a year ago or ahead. */
  MEETING_DAY_WRONG: { status: 422, say: '会议日期只能在前后一年以内', retry: false },
  /** Whoever is to do something works in the township. */
  DECISION_NEEDS_OWNER: { status: 422, say: '负责人要是本乡镇的在岗人员', retry: false },
  DECISION_DAY_WRONG: { status: 422, say: '办结日期不能早于开会那天', retry: false },
  DECISION_DONE: { status: 409, say: '这项决定已经办结', retry: false },
  /** Somebody of the unit works here and countersigns for it. */
  COUNTERSIGN_NOT_ON_PAPER: { status: 422, say: '这个单位有人在用“关护”，请本单位会签', retry: false },
  COUNTERSIGNED_ALREADY: { status: 409, say: '这个单位已经对这一稿会签过了', retry: false },
  OBJECTION_NEEDS_WORDS: { status: 422, say: '不同意请写明理由', retry: false },
  COUNTERSIGN_MISSING: { status: 409, say: '还有单位没有会签同意，不能印发', retry: false },
} as const satisfies RefusalTable;
