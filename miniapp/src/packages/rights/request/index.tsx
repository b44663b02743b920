import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { makeRequest } from '@guanhu/shared/rights/requests.routes';
import { REQUEST_HINTS, REQUEST_KINDS, type RequestKind } from '@guanhu/shared/rights/rights.terms';
import { newKey } from '../../../platform/api/new-key.ts';
import { goBack } from '../../../platform/navigate';
import { submit } from '../../../platform/outbox';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty } from '../../../ui/states/states.tsx';
import { NOTHING_SAID, saidWith, VoiceNote, type Spoken } from '../../../ui/voice-note/voice-note.tsx';

const KINDS = (Object.keys(REQUEST_KINDS) as RequestKind[]).map(value => ({ value, text: REQUEST_KINDS[value] }));

type Sent = { readonly at: 'idle' | 'sending' } | { readonly at: 'done' | 'refused'; readonly say: string };

/** What the person asks, in their own words, typed or spoken. */
export default function RequestPage() {
  const { patientId = '' } = useRouter().params;
  const [kind, setKind] = useState<RequestKind>();
  const [words, setWords] = useState('');
  const [spoken, setSpoken] = useState<Spoken>(NOTHING_SAID);
  const said = saidWith(words, spoken);
  const [sent, setSent] = useState<Sent>({ at: 'idle' });
  const requestId = useRef(newKey());
  const send = async (chosen: RequestKind, what: NonNullable<typeof said>) => {
    setSent({ at: 'sending' });
    const body = { requestId: requestId.current, kind: chosen, ...what };
    const outcome = await submit(makeRequest, { params: { patientId }, body, what: '申请', key: requestId.current });
    if (outcome.at === 'refused') setSent({ at: 'refused', say: outcome.refusal.say });
    else setSent({ at: 'done', say: outcome.at === 'queued' ? '已记在手机里，有网会自动提交' : '已提交，会有专人答复您' });
  };
  if (sent.at === 'done')
    return (
      <Page>
        <Empty title={sent.say}>
          <View className="gh-gap">
            <BigButton onTap={goBack}>返回</BigButton>
          </View>
        </Empty>
      </Page>
    );
  return (
    <Page>
      <FormRow title="您想办什么？">
        <Chips options={KINDS} value={kind} onChange={setKind} />
      </FormRow>
      {kind !== undefined && <View className="gh-sub">{REQUEST_HINTS[kind]}</View>}
      <FormRow title="说一说">
        <View className="gh-gap">
          <VoiceNote value={spoken} otherwise="可以打字，也可以请网格员代办" onChange={setSpoken} />
        </View>
        <View className="gh-gap">
          <TextArea value={words} most={1000} placeholder="也可以打字，用自己的话写就行" onChange={setWords} />
        </View>
      </FormRow>
      {sent.at === 'refused' && <View className="gh-form-row__fault">{sent.say}</View>}
      <BigButton
        busy={sent.at === 'sending'}
        disabled={kind === undefined || said === undefined}
        onTap={() => {
          if (kind !== undefined && said) void send(kind, said);
        }}
      >
        提交
      </BigButton>
    </Page>
  );
}
