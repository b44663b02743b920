import type { RefusalTable } from '../kernel/refusals.ts';

export const SCREENING_REFUSALS = {
  /** A form, question or group that was never asked. */
  CLUE_FORM_UNKNOWN: { status: 422, say: '调查表的题目变了，请更新后重新填写', retry: false },
  /** Nothing was answered 有 and no group is named. */
  CLUE_WITHOUT_SIGN: { status: 422, say: '没有一项是“有”，也不属于排查对象，不需要填线索', retry: false },
  /** Nobody can be looked for without a name or what they are called by. */
  CLUE_NOT_DESCRIBED: { status: 409, say: '还没有写是谁，请先补充姓名或平时的称呼', retry: false },
  CLUE_ENDED: { status: 409, say: '这条线索已经办结', retry: false },
  /** Whether the person is known comes before everything else. */
  CLUE_NOT_CHECKED: { status: 409, say: '请先核对是不是已经有档案', retry: false },
  CLUE_CHECKED: { status: 409, say: '这条线索已经核对过，等诊断复核', retry: false },
  /** The document is on a file or another clue: it is the same person. */
  CLUE_IS_KNOWN: { status: 409, say: '证件号码和已有的档案或线索相同，是同一个人', retry: false },
  /** Somebody says why it is another person than those who are alike. */
  CLUE_MAY_BE_KNOWN: { status: 409, say: '有姓名相同或相近的人，请说明为什么不是同一个人', retry: false },
  /** A person would be lost if their clue ended as the same as one that nobody follows. */
  CLUE_WITHOUT_ISSUE: { status: 409, say: '那条线索已经结案，没有人再跟进，不能并到那里', retry: false },
  CLUE_REVIEW_DAY_WRONG: { status: 422, say: '复核日期要在收到线索以后、今天以前', retry: false },
  /** Stages are out of order, too long, or over already. */
  CAMPAIGN_DAYS_WRONG: { status: 422, say: '四个阶段要按先后排，最长一年，结束日不能已经过去', retry: false },
  CAMPAIGN_NOT_RUNNING: { status: 409, say: '排查还没开始或已经结束', retry: false },
  VILLAGE_HAS_CLUES: { status: 409, say: '村里已经交了线索，请答“线索已交”', retry: false },
  VILLAGE_WITHOUT_CLUES: { status: 409, say: '还没有收到村里的线索，请先交线索再答复', retry: false },
  GAP_FILLED: { status: 409, say: '这个问题已经补上了', retry: false },
  GAP_VILLAGE_SILENT: { status: 409, say: '村里还没有答复，答复以后才能说补上了', retry: false },
  NOTICE_ENDED: { status: 409, say: '这份通知已经办结', retry: false },
  NOTICE_MATCHED: { status: 409, say: '这份通知已经对上档案', retry: false },
  NOTICE_NOT_MATCHED: { status: 409, say: '请先对上档案', retry: false },
  /** Seats without which nobody is ready to receive somebody. */
  NOTICE_WITHOUT_TEAM: { status: 409, say: '专班还没配齐：组长、医生、民警都要到位', retry: false },
  NOTICE_WITHOUT_VISIT: { status: 409, say: '回来以后还没有人上门', retry: false },
} as const satisfies RefusalTable;
