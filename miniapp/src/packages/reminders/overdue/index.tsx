import { View } from '@tarojs/components';
import { CALL_REASONS, TASK_KINDS } from '@guanhu/shared/agenda/agenda.terms';
import { TASK_SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { listMyOverdue } from '@guanhu/shared/reminders/reminders.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { goTo } from '../../../platform/navigate';
import { Card } from '../../../ui/card/card.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { commonWords } from '../../../words/common.ts';
import { remindersWords } from '../../../words/reminders.ts';

const tapTo = (patientId: string | null) =>
  patientId === null ? {} : { onTap: () => goTo('/packages/registry/patient/index', { patientId }) };

/** What others have not done, for whoever stands above them: whose it is, and the patient's page with everybody's phone. */
export default function OverduePage() {
  const { value, refusal, reload } = useRead(listMyOverdue, { keep: true });
  if (!value) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  if (value.rows.length === 0) {
    return (
      <Page>
        <Empty title={remindersWords.noneOverdue} sub={remindersWords.noneOverdueSub} />
      </Page>
    );
  }
  return (
    <Page>
      <View className="gh-sub">{remindersWords.overdueNote}</View>
      <Card list>
        {value.rows.map((row, index) => (
          <ListItem
            key={row.taskId}
            title={[row.villageName, row.patientName].filter(Boolean).join(' · ') || commonWords.wholeCounty}
            sub={`${row.reason === null ? TASK_KINDS[row.kind] : CALL_REASONS[row.reason]} · ${TASK_SEAT_LABELS[row.seat]} ${row.assigneeName ?? remindersWords.nobody}`}
            aside={<Tag tone="late">{remindersWords.late(row.overdueDays)}</Tag>}
            last={index === value.rows.length - 1}
            {...(row.seat === 'office' ? {} : tapTo(row.patientId))}
          />
        ))}
      </Card>
    </Page>
  );
}
