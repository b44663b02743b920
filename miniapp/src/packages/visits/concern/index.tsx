import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { reportConcern } from '@guanhu/shared/visits/after-visit.routes';
import { CONCERN_KINDS, type ConcernKind } from '@guanhu/shared/visits/rights.terms';
import { newKey } from '../../../platform/api/new-key.ts';
import { useTopOn } from '../../../platform/navigate/use-top-on.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Done } from '../../../ui/done/done.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { wordOptions } from '../../../ui/form/options.ts';
import { Page } from '../../../ui/page/page.tsx';
import { useSent } from '../use-sent.ts';
import { commonWords } from '../../../words/common.ts';
import { visitsWords } from '../../../words/visits.ts';

/** A suspicion of abuse or abandonment. It is sent at once and never kept on the phone, which the family may see. */
export default function ConcernPage() {
  const { patientId = '' } = useRouter().params;
  const { sent, send } = useSent(reportConcern);
  const concernId = useRef(newKey());
  const [kind, setKind] = useState<ConcernKind>();
  const [words, setWords] = useState('');
  useTopOn(sent.at === 'sent');
  if (sent.at === 'sent') {
    return (
      <Page>
        <Done title={visitsWords.concernSent} sub={visitsWords.concernSentSub} />
      </Page>
    );
  }
  return (
    <Page>
      <Card title={visitsWords.concernWhoSees}>
        <View className="gh-sub">{visitsWords.concernNobodyElse}</View>
      </Card>
      <FormRow title={visitsWords.concernWhat}>
        <Chips options={wordOptions(CONCERN_KINDS)} value={kind} onChange={setKind} />
      </FormRow>
      <FormRow title={visitsWords.concernSeen}>
        <TextArea value={words} placeholder={commonWords.speakIntoKeyboard} most={1000} onChange={setWords} />
      </FormRow>
      {sent.at === 'refused' && <View className="gh-form-row__fault">{sent.say}</View>}
      <BigButton
        busy={sent.at === 'sending'}
        disabled={kind === undefined || words.trim() === ''}
        onTap={() => {
          if (kind) void send({ params: { patientId }, body: { concernId: concernId.current, kind, words: words.trim() } });
        }}
      >
        {visitsWords.concernReport}
      </BigButton>
    </Page>
  );
}
