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

const tapTo = (patientId: string | null) =>
  patientId === null ? {} : { onTap: () => goTo('/packages/registry/patient/index', { patientId }) };

/** What others have not done, for whoever stands above them: whose it is, and the patient's page with everybody's phone. */
export default function OverduePage() {
  const { value, refusal, reload } = useRead(listMyOverdue, { keep: true });
  if (!value) return <Page>{refusal ? <ErrorState refusal={refusal} onRetry={() => void reload()} /> : <Loading />}</Page>;
  if (value.rows.length === 0) {
    return (
      <Page>
        <Empty title="没有过期没办的事" sub="别人负责的事过了期限还没办，会告诉您" />
      </Page>
    );
  }
  return (
    <Page>
      <View className="gh-sub">这些事过了期限还没有人办，请打电话催一催，或者自己去办。</View>
      <Card list>
        {value.rows.map((row, index) => (
          <ListItem
            key={row.taskId}
            title={[row.villageName, row.patientName].filter(Boolean).join(' · ') || '全县'}
            sub={`${row.reason === null ? TASK_KINDS[row.kind] : CALL_REASONS[row.reason]} · ${TASK_SEAT_LABELS[row.seat]} ${row.assigneeName ?? '暂无人'}`}
            aside={<Tag tone="late">{`超 ${String(row.overdueDays)} 天`}</Tag>}
            last={index === value.rows.length - 1}
            {...(row.seat === 'office' ? {} : tapTo(row.patientId))}
          />
        ))}
      </Card>
    </Page>
  );
}
