import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { reportConcern } from '@guanhu/shared/visits/after-visit.routes';
import { CONCERN_KINDS, type ConcernKind } from '@guanhu/shared/visits/rights.terms';
import { newKey } from '../../../platform/api/new-key.ts';
import { goBack } from '../../../platform/navigate';
import { useTopOn } from '../../../platform/navigate/use-top-on.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { wordOptions } from '../../../ui/form/options.ts';
import { Page } from '../../../ui/page/page.tsx';
import { Empty } from '../../../ui/states/states.tsx';
import { useSent } from '../use-sent.ts';

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
        <Empty title="已保密报告" sub="乡镇和精防医生会核查。家属和监护人看不到这份报告，也看不到谁看过它。">
          <View className="gh-gap">
            <BigButton onTap={goBack}>好</BigButton>
          </View>
        </Empty>
      </Page>
    );
  }
  return (
    <Page>
      <Card title="只有乡镇和精防医生能看到">
        <View className="gh-sub">监护人和替监护人办事的人都看不到。正在发生伤害的，请先打 110。</View>
      </Card>
      <FormRow title="您怀疑什么">
        <Chips options={wordOptions(CONCERN_KINDS)} value={kind} onChange={setKind} />
      </FormRow>
      <FormRow title="看到、听到了什么">
        <TextArea value={words} placeholder="可以点键盘上的话筒，直接说" most={1000} onChange={setWords} />
      </FormRow>
      {sent.at === 'refused' && <View className="gh-form-row__fault">{sent.say}</View>}
      <BigButton
        busy={sent.at === 'sending'}
        disabled={kind === undefined || words.trim() === ''}
        onTap={() => {
          if (kind) void send({ params: { patientId }, body: { concernId: concernId.current, kind, words: words.trim() } });
        }}
      >
        保密报告
      </BigButton>
    </Page>
  );
}
