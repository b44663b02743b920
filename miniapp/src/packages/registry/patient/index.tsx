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
import { mayByPost } from '../../../platform/session/may-by-post.ts';
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
import { registryWords } from '../../../words/registry.ts';

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
      <Card title={file.value?.name ?? kept?.name ?? registryWords.title}>
        {file.value && (
          <View className="gh-sub">{`${file.value.townshipName} ${file.value.villageName} · ${PATIENT_STATES[file.value.state]}`}</View>
        )}
        {!file.value && kept && <View className="gh-sub">{`${kept.villageName} · ${PATIENT_STATES[kept.state]}`}</View>}
        <View className="gh-gap">
          <BigButton
            icon="place"
            onTap={() => goTo('/packages/visits/visit/index', kind === 'case' ? { patientId } : { patientId, taskId })}
          >
            {registryWords.checkIn}
          </BigButton>
        </View>
      </Card>
      <PutOff taskId={taskId} />
      <BigButton look="danger" icon="alert" onTap={() => goTo('/packages/incidents/report/index', { patientId })}>
        {registryWords.needHelp}
      </BigButton>
      {standing && (
        <Card list>
          <KeyValue name={registryWords.lastVisit}>
            {standing.lastVisitOn ? monthDay(standing.lastVisitOn) : registryWords.noneYet}
          </KeyValue>
          <KeyValue name={registryWords.stability} note={registryWords.doctorDecides}>
            {standing.stability ? STABILITIES[standing.stability].label : registryWords.notRated}
          </KeyValue>
          <KeyValue name={registryWords.risk} last={standing.dues.length === 0}>
            {standing.risk === null ? registryWords.notRated : registryWords.level(standing.risk)}
          </KeyValue>
          {standing.dues.map((due, index) => (
            <KeyValue key={due.seat} name={registryWords.nextOf(SEAT_LABELS[due.seat])} last={index === standing.dues.length - 1}>
              {due.overdue ? <Tag tone="late">{registryWords.overdue}</Tag> : registryWords.by(dayInWords(due.dueOn, today))}
            </KeyValue>
          ))}
        </Card>
      )}
      {team && <TeamCard seats={team.seats} />}
      <Card list>
        <ListItem
          title={registryWords.medicine}
          sub={registryWords.medicineSub}
          onTap={() => goTo('/packages/medication/medicine/index', { patientId })}
        />
        <ListItem
          title={registryWords.benefits}
          sub={registryWords.benefitsSub}
          onTap={() => goTo('/packages/relief/benefits/index', { patientId })}
        />
        {(mayByPost('rehab:read') || mayByPost('legal:read')) && (
          <ListItem
            title={registryWords.rehabAndLaw}
            sub={registryWords.rehabAndLawSub}
            onTap={() => goTo('/packages/registry/rehab-and-law/index', { patientId })}
          />
        )}
        <ListItem title={registryWords.visits} onTap={() => goTo('/packages/visits/history/index', { patientId })} />
        <ListItem
          title={registryWords.concern}
          sub={registryWords.concernSub}
          last
          onTap={() => goTo('/packages/visits/concern/index', { patientId })}
        />
      </Card>
    </Page>
  );
}
