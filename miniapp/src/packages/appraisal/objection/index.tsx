import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { makeObjection, recordObjection } from '@guanhu/shared/appraisal/objections.routes';
import { newKey } from '../../../platform/api/new-key.ts';
import { goBack } from '../../../platform/navigate';
import { submit } from '../../../platform/outbox';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { Empty } from '../../../ui/states/states.tsx';
import { NOTHING_SAID, saidWith, VoiceNote, type Spoken } from '../../../ui/voice-note/voice-note.tsx';

type Sent = { readonly at: 'idle' | 'sending' } | { readonly at: 'done' | 'refused'; readonly say: string };

/** An objection in the person's own words, typed or spoken; `behalf` of a guardian who asked somebody of the village. */
export default function ObjectionPage() {
  const { appraisalId = '', behalf } = useRouter().params;
  const [words, setWords] = useState('');
  const [spoken, setSpoken] = useState<Spoken>(NOTHING_SAID);
  const [sent, setSent] = useState<Sent>({ at: 'idle' });
  const ids = useRef({ objectionId: newKey(), fileId: newKey() });
  const said = saidWith(words, spoken);
  const send = async ({ words: typed, voice }: NonNullable<typeof said>) => {
    setSent({ at: 'sending' });
    const { objectionId, fileId } = ids.current;
    const body = {
      objectionId,
      ...(typed === undefined ? {} : { words: typed }),
      ...(voice === undefined ? {} : { voice: { fileId, content: voice } }),
    };
    const route = behalf === undefined ? makeObjection : recordObjection;
    const outcome = await submit(route, { params: { appraisalId }, body, what: '异议', key: objectionId });
    if (outcome.at === 'refused') setSent({ at: 'refused', say: outcome.refusal.say });
    else setSent({ at: 'done', say: outcome.at === 'queued' ? '已记在手机里，有网会自动提交' : '已提交，会有专人核实，答复了会告诉您' });
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
      <FormRow title={behalf === undefined ? '您觉得哪里不对？' : '监护人觉得哪里不对？'}>
        <View className="gh-gap">
          <VoiceNote value={spoken} otherwise="可以打字，也可以请网格员代提" onChange={setSpoken} />
        </View>
        <View className="gh-gap">
          <TextArea value={words} most={1000} placeholder="也可以打字，用自己的话写就行" onChange={setWords} />
        </View>
      </FormRow>
      {sent.at === 'refused' && <View className="gh-form-row__fault">{sent.say}</View>}
      <BigButton
        busy={sent.at === 'sending'}
        disabled={said === undefined}
        onTap={() => {
          if (said) void send(said);
        }}
      >
        提交
      </BigButton>
    </Page>
  );
}
