import { listApplications } from '@guanhu/shared/agreements/application.routes';
import { rolesWith, type Permission } from '@guanhu/shared/access/permissions.rules';
import { listAppraisals } from '@guanhu/shared/appraisal/appraisal.routes';
import { listMeetings } from '@guanhu/shared/meetings/meetings.routes';
import { listBatches } from '@guanhu/shared/payouts/payouts.routes';
import { listMoves } from '@guanhu/shared/registry/moves.routes';
import { listTransfersIn } from '@guanhu/shared/transfers/transfers.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { useSession } from '../../../platform/session';
import { Card } from '../../../ui/card/card.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { todayWords } from '../../../words/today.ts';

/** What waits for this person's decision, as counts: the names are on the pages behind. */
export function DecisionsCard() {
  const roles = (useSession()?.me.posts ?? []).map(post => post.role);
  const holds = (permission: Permission) => rolesWith(permission).some(role => roles.includes(role));
  const applications =
    useRead(listApplications, holds('application:list') ? { query: { limit: 100 } } : 'wait').value?.rows.filter(row => row.dueOn !== null)
      .length ?? 0;
  const appraisals = useRead(listAppraisals, { query: { state: 'proposed', limit: 100 } }).value?.rows.filter(row => !row.mine).length ?? 0;
  const batches = useRead(listBatches, holds('batch:check') ? { query: { state: 'draft' } } : 'wait').value?.rows.length ?? 0;
  const minutes =
    useRead(listMeetings, holds('meeting:read') ? { query: { state: 'countersigning', limit: 100 } } : 'wait').value?.rows.filter(
      row => row.waitsForMe,
    ).length ?? 0;
  const decides = holds('move:decide') ? { query: { state: 'waiting' as const, limit: 100 } } : 'wait';
  const transfers = useRead(listTransfersIn, decides).value?.rows.filter(row => row.mayAnswer).length ?? 0;
  const moves = useRead(listMoves, decides).value?.rows.filter(row => row.mayAnswer).length ?? 0;
  const items = [
    {
      count: appraisals,
      title: todayWords.appraisals,
      sub: todayWords.appraisalsSub,
      says: todayWords.matters,
      page: '/packages/appraisal/list/index',
    },
    {
      count: batches,
      title: todayWords.batches,
      sub: todayWords.batchesSub,
      says: todayWords.batchCount,
      page: '/packages/payouts/batches/index',
    },
    {
      count: applications,
      title: todayWords.applications,
      sub: todayWords.applicationsSub,
      says: todayWords.applicationCount,
      page: '/packages/agreements/applications/index',
    },
    {
      count: minutes,
      title: todayWords.minutes,
      sub: todayWords.minutesSub,
      says: todayWords.minutesCount,
      page: '/packages/meetings/meetings/index',
    },
    {
      count: transfers + moves,
      title: todayWords.handovers,
      sub: todayWords.handoversSub,
      says: todayWords.matters,
      page: '/packages/transfers/waiting/index',
    },
  ].filter(item => item.count > 0);
  if (items.length === 0) return null;
  return (
    <Card list>
      {items.map(({ count, title, sub, says, page }, index) => (
        <ListItem
          key={page}
          title={title}
          sub={sub}
          aside={<Tag tone="warn">{says(count)}</Tag>}
          last={index === items.length - 1}
          onTap={() => goTo(page)}
        />
      ))}
    </Card>
  );
}
