import { listApplications } from '@guanhu/shared/agreements/application.routes';
import { APPLICATION_STATES } from '@guanhu/shared/agreements/application.terms';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { Card } from '../../../ui/card/card.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading, Rest } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { dayInWords } from '../../../ui/time.ts';
import { agreementsWords } from '../../../words/agreements.ts';

/** Applications of the places that somebody answers for, newest first. */
export default function ApplicationsPage() {
  const { value, refusal, reload } = useRead(listApplications, { query: { limit: 100 } });
  const today = phoneToday();
  const rows = value?.rows ?? [];
  return (
    <Page>
      {!value && (refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />)}
      {value && rows.length === 0 && <Empty title={agreementsWords.noApplications} sub={agreementsWords.noApplicationsSub} />}
      {rows.length > 0 && (
        <Card list>
          {rows.map((row, index) => (
            <ListItem
              key={row.applicationId}
              title={`${row.villageName} · ${row.guardianName}`}
              sub={`${APPLICATION_STATES[row.state]}${row.dueOn === null ? '' : agreementsWords.dueByAfter(dayInWords(row.dueOn, today))}`}
              aside={row.overdue ? <Tag tone="late">{agreementsWords.overdue}</Tag> : undefined}
              last={index === rows.length - 1}
              onTap={() => goTo('/packages/agreements/application/index', { applicationId: row.applicationId })}
            />
          ))}
        </Card>
      )}
      <Rest after={value} />
    </Page>
  );
}
