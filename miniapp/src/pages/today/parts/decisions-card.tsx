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
  const waiting = useRead(listAppraisals, { query: { state: 'proposed', limit: 100 } }).value?.rows.filter(row => !row.mine).length ?? 0;
  const batches = useRead(listBatches, checks ? { query: { state: 'draft' } } : 'wait').value?.rows.length ?? 0;
  if (waiting === 0 && batches === 0) return null;
  return (
    <Card list>
      {waiting > 0 && (
        <ListItem
          title="履责认定"
          sub="看证据，给意见，两人一致才算"
          aside={<Tag tone="warn">{`${String(waiting)} 件`}</Tag>}
          last={batches === 0}
          onTap={() => goTo('/packages/appraisal/list/index')}
        />
      )}
      {batches > 0 && (
        <ListItem
          title="发放批次待复核"
          sub="复核人与制单人不能是同一人"
          aside={<Tag tone="warn">{`${String(batches)} 批`}</Tag>}
          last
          onTap={() => goTo('/packages/payouts/batches/index')}
        />
      )}
    </Card>
  );
}
