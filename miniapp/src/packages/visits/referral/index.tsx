import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { moveReferral, readReferral } from '@guanhu/shared/visits/after-visit.routes';
import { REFERRAL_STATES, REFERRAL_STEPS, referralSteps, stepNeedsNote } from '@guanhu/shared/visits/referral.rules';
import { useRead } from '../../../platform/api/use-read.ts';
import { useTopOn } from '../../../platform/navigate/use-top-on.ts';
import { phoneToday } from '../../../platform/now.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Done } from '../../../ui/done/done.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { KeyValue } from '../../../ui/key-value/key-value.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { ErrorState, Loading } from '../../../ui/states/states.tsx';
import { momentInWords } from '../../../ui/time.ts';
import { useSent } from '../use-sent.ts';
import { commonWords } from '../../../words/common.ts';
import { visitsWords } from '../../../words/visits.ts';

/** One referral: what the hospital did so far, and the next step. */
export default function ReferralPage() {
  const { referralId = '' } = useRouter().params;
  const reading = useRead(readReferral, { params: { referralId }, keep: true });
  const { sent, send } = useSent(moveReferral, visitsWords.referralStep);
  const [note, setNote] = useState('');
  useTopOn(sent.at === 'sent' || sent.at === 'queued');
  if (sent.at === 'queued') {
    return (
      <Page>
        <Done title={commonWords.keptOnPhone} />
      </Page>
    );
  }
  const referral = sent.at === 'sent' ? sent.answer : reading.value;
  if (!referral)
    return <Page>{reading.refusal ? <ErrorState refusal={reading.refusal} onRetry={() => void reading.reload()} /> : <Loading />}</Page>;
  const today = phoneToday();
  const steps = referralSteps(referral.state);
  return (
    <Page>
      <Card title={`${referral.villageName} · ${referral.patientName}`}>
        <KeyValue name={visitsWords.referredTo}>{referral.to ?? visitsWords.blank}</KeyValue>
        <KeyValue name={visitsWords.referralReason}>{referral.reason ?? visitsWords.blank}</KeyValue>
        <KeyValue
          name={visitsWords.referralNow}
          note={visitsWords.referredAt(momentInWords(referral.sentAt, today))}
          last={referral.steps.length === 0}
        >
          {REFERRAL_STATES[referral.state]}
        </KeyValue>
        {referral.steps.map((step, index) => (
          <KeyValue
            key={step.at}
            name={REFERRAL_STEPS[step.step]}
            note={[momentInWords(step.at, today), step.byName, step.note].filter(Boolean).join(' · ')}
            last={index === referral.steps.length - 1}
          >
            {''}
          </KeyValue>
        ))}
      </Card>
      {steps.length > 0 && (
        <FormRow title={visitsWords.explanation} note={visitsWords.referralNote}>
          <TextArea value={note} placeholder={commonWords.speakIntoKeyboard} most={500} onChange={setNote} />
        </FormRow>
      )}
      {sent.at === 'refused' && <View className="gh-form-row__fault">{sent.say}</View>}
      {steps.map(step => (
        <BigButton
          key={step}
          look={step === 'decline' ? 'line' : 'primary'}
          busy={sent.at === 'sending'}
          disabled={stepNeedsNote(step) && note.trim() === ''}
          onTap={() => {
            const words = note.trim();
            setNote('');
            void send({ params: { referralId }, body: { version: referral.version, step, ...(words === '' ? {} : { note: words }) } });
          }}
        >
          {REFERRAL_STEPS[step]}
        </BigButton>
      ))}
    </Page>
  );
}
