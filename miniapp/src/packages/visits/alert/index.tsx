import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { closeAlert, readAlert } from '@guanhu/shared/visits/after-visit.routes';
import { ALERT_OUTCOMES, ALERT_STATES, type AlertOutcome } from '@guanhu/shared/visits/rights.terms';
import { useRead } from '../../../platform/api/use-read.ts';
import { goBack } from '../../../platform/navigate';
import { useTopOn } from '../../../platform/navigate/use-top-on.ts';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { wordOptions } from '../../../ui/form/options.ts';
import { Page } from '../../../ui/page/page.tsx';
import { PutOff } from '../../../ui/put-off/put-off.tsx';
import { Empty, ErrorState, Loading } from '../../../ui/states/states.tsx';
import { momentInWords } from '../../../ui/time.ts';
import { useSent } from '../use-sent.ts';

/** Somebody was found confined: until when that is to end, and how it ended. */
export default function AlertPage() {
  const { alertId = '', taskId } = useRouter().params;
  const reading = useRead(readAlert, { params: { alertId }, keep: true });
  const { sent, send } = useSent(closeAlert);
  const [outcome, setOutcome] = useState<AlertOutcome>();
  const [note, setNote] = useState('');
  useTopOn(sent.at === 'sent');
  const alert = sent.at === 'sent' ? sent.answer : reading.value;
  if (!alert)
    return <Page>{reading.refusal ? <ErrorState refusal={reading.refusal} onRetry={() => void reading.reload()} /> : <Loading />}</Page>;
  const today = phoneToday();
  if (alert.state === 'closed') {
    return (
      <Page>
        <Empty title={ALERT_STATES.closed} sub={alert.outcome ? ALERT_OUTCOMES[alert.outcome] : ''}>
          <View className="gh-gap">
            <BigButton onTap={goBack}>好</BigButton>
          </View>
        </Empty>
      </Page>
    );
  }
  return (
    <Page>
      <Card title={`${alert.villageName} · ${alert.patientName}`}>
        <View className="gh-sub">{`${momentInWords(alert.foundAt, today)}随访时发现关锁。`}</View>
        <View className="gh-sub">{`${momentInWords(alert.dueAt, today)}前解锁，并安排治疗。`}</View>
      </Card>
      <FormRow title="处理结果">
        <Chips options={wordOptions(ALERT_OUTCOMES)} value={outcome} onChange={setOutcome} />
      </FormRow>
      <FormRow title="怎么处理的">
        <TextArea value={note} placeholder="可以点键盘上的话筒，直接说" most={500} onChange={setNote} />
      </FormRow>
      {sent.at === 'refused' && <View className="gh-form-row__fault">{sent.say}</View>}
      <BigButton
        busy={sent.at === 'sending'}
        disabled={outcome === undefined || note.trim() === ''}
        onTap={() => {
          if (outcome) void send({ params: { alertId }, body: { version: alert.version, outcome, note: note.trim() } });
        }}
      >
        提交
      </BigButton>
      <PutOff taskId={taskId} />
    </Page>
  );
}
