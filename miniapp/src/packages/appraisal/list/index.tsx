import { listAppraisals } from '@guanhu/shared/appraisal/appraisal.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { Card } from '../../../ui/card/card.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading, Rest } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { span } from '../../../ui/time.ts';
import { appraisalWords } from '../../../words/appraisal.ts';

/** Periods that wait for two opinions; those that already have one first. */
export default function AppraisalListPage() {
  const { value, refusal, reload } = useRead(listAppraisals, { query: { state: 'proposed', limit: 100 } });
  if (!value) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  const rows = [...value.rows].sort((a, b) => Number(a.mine) - Number(b.mine) || b.opinions - a.opinions);
  if (rows.length === 0) {
    return (
      <Page>
        <Empty title={appraisalWords.noneToAppraise} sub={appraisalWords.noneToAppraiseSub} />
      </Page>
    );
  }
  return (
    <Page>
      <Card list>
        {rows.map((row, index) => (
          <ListItem
            key={row.id}
            title={`${row.villageName} · ${row.patientName}`}
            sub={`${span(row.from, row.to)} · ${row.agreementNumber}`}
            aside={
              row.mine ? (
                <Tag>{appraisalWords.opinionGiven}</Tag>
              ) : (
                <Tag tone="warn">
                  {row.opinions > 0
                    ? appraisalWords.awaitsSecond
                    : row.proposal === 'review'
                      ? appraisalWords.toLookInto
                      : appraisalWords.toAppraise}
                </Tag>
              )
            }
            last={index === rows.length - 1}
            onTap={() => goTo('/packages/appraisal/opinion/index', { appraisalId: row.id })}
          />
        ))}
      </Card>
      <Rest after={value} />
    </Page>
  );
}
