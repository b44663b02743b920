import { useRouter } from '@tarojs/taro';
import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { listVisits } from '@guanhu/shared/visits/visits.routes';
import { VISIT_RESULTS, VISIT_STATES } from '@guanhu/shared/visits/visits.terms';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { Card } from '../../../ui/card/card.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { momentInWords } from '../../../ui/time.ts';
import { visitsWords } from '../../../words/visits.ts';

/** A patient's visits, newest first. One that was checked in and not recorded leads back to its form. */
export default function HistoryPage() {
  const patientId = useRouter().params.patientId ?? '';
  const visits = useRead(listVisits, { params: { patientId }, query: { limit: 50 }, keep: true });
  if (!visits.value)
    return <Page>{visits.refusal ? <ErrorState refusal={visits.refusal} onRetry={() => void visits.reload()} /> : <Loading />}</Page>;
  const { rows } = visits.value;
  if (rows.length === 0) {
    return (
      <Page>
        <Empty title={visitsWords.noVisits} sub={visitsWords.noVisitsSub} />
      </Page>
    );
  }
  const today = phoneToday();
  return (
    <Page>
      <Card list>
        {rows.map((visit, index) => (
          <ListItem
            key={visit.visitId}
            title={`${momentInWords(visit.at, today)} · ${SEAT_LABELS[visit.seat]}`}
            // How ill somebody was stands inside: a list is seen by whoever stands beside.
            sub={visit.result ? VISIT_RESULTS[visit.result] : VISIT_STATES[visit.state]}
            last={index === rows.length - 1}
            onTap={() =>
              visit.state === 'checkedIn'
                ? goTo('/packages/visits/visit/index', { patientId, visitId: visit.visitId })
                : goTo('/packages/visits/record/index', { visitId: visit.visitId })
            }
          />
        ))}
      </Card>
    </Page>
  );
}
