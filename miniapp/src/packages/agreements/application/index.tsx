import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { DEPARTMENTS } from '@guanhu/shared/agreements/application.terms';
import { goTo } from '../../../platform/navigate';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { span } from '../../../ui/time.ts';
import { Timeline } from '../../../ui/timeline/timeline.tsx';
import { standsIn, wayOf } from './application-words.ts';
import { FamilyDeeds } from './parts/family-deeds.tsx';
import { Papers } from './parts/papers.tsx';
import { OfficeForms } from './parts/office-forms.tsx';
import { Findings, Reasons } from './parts/what-is-known.tsx';
import { useApplication } from './use-application.ts';

/** One application: where it stands and why; who may decide does it here. */
export default function ApplicationPage() {
  const applicationId = useRouter().params.applicationId ?? '';
  const { reading, application, doing, send } = useApplication(applicationId);
  const today = phoneToday();
  if (!application)
    return <Page>{reading.refusal ? <ErrorState refusal={reading.refusal} onRetry={() => void reading.reload()} /> : <Loading />}</Page>;
  return (
    <Page>
      <Card title={`${application.guardianName} 申请看护奖补`}>
        <View className="gh-sub">{standsIn(application.state)}</View>
        <View className="gh-gap">
          <Timeline steps={wayOf(application, today)} />
        </View>
      </Card>
      <Reasons application={application} today={today} />
      <Card list title="申请的内容">
        <KeyValue name="照看的家人">{application.patientName}</KeyValue>
        <KeyValue name="村（居）">{application.villageName}</KeyValue>
        <KeyValue name="期限">{span(application.from, application.to)}</KeyValue>
        <KeyValue name="住在一起">{application.stated.livesTogether ? '是' : '不是'}</KeyValue>
        <KeyValue name="在照看" {...(application.words === null ? {} : { note: application.words })}>
          {application.stated.reallyCares ? '是' : '不是'}
        </KeyValue>
        <KeyValue name="材料" last>
          {application.files.length === 0 ? '没有' : `${String(application.files.length)} 份`}
        </KeyValue>
      </Card>
      <Papers application={application} />
      {application.agreementId !== null && (
        <BigButton look="line" onTap={() => goTo('/packages/agreements/agreement/index', { agreementId: application.agreementId ?? '' })}>
          看协议
        </BigButton>
      )}
      {application.findings.length > 0 && <Findings application={application} />}
      {doing.at === 'refused' && <View className="gh-form-row__fault">{doing.say}</View>}
      {doing.at === 'done' && <View className="gh-note">已提交</View>}
      <OfficeForms application={application} busy={doing.at === 'sending'} send={send} departments={DEPARTMENTS} />
      <FamilyDeeds application={application} busy={doing.at === 'sending'} send={send} />
    </Page>
  );
}
