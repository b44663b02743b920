import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { OUTCOMES, type Outcome } from '@guanhu/shared/visits/rights.terms';
import { recordOutcome } from '@guanhu/shared/visits/visits.routes';
import { goTo } from '../../../platform/navigate';
import { useTopOn } from '../../../platform/navigate/use-top-on.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Done } from '../../../ui/done/done.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { wordOptions } from '../../../ui/form/options.ts';
import { Page } from '../../../ui/page/page.tsx';
import { PutOff } from '../../../ui/put-off/put-off.tsx';
import { useSent } from '../use-sent.ts';
import { commonWords } from '../../../words/common.ts';
import { visitsWords } from '../../../words/visits.ts';

/** What became of somebody whom a visit found unstable. */
export default function OutcomePage() {
  const { visitId = '', taskId } = useRouter().params;
  const { sent, send } = useSent(recordOutcome, visitsWords.outcomeOfVisit);
  const [outcome, setOutcome] = useState<Outcome>();
  const [note, setNote] = useState('');
  useTopOn(sent.at === 'sent' || sent.at === 'queued');
  if (sent.at === 'sent') {
    return (
      <Page>
        <Done
          title={commonWords.noted}
          sub={sent.answer.outcome === 'admitted' ? visitsWords.outcomeKept : visitsWords.outcomeNotAdmitted}
        />
      </Page>
    );
  }
  if (sent.at === 'queued') {
    return (
      <Page>
        <Done title={commonWords.keptOnPhone} />
      </Page>
    );
  }
  const needsNote = outcome !== undefined && outcome !== 'admitted';
  return (
    <Page>
      <Card title={visitsWords.outcomeAsk}>
        <View className="gh-sub">{visitsWords.outcomeHow}</View>
        <View className="gh-gap">
          <BigButton look="line" onTap={() => goTo('/packages/visits/record/index', { visitId })}>
            {visitsWords.seeThatVisit}
          </BigButton>
        </View>
      </Card>
      <FormRow title={visitsWords.outcome}>
        <Chips options={wordOptions(OUTCOMES)} value={outcome} onChange={setOutcome} />
      </FormRow>
      <FormRow title={needsNote ? visitsWords.explanation : visitsWords.explanationOptional}>
        <TextArea value={note} placeholder={commonWords.speakIntoKeyboard} most={500} onChange={setNote} />
      </FormRow>
      {sent.at === 'refused' && <View className="gh-form-row__fault">{sent.say}</View>}
      <BigButton
        busy={sent.at === 'sending'}
        disabled={outcome === undefined || (needsNote && note.trim() === '')}
        onTap={() => {
          if (outcome) void send({ params: { visitId }, body: { outcome, ...(note.trim() === '' ? {} : { note: note.trim() }) } });
        }}
      >
        {commonWords.submit}
      </BigButton>
      <PutOff taskId={taskId} />
    </Page>
  );
}
