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
          title="履责认定"
          sub="看证据，给意见，两人一致才算"
          aside={<Tag tone="warn">{`${String(waiting)} 件`}</Tag>}
          last={batches === 0 && applications === 0}
          onTap={() => goTo('/packages/appraisal/list/index')}
        />
      )}
      {batches > 0 && (
        <ListItem
          title="发放批次待复核"
          sub="复核人与制单人不能是同一人"
          aside={<Tag tone="warn">{`${String(batches)} 批`}</Tag>}
          last={applications === 0}
          onTap={() => goTo('/packages/payouts/batches/index')}
        />
      )}
      {applications > 0 && (
        <ListItem
          title="奖补申请在办"
          sub="看到哪一步了，该您办的在里面"
          aside={<Tag tone="warn">{`${String(applications)} 份`}</Tag>}
          last
          onTap={() => goTo('/packages/agreements/applications/index')}
        />
      )}
    </Card>
  );
}
