/** Who tells that somebody comes home. */
export const NOTICE_SOURCES = {
  hospital: '医院出院',
  compulsoryMedical: '解除强制医疗',
  compulsoryDrugRehab: '强制隔离戒毒期满',
  custody: '刑满释放、解除羁押',
  communityCorrection: '社区矫正衔接',
} as const;
export type NoticeSource = keyof typeof NOTICE_SOURCES;

export const NOTICE_STATES = {
  open: '待核对身份',
  matched: '已对上档案，待接收',
  done: '已接收',
  toClue: '没有档案，已转线索',
  withdrawn: '通知有误，已结案',
} as const;
export type NoticeState = keyof typeof NOTICE_STATES;
/** Nothing more happens to it but that its words are erased. */
export const isNoticeEnded = (state: NoticeState): boolean => state !== 'open' && state !== 'matched';
