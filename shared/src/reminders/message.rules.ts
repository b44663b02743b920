import type { CallReason } from '../agenda/agenda.terms.ts';
import type { OpenedPage, Purpose } from './reminders.terms.ts';

/** What a message is about: how many things, and, of one thing only, its id. */
export type Told = { readonly purpose: Purpose; readonly count: number; readonly objectId: string | null };

const MINUTES_PAGE = 'packages/meetings/meeting/index';
const CLUE_PAGE = 'packages/screening/review/index';
const COSTS_PAGE = 'packages/relief/costs/index';
/** What an office is asked to look at is decided at the desk, unless the message opens a page of the phone for it. */
const OFFICE_PAGES = [MINUTES_PAGE, 'packages/transfers/', COSTS_PAGE, CLUE_PAGE] as const;

/**
 * What a message says; `again`: it may have come before, and is the same; `worse`: what was told before became worse; `page`: what it opens. No name, no diagnosis, no word that tells a
 * bystander what the family lives with.
 */
export function messageWords({
  purpose,
  count,
  again = false,
  worse = false,
  page = '',
}: Pick<Told, 'purpose' | 'count'> & { readonly again?: boolean; readonly worse?: boolean; readonly page?: string }): {
  readonly what: string;
  readonly note: string;
} {
  const many = `${String(Math.min(count, 999))}件`;
  switch (purpose) {
    case 'medication':
      return { what: count > 1 ? `今天有${many}事项还没有确认` : '今天的事项还没有确认', note: '点开确认，一下就好' };
    case 'visit':
      return { what: count > 1 ? `今天有${many}事要办，包括走访` : '今天有上门走访安排', note: '点开查看今天的安排' };
    case 'task':
      return { what: count > 1 ? `今天有${many}事要办` : '今天有一件事要办', note: '点开查看今天的安排' };
    case 'overdue':
      return { what: `有${many}事过了期还没办`, note: '请点开看看，催一催' };
    case 'incident':
      return {
        what: worse ? '有一条情况变严重了，等您回应' : '有一条情况等您回应',
        note: again ? '同一条情况，再发一次' : '请尽快点开查看',
      };
    case 'help':
      return { what: '有同事上门后还没报平安', note: '请马上打电话联系' };
    case 'checkOut':
      return { what: '出来了吗？请报个平安', note: '不点的话，会请同事联系您' };
    case 'payout':
      return { what: '有一笔补贴可以领取', note: '点开领取' };
    case 'notice':
      return { what: '有一项办理结果', note: '点开查看，有意见可以提' };
    case 'review':
      return {
        what: page.startsWith(MINUTES_PAGE) ? '有一份会议纪要等您会签' : '有一件事等您核查',
        note: OFFICE_PAGES.some(one => page.startsWith(one)) ? '点开查看，在手机上就能办' : '请在电脑上打开待办查看',
      };
    case 'funds':
      return { what: '发放账户余额不足，付款已暂停', note: '充值后按原单号自动继续' };
  }
}

/** What stands where the words of an old message were. */
export const ERASED_WORDS = '内容已按规定删除';

/** The same as a text message: where to look, and nothing that would have to be kept from whoever picks up the phone. */
export const smsWords = ({
  purpose,
  what,
  again = false,
}: {
  readonly purpose: Purpose;
  readonly what: string;
  readonly again?: boolean;
}): string =>
  `${what}，请打开微信小程序“关护”查看。${again ? '（同一条情况，再发一次）' : ['incident', 'help', 'checkOut'].includes(purpose) ? '' : '如已办好，请忽略。'}`;

/** The templates that fit a message, best first: a day with visits can be told by the one for any task. */
export function templatesOf(purpose: Purpose): readonly Purpose[] {
  if (purpose === 'visit') return ['visit', 'task'];
  if (purpose === 'help') return ['incident'];
  return ['checkOut', 'overdue', 'review', 'notice', 'funds'].includes(purpose) ? ['task'] : [purpose];
}

/**
 * The page that a message opens, with at most the id of the one task, incident or entitlement and the message's own, so that opening it
 * counts as reading: never a patient's. Its county goes along: who works in two may be signed in to the other one.
 */
export function messagePage(
  { purpose, objectId }: Pick<Told, 'purpose' | 'objectId'>,
  { messageId, countyId }: { readonly messageId: string; readonly countyId: number },
  opens?: OpenedPage,
): string {
  const read = `m=${messageId}&c=${String(countyId)}`;
  if (opens === 'application') return `packages/agreements/application/index?applicationId=${objectId ?? ''}&${read}`;
  if (opens === 'agreement') return `packages/agreements/agreement/index?agreementId=${objectId ?? ''}&${read}`;
  if (opens === 'relief') return `packages/relief/application/index?reliefId=${objectId ?? ''}&${read}`;
  if (opens === 'passbook') return `pages/agreement/index?${read}`;
  if (opens === 'minutes') return `${MINUTES_PAGE}?meetingId=${objectId ?? ''}&${read}`;
  if (opens === 'transfer') return `packages/transfers/transfer/index?transferId=${objectId ?? ''}&${read}`;
  if (opens === 'handovers') return `packages/transfers/waiting/index?${read}`;
  if (opens === 'costs') return `${COSTS_PAGE}?${read}`;
  if (opens === 'clue') return `${CLUE_PAGE}?clueId=${objectId ?? ''}&${read}`;
  if (opens === 'rights') return `packages/rights/rights/index?${read}`;
  switch (purpose) {
    case 'medication':
    case 'visit':
    case 'task':
    case 'help':
      return objectId === null ? `pages/today/index?${read}` : `pages/today/index?taskId=${objectId}&${read}`;
    case 'notice':
      return `pages/agreement/index?${read}`;
    case 'checkOut':
    case 'review':
    case 'funds':
      return `pages/today/index?${read}`;
    case 'overdue':
      return `packages/reminders/overdue/index?${read}`;
    case 'incident':
      return `packages/incidents/incident/index?incidentId=${objectId ?? ''}&${read}`;
    case 'payout':
      return `packages/payouts/entitlement/index?entitlementId=${objectId ?? ''}&${read}`;
  }
}

/**
 * Whether somebody telephones when no message can be sent, and why. What is to be visited or done stands in its worker's own list; of an
 * incident the call was opened with the message.
 */
export function callInstead(purpose: Purpose): CallReason | null {
  if (purpose === 'payout') return 'claimNotTold';
  return purpose === 'medication' || purpose === 'notice' ? 'messageNotSent' : null;
}
