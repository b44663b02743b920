import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { closeAlert, readAlert } from '@guanhu/shared/visits/after-visit.routes';
import { ALERT_OUTCOMES, ALERT_STATES, type AlertOutcome } from '@guanhu/shared/visits/rights.terms';
import { useRead } from '../../../platform/api/use-read.ts';
import { useTopOn } from '../../../platform/navigate/use-top-on.ts';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Done } from '../../../ui/done/done.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { wordOptions } from '../../../ui/form/options.ts';
import { Page } from '../../../ui/page/page.tsx';
import { PutOff } from '../../../ui/put-off/put-off.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { momentInWords } from '../../../ui/time.ts';
import { useSent } from '../use-sent.ts';
import { commonWords } from '../../../words/common.ts';
import { visitsWords } from '../../../words/visits.ts';

/** Somebody was found confined: until when that is to end, and how it ended. */
export default function AlertPage() {
  const { alertId = '', taskId } = useRouter().params;
  const reading = useRead(readAlert, { params: { alertId }, keep: true });
  const { sent, send } = useSent(closeAlert, visitsWords.outcomeOfVisit);
  const [outcome, setOutcome] = useState<AlertOutcome>();
  const [note, setNote] = useState('');
  useTopOn(sent.at === 'sent' || sent.at === 'queued');
  if (sent.at === 'queued') {
    return (
      <Page>
        <Done title={commonWords.keptOnPhone} />
      </Page>
    );
  }
  const alert = sent.at === 'sent' ? sent.answer : reading.value;
  if (!alert)
    return <Page>{reading.refusal ? <ErrorState refusal={reading.refusal} onRetry={() => void reading.reload()} /> : <Loading />}</Page>;
  const today = phoneToday();
  if (alert.state === 'closed') {
    return (
      <Page>
        <Done title={ALERT_STATES.closed} sub={alert.outcome ? ALERT_OUTCOMES[alert.outcome] : ''} />
      </Page>
    );
  }
  return (
    <Page>
      <Card title={`${alert.villageName} · ${alert.patientName}`}>
        <View className="gh-sub">{visitsWords.lockFound(momentInWords(alert.foundAt, today))}</View>
        <View className="gh-sub">{visitsWords.lockBy(momentInWords(alert.dueAt, today))}</View>
      </Card>
      <FormRow title={visitsWords.outcome}>
        <Chips options={wordOptions(ALERT_OUTCOMES)} value={outcome} onChange={setOutcome} />
      </FormRow>
      <FormRow title={visitsWords.lockHow}>
        <TextArea value={note} placeholder={commonWords.speakIntoKeyboard} most={500} onChange={setNote} />
      </FormRow>
      {sent.at === 'refused' && <View className="gh-form-row__fault">{sent.say}</View>}
      <BigButton
        busy={sent.at === 'sending'}
        disabled={outcome === undefined || note.trim() === ''}
        onTap={() => {
          if (outcome) void send({ params: { alertId }, body: { version: alert.version, outcome, note: note.trim() } });
        }}
      >
        {commonWords.submit}
      </BigButton>
      <PutOff taskId={taskId} />
    </Page>
  );
}
