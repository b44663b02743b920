import { listBatches } from '@guanhu/shared/payouts/payouts.routes';
import { BATCH_STATES } from '@guanhu/shared/payouts/payouts.terms';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { Amount } from '../../../ui/amount/amount.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { payoutsWords } from '../../../words/payouts.ts';

export default function BatchesPage() {
  const { value, refusal, reload } = useRead(listBatches, { query: {} });
  if (!value) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  if (value.rows.length === 0) {
    return (
      <Page>
        <Empty title={payoutsWords.noBatches} sub={payoutsWords.noBatchesSub} />
      </Page>
    );
  }
  return (
    <Page>
      <Card list>
        {value.rows.map((row, index) => (
          <ListItem
            key={row.id}
            title={
              <>
                {`${row.title} `}
                <Amount fen={row.totalFen} />
              </>
            }
            sub={payoutsWords.batchIn(row.townshipName, row.people)}
            aside={<Tag tone={row.state === 'draft' ? 'warn' : 'calm'}>{BATCH_STATES[row.state]}</Tag>}
            last={index === value.rows.length - 1}
            onTap={() => goTo('/packages/payouts/batch/index', { batchId: row.id })}
          />
        ))}
      </Card>
    </Page>
  );
}
