import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { CALL_REASONS } from '@guanhu/shared/agenda/agenda.terms';
import { readTeam } from '@guanhu/shared/care-team/care-team.routes';
import { WATCH_SAID } from '@guanhu/shared/visits/visit-watch.rules';
import { readVisit } from '@guanhu/shared/visits/visits.routes';
import { useRead } from '../../../platform/api/use-read.ts';
import { callPhone } from '../../../platform/call';
import { goTo } from '../../../platform/navigate';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Done } from '../../../ui/done/done.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { PutOff } from '../../../ui/put-off/put-off.tsx';
import { Empty } from '../../../ui/states/states.tsx';
import { clock } from '../../../ui/time.ts';
import { useCallTask } from './use-call-task.ts';
import { agendaWords } from '../../../words/agenda.ts';
import { incidentsWords } from '../../../words/incidents.ts';

/** Whom to telephone and why; the two ways a call can end. */
export default function CallPage() {
  const { taskId = '', patientId = '' } = useRouter().params;
  const { task, told, tell } = useCallTask(taskId);
  const team = useRead(readTeam, { params: { patientId }, keep: true }).value;
  const guardians = team?.seats.find(seat => seat.seat === 'guardian')?.holders ?? [];
  // Whoever is looked for comes first; the family is asked where they are. It does not wait for a better hour.
  const isHelp = task?.reason === 'visitHelp';
  if (told.at === 'done') {
    return (
      <Page>
        <Done title={told.say} />
      </Page>
    );
  }
  return (
    <Page>
      <Card title={task?.reason ? CALL_REASONS[task.reason] : agendaWords.callGuardian}>
        {task && <View className="gh-sub">{[task.villageName, task.patientName].filter(Boolean).join(' · ')}</View>}
        {task?.reason === 'messageNotSent' && <View className="gh-sub">{agendaWords.askAboutEach}</View>}
      </Card>
      {task?.reason === 'incident' && task.causeId && (
        <BigButton look="danger" icon="alert" onTap={() => goTo('/packages/incidents/incident/index', { incidentId: task.causeId ?? '' })}>
          {agendaWords.seeReport}
        </BigButton>
      )}
      {isHelp && task.causeId && <Visitor visitId={task.causeId} />}
      {guardians.map(({ personId, name, phone }) => (
        <BigButton
          key={personId}
          look={isHelp ? 'secondary' : 'primary'}
          icon="phone"
          disabled={phone === null}
          onTap={() => phone !== null && callPhone(phone)}
        >
          {phone === null ? agendaWords.noNumber(name) : isHelp ? agendaWords.callFamily(name) : agendaWords.callTo(name)}
        </BigButton>
      ))}
      {isHelp && (
        <BigButton look="line" onTap={() => callPhone('110')}>
          {incidentsWords.callPolice}
        </BigButton>
      )}
      {team && guardians.length === 0 && <Empty title={agendaWords.noGuardian} sub={agendaWords.noGuardianSub} />}
      <View className="gh-sub">{agendaWords.howDidItGo}</View>
      {told.at === 'refused' && <View className="gh-form-row__fault">{told.say}</View>}
      <View className="gh-row">
        <View className="gh-row__narrow">
          <BigButton look="secondary" busy={told.at === 'saving'} onTap={() => void tell('reached')}>
            {agendaWords.reached}
          </BigButton>
        </View>
        <View className="gh-row__narrow">
          <BigButton look="line" disabled={told.at === 'saving'} onTap={() => void tell('noAnswer')}>
            {agendaWords.unanswered}
          </BigButton>
        </View>
      </View>
      {!isHelp && <PutOff taskId={taskId} />}
    </Page>
  );
}

/** Whom to look for: the colleague who went there and has not said that all is well. */
function Visitor({ visitId }: { readonly visitId: string }) {
  const visit = useRead(readVisit, { params: { visitId }, keep: true }).value;
  if (!visit?.lookedFor) return visit ? <View className="gh-note">{agendaWords.leftSafely(visit.visitorName)}</View> : null;
  const { phone, since } = visit.lookedFor;
  return (
    <>
      <Card title={visit.visitorName}>
        <View className="gh-sub">{agendaWords.signedInUntil(clock(visit.at), clock(since))}</View>
        <View className="gh-gap">{WATCH_SAID.lookFor}</View>
      </Card>
      <BigButton icon="phone" disabled={phone === null} onTap={() => phone !== null && callPhone(phone)}>
        {phone === null ? agendaWords.noNumber(visit.visitorName) : agendaWords.callTo(visit.visitorName)}
      </BigButton>
    </>
  );
}
