import { useRef, useState } from 'react';
import { View } from '@tarojs/components';
import { useRouter } from '@tarojs/taro';
import { makeRequest } from '@guanhu/shared/rights/requests.routes';
import { REQUEST_HINTS, REQUEST_KINDS, type RequestKind } from '@guanhu/shared/rights/rights.terms';
import { newKey } from '../../../platform/api/new-key.ts';
import { submit } from '../../../platform/outbox';
import { BigButton } from '../../../ui/button/big-button.tsx';
import { Done } from '../../../ui/done/done.tsx';
import { Chips } from '../../../ui/form/chips.tsx';
import { TextArea } from '../../../ui/form/fields.tsx';
import { FormRow } from '../../../ui/form/form-row.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { NOTHING_SAID, saidWith, VoiceNote, type Spoken } from '../../../ui/voice-note/voice-note.tsx';
import { commonWords } from '../../../words/common.ts';
import { rightsWords } from '../../../words/rights.ts';

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
    const outcome = await submit(makeRequest, { params: { patientId }, body, what: rightsWords.request, key: requestId.current });
    if (outcome.at === 'refused') setSent({ at: 'refused', say: outcome.refusal.say });
    else setSent({ at: 'done', say: outcome.at === 'queued' ? rightsWords.requestQueued : rightsWords.requestSent });
  };
  if (sent.at === 'done')
    return (
      <Page>
        <Done title={sent.say} />
      </Page>
    );
  return (
    <Page>
      <FormRow title={rightsWords.whatDoYouWant}>
        <Chips options={KINDS} value={kind} onChange={setKind} />
      </FormRow>
      {kind !== undefined && <View className="gh-sub">{REQUEST_HINTS[kind]}</View>}
      <FormRow title={rightsWords.tellUs}>
        <View className="gh-gap">
          <VoiceNote value={spoken} otherwise={rightsWords.typeOrAskGridWorker} onChange={setSpoken} />
        </View>
        <View className="gh-gap">
          <TextArea value={words} most={1000} placeholder={rightsWords.orTypeOwnWords} onChange={setWords} />
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
        {commonWords.submit}
      </BigButton>
    </Page>
  );
}
