import { route } from '../kernel/route.ts';
import type * as C from './notice.contract.ts';

export const recordNotice = route<{ params: { areaId: string }; body: C.RecordNoticeBody; answer: C.NoticeRef }>()(
  'POST',
  '/areas/:areaId/screening/notices',
);
export const listNotices = route<{ query: C.NoticesQuery; answer: C.NoticesPage }>()('GET', '/screening/notices');
export const readNotice = route<{ params: C.OfNotice; answer: C.NoticeAnswer }>()('GET', '/screening/notices/:noticeId');
export const matchNotice = route<{ params: C.OfNotice; body: C.MatchNoticeBody; answer: C.NoticeRef }>()(
  'POST',
  '/screening/notices/:noticeId/match',
);
export const finishNotice = route<{ params: C.OfNotice; body: C.FinishNoticeBody; answer: C.NoticeRef }>()(
  'POST',
  '/screening/notices/:noticeId/finish',
);
