import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { readStanding } from '@guanhu/shared/assessment/assessment.routes';
import { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import { SEAT_LABELS } from '@guanhu/shared/care-team/seats.terms';
import { STABILITIES } from '@guanhu/shared/policy/stability.terms';
import { readPatient } from '@guanhu/shared/registry/registry.routes';
import { PATIENT_STATES } from '@guanhu/shared/registry/registry.terms';
import { useRead } from '../../../platform/api/use-read.ts';
import { ownPatients } from '../../../platform/kept/sync.ts';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { ListItem } from '../../../ui/list/list-item.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { PutOff } from '../../../ui/put-off/put-off.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { Tag } from '../../../ui/tag/tag.tsx';
import { dayInWords, monthDay } from '../../../ui/time.ts';
import { TeamCard } from './parts/team-card.tsx';

/** One patient for those who answer for them: what to do, who is around, when who comes next. */
export default function PatientPage() {
  const { patientId = '', taskId, kind } = useRouter().params;
  const asked = { params: { patientId } };
  const file = useRead(readPatient, asked);
  const team = useRead(readTeam, { ...asked, keep: true }).value;
  const kept = ownPatients('')?.find(row => row.patientId === patientId);
  const standing = useRead(readStanding, asked).value;
  const today = phoneToday();
  // Without signal the team that was kept is enough to check in and to call.
  if (!file.value && !team)
    return <Page>{file.refusal ? <ErrorState refusal={file.refusal} onRetry={() => void file.reload()} /> : <Loading />}</Page>;
  return (
    <Page>
      <Card title={file.value?.name ?? kept?.name ?? '服务对象'}>
        {file.value && (
          <View className="gh-sub">{`${file.value.townshipName} ${file.value.villageName} · ${PATIENT_STATES[file.value.state]}`}</View>
        )}
        {!file.value && kept && <View className="gh-sub">{`${kept.villageName} · ${PATIENT_STATES[kept.state]}`}</View>}
        <View className="gh-gap">
          <BigButton
            icon="place"
            onTap={() => goTo('/packages/visits/visit/index', kind === 'case' ? { patientId } : { patientId, taskId })}
          >
            上门签到，记随访
          </BigButton>
        </View>
      </Card>
      <PutOff taskId={taskId} />
      <BigButton look="danger" icon="alert" onTap={() => goTo('/packages/incidents/report/index', { patientId })}>
        有情况，要帮忙
      </BigButton>
      {standing && (
        <Card list>
          <KeyValue name="上次随访">{standing.lastVisitOn ? monthDay(standing.lastVisitOn) : '还没有'}</KeyValue>
          <KeyValue name="病情分类" note="医生认定的为准">
            {standing.stability ? STABILITIES[standing.stability].label : '未评'}
          </KeyValue>
          <KeyValue name="危险性" last={standing.dues.length === 0}>
            {standing.risk === null ? '未评' : `${String(standing.risk)} 级`}
          </KeyValue>
          {standing.dues.map((due, index) => (
            <KeyValue key={due.seat} name={`${SEAT_LABELS[due.seat]}下次`} last={index === standing.dues.length - 1}>
              {due.overdue ? <Tag tone="late">已超期</Tag> : `${dayInWords(due.dueOn, today)}前`}
            </KeyValue>
          ))}
        </Card>
      )}
      {team && <TeamCard seats={team.seats} />}
      <Card list>
        <ListItem title="用药" sub="方案、打针、领药和服药情况" onTap={() => goTo('/packages/medication/medicine/index', { patientId })} />
        <ListItem
          title="能办的救助"
          sub="缺哪些、要什么材料、办到哪一步"
          onTap={() => goTo('/packages/relief/benefits/index', { patientId })}
        />
        <ListItem title="以前的随访" onTap={() => goTo('/packages/visits/history/index', { patientId })} />
        <ListItem
          title="怀疑被虐待或遗弃"
          sub="保密报告，家属看不到"
          last
          onTap={() => goTo('/packages/visits/concern/index', { patientId })}
        />
      </Card>
    </Page>
  );
}
