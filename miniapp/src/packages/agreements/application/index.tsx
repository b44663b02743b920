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
import { agreementsWords } from '../../../words/agreements.ts';
import { commonWords } from '../../../words/common.ts';

/** One application: where it stands and why; who may decide does it here. */
export default function ApplicationPage() {
  const applicationId = useRouter().params.applicationId ?? '';
  const { reading, application, doing, isWaiting, send, sendForFamily } = useApplication(applicationId);
  const today = phoneToday();
  if (!application)
    return <Page>{reading.refusal ? <ErrorState refusal={reading.refusal} onRetry={() => void reading.reload()} /> : <Loading />}</Page>;
  return (
    <Page>
      <Card title={agreementsWords.applicationOf(application.guardianName)}>
        <View className="gh-sub">{standsIn(application.state)}</View>
        <View className="gh-gap">
          <Timeline steps={wayOf(application, today)} />
        </View>
      </Card>
      <Reasons application={application} today={today} />
      <Card list title={agreementsWords.applicationContent}>
        <KeyValue name={agreementsWords.ward}>{application.patientName}</KeyValue>
        <KeyValue name={agreementsWords.village}>{application.villageName}</KeyValue>
        <KeyValue name={agreementsWords.term}>{span(application.from, application.to)}</KeyValue>
        <KeyValue name={agreementsWords.liveTogether}>{application.stated.livesTogether ? commonWords.yes : commonWords.no}</KeyValue>
        <KeyValue name={agreementsWords.caring} {...(application.words === null ? {} : { note: application.words })}>
          {application.stated.reallyCares ? commonWords.yes : commonWords.no}
        </KeyValue>
        <KeyValue name={agreementsWords.papers} last>
          {application.files.length === 0 ? agreementsWords.noPapers : agreementsWords.paperCount(application.files.length)}
        </KeyValue>
      </Card>
      <Papers application={application} />
      {application.agreementId !== null && (
        <BigButton look="line" onTap={() => goTo('/packages/agreements/agreement/index', { agreementId: application.agreementId ?? '' })}>
          {agreementsWords.readAgreement}
        </BigButton>
      )}
      {application.findings.length > 0 && <Findings application={application} />}
      {doing.at === 'refused' && <View className="gh-form-row__fault">{doing.say}</View>}
      {doing.at === 'done' && <View className="gh-note">{agreementsWords.submitted}</View>}
      {isWaiting && <View className="gh-sub">{commonWords.keptOnPhone}</View>}
      <OfficeForms application={application} busy={doing.at === 'sending'} send={send} departments={DEPARTMENTS} />
      {!isWaiting && <FamilyDeeds application={application} busy={doing.at === 'sending'} send={sendForFamily} />}
    </Page>
  );
}
