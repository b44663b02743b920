import { useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { OUTCOMES, type Outcome } from '@guanhu/shared/visits/rights.terms';
import { recordOutcome } from '@guanhu/shared/visits/visits.routes';
import { goBack, goTo } from '../../../platform/navigate';
import { useTopOn } from '../../../platform/navigate/use-top-on.ts';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Card } from '../../../ui/card/card.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { wordOptions } from '../../../ui/form/options.ts';
import { Page } from '../../../ui/page/page.tsx';
import { PutOff } from '../../../ui/put-off/put-off.tsx';
import { Empty } from '../../../ui/states/states.tsx';
import { useSent } from '../use-sent.ts';

/** What became of somebody whom a visit found unstable. */
export default function OutcomePage() {
  const { visitId = '', taskId } = useRouter().params;
  const { sent, send } = useSent(recordOutcome);
  const [outcome, setOutcome] = useState<Outcome>();
  const [note, setNote] = useState('');
  useTopOn(sent.at === 'sent');
  if (sent.at === 'sent') {
    return (
      <Page>
        <Empty title="已记下" sub={sent.answer.outcome === 'admitted' ? '记在这次随访里' : '没有住院：医生、组长和民警两周内要上门'}>
          <View className="gh-gap">
            <BigButton onTap={goBack}>好</BigButton>
          </View>
        </Empty>
      </Page>
    );
  }
  const needsNote = outcome !== undefined && outcome !== 'admitted';
  return (
    <Page>
      <Card title="病情不稳定，后来怎么样了？">
        <View className="gh-sub">两周内了解清楚。没有住院的，请专科医生会诊，并和村委会、民警一起上门。</View>
        <View className="gh-gap">
          <BigButton look="line" onTap={() => goTo('/packages/visits/record/index', { visitId })}>
            看那次随访
          </BigButton>
        </View>
      </Card>
      <FormRow title="处理结果">
        <Chips options={wordOptions(OUTCOMES)} value={outcome} onChange={setOutcome} />
      </FormRow>
      <FormRow title={needsNote ? '说明' : '说明（可以不写）'}>
        <TextArea value={note} placeholder="可以点键盘上的话筒，直接说" most={500} onChange={setNote} />
      </FormRow>
      {sent.at === 'refused' && <View className="gh-form-row__fault">{sent.say}</View>}
      <BigButton
        busy={sent.at === 'sending'}
        disabled={outcome === undefined || (needsNote && note.trim() === '')}
        onTap={() => {
          if (outcome) void send({ params: { visitId }, body: { outcome, ...(note.trim() === '' ? {} : { note: note.trim() }) } });
        }}
      >
        提交
      </BigButton>
      <PutOff taskId={taskId} />
    </Page>
  );
}
