import { listApplications } from '@guanhu/shared/agreements/application.routes';
import { rolesWith } from '@guanhu/shared/access/permissions.rules';
import { listAppraisals } from '@guanhu/shared/appraisal/appraisal.routes';
import { listBatches } from '@guanhu/shared/payouts/payouts.routes';
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
  const checks = roles.includes('townshipLead');
  const applies = rolesWith('application:list').some(role => roles.includes(role));
  const applications =
    useRead(listApplications, applies ? { query: { limit: 100 } } : 'wait').value?.rows.filter(row => row.dueOn !== null).length ?? 0;
  const waiting = useRead(listAppraisals, { query: { state: 'proposed', limit: 100 } }).value?.rows.filter(row => !row.mine).length ?? 0;
  const batches = useRead(listBatches, checks ? { query: { state: 'draft' } } : 'wait').value?.rows.length ?? 0;
  if (waiting === 0 && batches === 0 && applications === 0) return null;
  return (
    <Card list>
      {waiting > 0 && (
        <ListItem
          title={todayWords.appraisals}
          sub={todayWords.appraisalsSub}
          aside={<Tag tone="warn">{todayWords.matters(waiting)}</Tag>}
          last={batches === 0 && applications === 0}
          onTap={() => goTo('/packages/appraisal/list/index')}
        />
      )}
      {batches > 0 && (
        <ListItem
          title={todayWords.batches}
          sub={todayWords.batchesSub}
          aside={<Tag tone="warn">{todayWords.batchCount(batches)}</Tag>}
          last={applications === 0}
          onTap={() => goTo('/packages/payouts/batches/index')}
        />
      )}
      {applications > 0 && (
        <ListItem
          title={todayWords.applications}
          sub={todayWords.applicationsSub}
          aside={<Tag tone="warn">{todayWords.applicationCount(applications)}</Tag>}
          last
          onTap={() => goTo('/packages/agreements/applications/index')}
        />
      )}
    </Card>
  );
}
