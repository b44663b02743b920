import { z } from 'zod';
import { contract, Day, IdPageQuery, IdText, Instant, keysOf, PageOf, Version, Words } from '../kernel/contract.ts';
import { CluePersonBody } from './clue.contract.ts';
import * as routes from './notice.routes.ts';
import { NOTICE_SOURCES, NOTICE_STATES, type NoticeSource, type NoticeState } from './notice.terms.ts';

const OfNotice = z.strictObject({ noticeId: IdText });
const RecordNoticeBody = z.strictObject({
  /** Made by whoever records, so that sending twice records once. */
  noticeId: IdText,
  source: keysOf<NoticeSource>(NOTICE_SOURCES),
  /** Which hospital, prison or office tells it. */
  from: Words(60),
  /** The day on which the person comes home, or came. */
  comesOn: Day,
  person: CluePersonBody,
  note: Words(300).optional(),
});
/** No words of anybody: the answer is kept beside its key. */
const NoticeRef = z.object({ noticeId: IdText, state: keysOf<NoticeState>(NOTICE_STATES), version: Version }).meta({ id: 'NoticeRef' });
const NoticesQuery = IdPageQuery.extend({ state: keysOf<NoticeState>(NOTICE_STATES).optional() });
const NoticeShown = z
  .object({
    noticeId: IdText,
    areaName: z.string(),
    nameless: z.string().nullable(),
    source: keysOf<NoticeSource>(NOTICE_SOURCES),
    state: keysOf<NoticeState>(NOTICE_STATES),
    comesOn: Day,
    receivedAt: Instant,
    teamDueOn: Day,
    visitDueOn: Day,
    /** Whether the seats are held without which nobody is ready. */
    team: z.boolean(),
    visitedOn: Day.nullable(),
    late: z.boolean(),
  })
  .meta({ id: 'NoticeShown' });
const NoticeAnswer = NoticeShown.extend({
  areaId: IdText,
  person: CluePersonBody.nullable(),
  from: z.string().nullable(),
  note: z.string().nullable(),
  receivedBy: z.string(),
  patientId: IdText.nullable(),
  clueId: IdText.nullable(),
  version: Version,
}).meta({ id: 'Notice' });
const MatchNoticeBody = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('file'), patientId: IdText, version: Version }),
  /** Nobody of that name has a file: whoever screens looks into it. */
  z.strictObject({ as: z.literal('clue'), clueId: IdText, villageId: IdText, version: Version }),
]);
const FinishNoticeBody = z.discriminatedUnion('as', [
  z.strictObject({ as: z.literal('done'), version: Version }),
  z.strictObject({ as: z.literal('withdrawn'), reason: Words(200), version: Version }),
]);

export const recordNoticeContract = contract({
  route: routes.recordNotice,
  summary: 'Write down that somebody comes home from hospital, compulsory treatment or custody: the office of the place is told',
  door: 'notice:record',
  params: z.strictObject({ areaId: IdText }),
  body: RecordNoticeBody,
  answer: NoticeRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'FILE_NOT_RIGHT'],
  once: true,
});
export const listNoticesContract = contract({
  route: routes.listNotices,
  summary: 'Notices of the reader’s areas, newest first, with team, first visit and what is late; nobody is named',
  door: 'notice:read',
  query: NoticesQuery,
  answer: PageOf(NoticeShown),
  refusals: [],
});
export const readNoticeContract = contract({
  route: routes.readNotice,
  summary: 'One notice; that it was read is noted',
  door: 'notice:read',
  params: OfNotice,
  answer: NoticeAnswer,
  refusals: ['NOT_FOUND_OR_NO_ACCESS'],
});
export const matchNoticeContract = contract({
  route: routes.matchNotice,
  summary: 'Whose file it is: the first visit comes in time; or, without a file, a clue',
  door: 'notice:handle',
  params: OfNotice,
  body: MatchNoticeBody,
  answer: NoticeRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'STALE', 'NOTICE_ENDED', 'NOTICE_MATCHED', 'FILE_NOT_RIGHT'],
  once: true,
});
export const finishNoticeContract = contract({
  route: routes.finishNotice,
  summary: 'The person was received: the team stands and somebody has been there; or the notice was a mistake',
  door: 'notice:handle',
  params: OfNotice,
  body: FinishNoticeBody,
  answer: NoticeRef,
  refusals: ['NOT_FOUND_OR_NO_ACCESS', 'STALE', 'NOTICE_ENDED', 'NOTICE_NOT_MATCHED', 'NOTICE_WITHOUT_TEAM', 'NOTICE_WITHOUT_VISIT'],
  once: true,
});

export type OfNotice = z.input<typeof OfNotice>;
export type RecordNoticeBody = z.input<typeof RecordNoticeBody>;
export type NoticeRef = z.infer<typeof NoticeRef>;
export type NoticesQuery = z.input<typeof NoticesQuery>;
export type NoticeShown = z.infer<typeof NoticeShown>;
export type NoticesPage = { rows: NoticeShown[]; next: string | null };
export type NoticeAnswer = z.infer<typeof NoticeAnswer>;
export type MatchNoticeBody = z.input<typeof MatchNoticeBody>;
export type FinishNoticeBody = z.input<typeof FinishNoticeBody>;
